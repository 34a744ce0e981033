import type { Intent } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { promptOf } from '../../flows/session.ts';
import type { Understood } from '../understanding/index.ts';
import { type Conversation, sendEvent, withLead } from './conversation.ts';

/** Intents with which somebody goes on with the case that ended, or only thanks for it. */
const onward: readonly Intent[] = [
  ...(['not-solved', 'solved', 'continue', 'back', 'wrong', 'cancel', 'restart', 'thanks', 'got-it', 'yes'] as const),
];

/** Returns true where a case is closed: solved, ended by the person, or after a long silence. What was handed over is still open. */
export function isOver({ snapshot }: Conversation): boolean {
  const prompt = promptOf(snapshot);
  return prompt.kind === 'closed' && prompt.outcome !== 'escalated';
}

/** Returns true if a message after the end begins a new case, to which none of the facts of the old one apply: whatever is told after a case was closed, unless it came back; after a hand-over, what is about another PC. */
export function beginsAnew(talk: Conversation, { facts, intent, topic, about }: Understood): boolean {
  const { snapshot } = talk;
  if (promptOf(snapshot).kind !== 'closed' || about === 'same') return false;
  const works = facts.message === 'activated' || intent === 'solved';
  if (about === 'another') return !works;
  // A complaint of Windows after the reply about another matter begins a case of activation.
  if (topic === 'problem' && snapshot.context.facts.subject !== undefined && facts.subject === undefined) return true;
  const { origin } = facts;
  const known = snapshot.context.facts.origin;
  if (origin !== undefined && known !== undefined && known !== 'unknown' && origin !== known) return !works;
  if (!isOver(talk) || works || (intent !== undefined && onward.includes(intent))) return false;
  return topic === 'problem' || intent === 'greeting' || Object.keys(facts).length > 0;
}

/** Begins a new case with the facts of a message and none of the old case. */
export function beginAnew(talk: Conversation, { facts, topic, intent }: Understood): Conversation {
  const begun = beginWith(intent === 'greeting' ? withLead(talk, { say: 'greeting' }) : talk, facts);
  const answered = topic === undefined || topic === 'problem' ? begun : sendEvent(begun, { type: 'ask', topic });
  return intent === 'human' ? sendEvent(answered, { type: 'human' }) : answered;
}

/** Begins a new case with these facts and none of the old case, and shows that they were heard. */
export function beginWith(talk: Conversation, facts: Facts): Conversation {
  const codes = (facts.errorCodes ?? []).map((code) => ({ code }));
  const noted = Object.keys(facts).length > 0 ? [{ noted: facts }, ...codes] : [];
  return withLead(sendEvent(talk, { type: 'new-case', facts }), ...noted);
}
