import type { Prompt } from '../../flows/context.ts';
import { promptOf } from '../../flows/session.ts';
import { type Conversation, type Lead, noticeIn, withLead } from '../conversation/conversation.ts';

type Sentence = Extract<Lead, { readonly say: unknown }>['say'];
type Above = 'steps-above' | 'message-above';

/** The sentences that come with the prompt shown in full: it was asked for, or is new to the eye. */
const showing: readonly Sentence[] = [
  'repeat',
  'resume',
  'moved',
  'back',
  'reopened',
  'language-changed',
  'not-a-choice',
];
/** The sentences that refer to what stands above. */
const above: readonly Sentence[] = ['steps-above', 'message-above'] satisfies readonly Above[];

/** Marks a reply whose long prompt did not change, nor its language, so that channels with a visible history repeat the prompt only when the person asks for it (`condensed`). They are told once in a row where it stands, but for those who wait for a desk. */
export function markRepeat(before: Conversation, after: Conversation): Conversation {
  const [was, now] = [promptOf(before.snapshot), promptOf(after.snapshot)];
  const sentence = sentenceFor(now);
  const translated = before.language !== after.language;
  const stands = !translated && JSON.stringify(was) === JSON.stringify(now) && !isDoubting(after);
  const isSaid = after.lead.length > 0 || isDoubting(before);
  if (sentence === undefined || !stands || !isSaid || isHidden(before) || after.lead.some(isShowing)) return after;
  const isKnown = before.lead.some(isRepeat) || after.lead.some(isOfDesk);
  return withLead(after, isKnown ? { say: sentence, again: true } : { say: sentence });
}

const isDoubting = ({ snapshot }: Conversation): boolean => snapshot.context.candidates.length > 0;

/** Returns true if a prompt came up behind the question what was meant, or a notice, which was shown in its place. */
const isHidden = (talk: Conversation): boolean =>
  noticeIn(talk) !== undefined || (isDoubting(talk) && talk.lead.some((lead) => !('quoted' in lead)));

/** Returns true if a lead refers to the prompt that stands above. */
export const isRepeat = (lead: Lead): boolean => 'say' in lead && above.includes(lead.say);

/** The sentences of a case that a desk has: its person waits for an answer, and does not look for the letter. */
const ofDesk: readonly Sentence[] = ['passed-on', 'desk-take', 'desk-pass', 'desk-solve', 'desk-return'];
const isOfDesk = (lead: Lead): boolean => 'say' in lead && ofDesk.includes(lead.say);

const isShowing = (lead: Lead): boolean => 'desk' in lead || ('say' in lead && showing.includes(lead.say));

function sentenceFor(prompt: Prompt): Above | undefined {
  if (prompt.kind === 'list' || prompt.kind === 'advice') return 'steps-above';
  return prompt.kind === 'closed' && prompt.outcome === 'escalated' ? 'message-above' : undefined;
}
