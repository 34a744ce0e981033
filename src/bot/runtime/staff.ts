import { deskAnswerIn } from '../conversation/conversation.ts';
import { advance } from '../conversation/step.ts';
import type { Handling } from '../ports.ts';
import type { Input } from '../types.ts';
import type { ConversationRecord } from './record.ts';
import { fromSnapshot } from './snapshot.ts';
import { allDesks, enqueueShow, over, reopened } from './tickets.ts';

/** An input of the people of a desk. */
export type StaffInput = Extract<Input, { type: 'desk' | 'staff' }>;

/** Returns true for an input of the people of a desk. */
export const isStaffs = (input: Input): input is StaffInput => input.type === 'desk' || input.type === 'staff';

/** What staff did: the record with its tickets to be brought up to date, the conversation after it, and whether the person hears of it. */
interface Acted {
  readonly record: ConversationRecord;
  readonly talk: ReturnType<typeof fromSnapshot>;
  readonly heard: boolean;
}

/** Milliseconds within which two people who take a case have pressed at once: the first one has it, as the ticket did not show it yet. */
const atOnce = 10_000;

const states = { take: 'taken', pass: 'new', solve: 'solved', return: 'returned' } as const;

/** Applies what staff did with a case, as a pure function. Returns undefined if it changes nothing: the answer is shown already, or the case is theirs already. `id`: the delivery; `now`: epoch milliseconds. */
export function actOf(before: ConversationRecord, input: StaffInput, id: string, now: number): Acted | undefined {
  const talk = fromSnapshot(before.talk);
  const next = advance(talk, input);
  if (input.type === 'desk') {
    if (deskAnswerIn(talk) !== undefined && deskAnswerIn(talk) === deskAnswerIn(next)) return undefined;
    // The person may get one more follow-up after an answer (a day later by default).
    const followed = before.followed.filter((subject) => subject !== 'escalated');
    return {
      record: shown({ ...before, followed }, { state: 'answered', by: input.by, at: now }),
      talk: next,
      heard: true,
    };
  }
  const { place } = before.talk.flow;
  // What the person has ended is not taken up over their head.
  if (place.kind === 'closed' && place.outcome !== 'escalated') return undefined;
  const { state, by, at } = before.handling;
  const handling: Handling = { state: states[input.act], by: input.by, at: now };
  if (state === handling.state && (by === handling.by || (input.act === 'take' && now - at < atOnce))) return undefined;
  const record = shown(input.act === 'take' && state === 'solved' ? reopened(before, id, now) : before, handling);
  switch (input.act) {
    case 'take':
      return { record, talk: next, heard: true };
    case 'pass':
      return { record, talk, heard: false };
    case 'solve':
      return { record: { ...over(record, id), quiet: false }, talk: next, heard: true };
    case 'return':
      return { record: { ...record, quiet: false }, talk: next, heard: true };
  }
}

/** Returns the record with another state at the desk, which its tickets are to show. */
const shown = (record: ConversationRecord, handling: Handling): ConversationRecord =>
  enqueueShow({ ...record, handling }, allDesks(record), handling.at);
