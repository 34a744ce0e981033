import type { Prompt } from '../../flows/context.ts';
import { promptOf } from '../../flows/session.ts';
import { type Conversation, type Lead, placeOf, withLead } from '../conversation/conversation.ts';

type Sentence = Extract<Lead, { readonly say: unknown }>['say'];

/** What is said in passing, beside the answers. */
const passing: readonly Sentence[] = [
  'thanks',
  'got-it',
  'no-hurry',
  'tried-before',
  'file',
  'rephrase',
  'offer-human',
];
/** What says that it stands above. */
const above: readonly Sentence[] = ['steps-above', 'message-above'];

/** Remembers of a long prompt that what was just said left it as it was: where what came before can be seen, it is not shown once more unless asked for (`brief`). */
export function markRepeat(before: Conversation, after: Conversation): Conversation {
  const sentence = sentenceFor(promptOf(after.snapshot));
  const stands = placeOf(before.snapshot) === placeOf(after.snapshot) && after.lead.length > 0;
  return sentence !== undefined && stands && after.lead.every(isPassing) ? withLead(after, { say: sentence }) : after;
}

/** Whether this says that the prompt stands above. */
export const isRepeat = (lead: Lead): boolean => 'say' in lead && above.includes(lead.say);

const isPassing = (lead: Lead): boolean => 'answer' in lead || ('say' in lead && passing.includes(lead.say));

function sentenceFor(prompt: Prompt): Sentence | undefined {
  if (prompt.kind === 'list' || prompt.kind === 'advice') return 'steps-above';
  return prompt.kind === 'closed' && prompt.outcome === 'escalated' ? 'message-above' : undefined;
}
