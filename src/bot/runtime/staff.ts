import { type AnswerAbout, type Conversation, deskAnswerIn } from '../conversation/conversation.ts';
import { advance } from '../conversation/step.ts';
import { localTime } from '../lib/zone.ts';
import type { Handling, Incoming, MessageRef, PersonId, TicketNote } from '../ports.ts';
import type { Input } from '../types.ts';
import { isOvertaken } from '../view/ticket.ts';
import { wasTaken } from './deliveries.ts';
import type { Lease } from './deps.ts';
import type { ConversationRecord } from './record.ts';
import { fromSnapshot } from './snapshot.ts';
import { allDesks, enqueueNote, enqueueShow, over, reopened } from './tickets.ts';
import { timersOf } from './timers.ts';

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

/** Milliseconds within which two people have taken a case at once where their desk cannot tell what they saw: the first one has it, as the ticket did not show it yet. */
const atOnce = 10_000;

const states = { take: 'taken', pass: 'new', solve: 'solved', return: 'returned' } as const;

/** Milliseconds after which whoever presses a button counts as having seen what others did before: a ticket that cannot be edited goes on to show an old state. */
const recent = 5 * 60_000;

/** Returns true if other staff have done something with a case that the author of an input has not seen. `now`: epoch milliseconds. */
const isLate = ({ handling }: ConversationRecord, input: StaffInput, now: number): boolean =>
  input.seen !== null &&
  isOvertaken(handling, input.seen, input.by) &&
  (input.type === 'desk' || now - handling.at < recent);

/** Returns true if an Incoming that changed nothing is one of staff whom others overtook. `now`: epoch milliseconds. */
export const wasOvertaken = (record: ConversationRecord, { id, input }: Incoming, now: number): boolean =>
  isStaffs(input) && !wasTaken(record.seen, id) && isLate(record, input, now);

/** Applies what staff did with a case, as a pure function. Returns undefined if it changes nothing: others were first, the answer is shown already, the case is theirs already, or it was done on the ticket of an earlier case. */
export function actOf(
  before: ConversationRecord,
  input: StaffInput,
  { id, on, person }: Pick<Incoming, 'id' | 'on' | 'person'>,
  lease: Lease,
): Acted | undefined {
  const { now } = lease;
  if (isLate(before, input, now)) return undefined;
  // By its time staff tell one state from the next, also where the clock stands or goes back.
  const at = Math.max(now, before.handling.at + 1);
  const talk = fromSnapshot(before.talk);
  const next = referring(advance(talk, input), answeredBy(before, on, lease));
  if (input.type === 'desk') {
    if (deskAnswerIn(talk) !== undefined && deskAnswerIn(talk) === deskAnswerIn(next)) return undefined;
    // The person may get one more follow-up after an answer (a day later by default).
    const followed = before.followed.filter((subject) => subject !== 'escalated');
    const late = hasEnded(before, on);
    const followable = { ...before, followed };
    const answered = late
      ? followable
      : shown({ ...followable, owner: person }, { state: 'answered', by: input.by, at }, now);
    const { by, corrects } = input;
    const note: TicketNote = {
      kind: 'answer',
      text: deskAnswerIn(next) ?? '',
      by,
      author: person,
      corrects,
      at,
      late,
      files: input.attached?.files.length ?? 0,
    };
    const others = desksOf(before).filter((desk) => !lease.shows(desk, person));
    return { record: enqueueNote(answered, others, id, note, now), talk: next, heard: true };
  }
  if (isOfEarlierCase(before, on)) return undefined;
  const { place } = before.talk.flow;
  const isSolved = place.kind === 'closed' && place.outcome === 'resolved';
  // What the person has ended is not taken up over their head.
  if (place.kind === 'closed' && place.outcome !== 'escalated' && !(isSolved && input.act === 'solve'))
    return undefined;
  const { state, by, at: since } = before.handling;
  const handling: Handling = { state: states[input.act], by: input.by, at };
  const isTwin = input.act === 'take' && input.seen === null && now - since < atOnce;
  if (state === handling.state && (by === handling.by || isTwin)) return undefined;
  const stands = input.act === 'take' && state === 'solved' ? reopened(before, id, now) : before;
  const record = shown(
    { ...stands, owner: input.act === 'take' || input.act === 'solve' ? person : null },
    handling,
    now,
  );
  switch (input.act) {
    case 'take':
      return { record, talk: next, heard: true };
    case 'pass':
      return { record, talk, heard: false };
    case 'solve':
      // Whoever said so themselves need not hear it.
      return { record: { ...over(record, id), quiet: false }, talk: isSolved ? talk : next, heard: !isSolved };
    case 'return':
      return { record: { ...record, quiet: false }, talk: next, heard: true };
  }
}

/** Returns what an answer is about that comes on another day than the person wrote to the desk, or once they have gone on to another case; undefined for any other. */
function answeredBy(
  record: ConversationRecord,
  ticket: MessageRef | null,
  { now, deskNamed }: Pick<Lease, 'now' | 'deskNamed'>,
): AnswerAbout | undefined {
  const goesOn = record.talk.flow.place.kind !== 'closed';
  if (isOfEarlierCase(record, ticket) || (goesOn && hasEnded(record, ticket))) return 'earlier case';
  const { handed: at } = record;
  const zone = deskNamed(desksOf(record)[0] ?? '')?.zone;
  if (at === 0 || zone === undefined) return undefined;
  return localTime(zone, at).day === localTime(zone, now).day ? undefined : { at, zone };
}

/** Returns the conversation whose answer of the desk says what it is about. */
const referring = (talk: Conversation, about: AnswerAbout | undefined): Conversation =>
  about === undefined ? talk : { ...talk, lead: talk.lead.map((lead) => ('desk' in lead ? { ...lead, about } : lead)) };

/** Returns the record of a case that staff take by what they write in its conversation: the bot keeps silent there, and its tickets show who has it. `name`: theirs; empty if the channel does not tell it. */
export function takenInPlace(
  record: ConversationRecord,
  person: PersonId,
  name: string,
  lease: Lease,
): ConversationRecord {
  const { state, at } = record.handling;
  const handling: Handling = { state: 'taken', by: name, at: Math.max(lease.now, at + 1) };
  const isTheirs = state === 'taken' && record.owner === person;
  const taken = { ...(isTheirs ? record : shown(record, handling, lease.now)), owner: person, quiet: true };
  return { ...taken, alarms: timersOf(taken, lease) };
}

/** Returns the record with another state at the desk, which its tickets are to show. */
const shown = (record: ConversationRecord, handling: Handling, now: number): ConversationRecord =>
  enqueueShow({ ...record, handling }, desksOf(record), now);

/** Returns the ids of the desks that have the case; where all of its tickets are over, those that had it. */
function desksOf(record: ConversationRecord): readonly string[] {
  const present = allDesks(record);
  return present.length > 0 ? present : [...new Set(record.opened.map(({ desk }) => desk))];
}

/** Returns true where the case of a ticket has ended, its person's or staff's doing. `ticket`: null if its desk cannot tell which one it is. */
const hasEnded = (record: ConversationRecord, ticket: MessageRef | null): boolean =>
  isOfEarlierCase(record, ticket) || (record.opened.some(({ over }) => over) && allDesks(record).length === 0);

/** Returns true for a ticket that is over, in a conversation whose present case has another one. */
const isOfEarlierCase = (record: ConversationRecord, ticket: MessageRef | null): boolean =>
  record.opened.some(({ message, over }) => message === ticket && over) && allDesks(record).length > 0;
