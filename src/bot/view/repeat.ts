import type { Prompt } from '../../flows/context.ts';
import { promptOf } from '../../flows/session.ts';
import { type Conversation, type Lead, placeOf, withLead } from '../conversation/conversation.ts';

type Sentence = Extract<Lead, { readonly say: unknown }>['say'];

/** The sentences that leave the prompt as it was, as an answer to a side question does. */
const passing: readonly Sentence[] = [
  'thanks',
  'got-it',
  'no-hurry',
  'tried-before',
  'file',
  'rephrase',
  'offer-human',
  'press-only',
];
/** The sentences that refer to the previous message. */
const above: readonly Sentence[] = ['steps-above', 'message-above'];

/** Marks a reply whose long prompt did not change, so that channels with a visible history repeat the prompt only when the person asks for it (`condensed`). */
export function markRepeat(before: Conversation, after: Conversation): Conversation {
  const sentence = sentenceFor(promptOf(after.snapshot));
  const stands = placeOf(before.snapshot) === placeOf(after.snapshot) && after.lead.length > 0;
  return sentence !== undefined && stands && after.lead.every(isPassing) ? withLead(after, { say: sentence }) : after;
}

/** Returns true if a lead refers to the prompt in the previous message. */
export const isRepeat = (lead: Lead): boolean => 'say' in lead && above.includes(lead.say);

const isPassing = (lead: Lead): boolean => 'answer' in lead || ('say' in lead && passing.includes(lead.say));

function sentenceFor(prompt: Prompt): Sentence | undefined {
  if (prompt.kind === 'list' || prompt.kind === 'advice') return 'steps-above';
  return prompt.kind === 'closed' && prompt.outcome === 'escalated' ? 'message-above' : undefined;
}
