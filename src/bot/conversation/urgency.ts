import { withDetails } from '../../flows/session.ts';
import { urgencyIn } from '../understanding/urgency.ts';
import type { Conversation } from './conversation.ts';
import { isOver } from './new-case.ts';

/** The field of the form for how urgent a case is, and beside it what was heard of that: as long as both are the same, nobody has written into the field. */
const field = 'urgency';
const heard = 'urgency-heard';

/** Returns how urgent a case is, as its person said or wrote it; empty if they did not. */
export const urgencyOf = ({ snapshot }: Conversation): string => snapshot.context.details[field] ?? '';

/** Returns the conversation after a message that may say how urgent the case is. Of that a few closed words are kept, where the form shows them; what the person has written there themselves stays, and a case that is over is left alone. */
export function withUrgency(talk: Conversation, text: string): Conversation {
  const said = urgencyIn(text)?.kept;
  const { details } = talk.snapshot.context;
  const known = urgencyOf(talk);
  if (said === undefined || said === known || isOver(talk) || (known !== '' && known !== details[heard])) return talk;
  return { ...talk, snapshot: withDetails(talk.snapshot, { [field]: said, [heard]: said }) };
}

/** Returns the conversation with the field emptied that a form was sent with empty: the person has taken back what was heard. */
export const withoutUrgency = (talk: Conversation, given: Readonly<Record<string, string>>): Conversation =>
  given[field]?.trim() === '' && urgencyOf(talk) !== ''
    ? { ...talk, snapshot: withDetails(talk.snapshot, { [field]: '' }) }
    : talk;
