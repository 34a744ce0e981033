import { promptOf } from '../../flows/session.ts';
import type { Understood } from '../understanding/index.ts';
import { type Conversation, sendEvent, withLead } from './conversation.ts';

/** Returns true if a message after the end of a case is about another PC, or about a new problem after one that was solved. None of the facts of the old case apply then. */
export function beginsAnew({ snapshot }: Conversation, { facts, intent, topic, about }: Understood): boolean {
  const prompt = promptOf(snapshot);
  if (prompt.kind !== 'closed' || about === 'same') return false;
  const { origin, message, errorCodes } = facts;
  const works = message === 'activated' || intent === 'solved';
  const troubled = intent === 'not-solved' || topic === 'problem';
  if (about === 'another') return !works;
  // A complaint of Windows after the reply about another matter begins a case of activation.
  if (topic === 'problem' && snapshot.context.facts.subject !== undefined && facts.subject === undefined) return true;
  const known = snapshot.context.facts.origin;
  if (origin !== undefined && known !== undefined && known !== 'unknown' && origin !== known) return !works;
  const told = origin ?? message ?? errorCodes;
  return prompt.outcome === 'resolved' && told !== undefined && !works && !troubled;
}

/** Begins a new case with the facts of a message and none of the old case. */
export function beginAnew(talk: Conversation, { facts, topic, intent }: Understood): Conversation {
  const codes = (facts.errorCodes ?? []).map((code) => ({ code }));
  const noted = Object.keys(facts).length > 0 ? [{ noted: facts }, ...codes] : [];
  const begun = withLead(sendEvent(talk, { type: 'new-case', facts }), ...noted);
  const answered = topic === undefined || topic === 'problem' ? begun : sendEvent(begun, { type: 'ask', topic });
  return intent === 'human' ? sendEvent(answered, { type: 'human' }) : answered;
}
