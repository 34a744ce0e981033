import { addresseeOf } from '../../flows/recipient.ts';
import { afterword } from '../conversation/afterword.ts';
import { type Conversation, sendEvent } from '../conversation/conversation.ts';
import { isHandedOver, isSolved, relayed } from '../conversation/relay.ts';
import { withUrgency } from '../conversation/urgency.ts';
import { wordsIn } from '../i18n.ts';
import type { Incoming, PendingNote, PersonId } from '../ports.ts';
import type { Lease } from './deps.ts';
import { isDeskLane, laneNames, laneOf } from './lanes.ts';
import { nextVersion } from './outbox.ts';
import type { ConversationRecord } from './record.ts';
import { isReminder } from './reminders.ts';
import { fromSnapshot, toSnapshot } from './snapshot.ts';
import { allDesks, desksWithTicket, enqueueNote, enqueueShow, enqueueTicket, escalated, reopened } from './tickets.ts';
import { timersOf } from './timers.ts';
import { speaksIn } from './whose.ts';

/** The meaning of an input for the tickets of a case. */
export interface AboutTicket {
  /** The note for the desks; undefined: none. */
  readonly note: PendingNote | undefined;
  /** The ids of the desks that it is for. */
  readonly desks: readonly string[];
  /** The conversation after it; undefined: as it goes on by itself. */
  readonly talk: Conversation | undefined;
}

/** Returns true where staff write in the conversation themselves, so that the bot keeps silent until it is spoken to. */
export const isStaffed = ({ quiet }: ConversationRecord, talk: Conversation, { addressed }: Incoming): boolean =>
  quiet && isHandedOver(talk) && !addressed;

/** Returns the ids of the desks whose staff take a case over by what they write in its conversation, or hand it back: those that have its ticket. None unless the case is handed over, and none for its person and their helpers, who speak for themselves. */
export const desksBehind = (record: ConversationRecord, person: PersonId): readonly string[] =>
  escalated(record.talk) && !speaksIn(record, person) ? allDesks(record) : [];

/** Returns what an input means for the tickets that desks have of a case; undefined where it means nothing for them. */
export function aboutTicket(
  record: ConversationRecord,
  talk: Conversation,
  incoming: Incoming,
  lease: Lease,
): AboutTicket | undefined {
  const present = desksWithTicket(record, talk, lease);
  const all = allDesks(record);
  if (!speaksIn(record, incoming.person)) return undefined;
  const word = record.served.length > 0 ? afterword(talk, incoming.input) : undefined;
  if (word !== undefined) return { ...word, desks: record.served };
  const isAtDesk = isHandedOver(talk) ? present.length > 0 : talk.snapshot.context.atDesk;
  const told = isAtDesk ? relayed(talk, incoming.input, isStaffed(record, talk, incoming)) : undefined;
  // What becomes of the case concerns every desk that has it.
  return told && { ...told, desks: told.note !== undefined && 'text' in told.note ? present : all };
}

/** Returns the ids of the desks that had the case of a conversation, once it is solved and as long as it stays so: those with a ticket of it when it was, or that had reported it as solved before. */
export function servedBy(
  record: ConversationRecord,
  before: Conversation,
  next: Conversation,
  lease: Lease,
): readonly string[] {
  if (!isSolved(next)) return [];
  const { context } = before.snapshot;
  if (isSolved(before)) return record.served;
  const open = context.atDesk ? allDesks(record) : [];
  if (open.length > 0) return open;
  if (record.handling.state !== 'solved' || !isHandedOver(before)) return [];
  return lease.desks(record.conversation, context).filter((desk) => record.opened.some((one) => one.desk === desk));
}

/** Returns the record after a note for its desks. What the person writes after an answer waits for the desk once more: its reminders begin anew, and the case is with whoever answered. Whether the person is waiting too nobody knows, so they are told nothing. `now`: epoch milliseconds. */
export function waitingAgain(record: ConversationRecord, note: PendingNote, now: number): ConversationRecord {
  const { state, by } = record.handling;
  if (state !== 'answered' || (note.kind !== 'words' && note.kind !== 'file')) return record;
  const followed = [...record.followed.filter((subject) => !isReminder(subject)), 'remind-person'];
  const waiting: ConversationRecord = { ...record, handed: now, followed, handling: { state: 'taken', by, at: now } };
  return enqueueShow(waiting, allDesks(waiting), now);
}

/** Returns the record with a note of what the person writes among staff, without a reply. How urgent they say it is the tickets show. */
export function overheard(
  record: ConversationRecord,
  { note, desks }: { readonly note: PendingNote; readonly desks: readonly string[] },
  id: string,
  lease: Lease,
): ConversationRecord {
  const before = fromSnapshot(record.talk);
  const talk = 'text' in note ? withUrgency(before, note.text) : before;
  const heard = talk === before ? record : enqueueShow({ ...record, talk: toSnapshot(talk) }, desks, lease.now);
  const noted = waitingAgain(enqueueNote(heard, desks, id, note, lease.now), note, lease.now);
  return nextVersion({ ...noted, alarms: timersOf(noted, lease) }, lease);
}

/** Returns the state of a conversation whose case no desk has any longer: its letter is for the person to send. */
export function leftByDesk(talk: ConversationRecord['talk']): ConversationRecord['talk'] {
  const before = fromSnapshot(talk);
  return isHandedOver(before) ? { ...toSnapshot(sendEvent(before, { type: 'off-desk' })), lead: talk.lead } : talk;
}

/** Returns the number of notes that wait for desks. */
const owed = ({ lanes }: ConversationRecord): number =>
  laneNames(lanes)
    .filter(isDeskLane)
    .reduce((sum, name) => sum + laneOf(lanes, name).jobs.filter(({ kind }) => kind === 'note').length, 0);

/** Returns true if a turn only added a note to the tickets, as `overheard` does. */
export const isOverheard = (before: ConversationRecord | undefined, after: ConversationRecord): boolean =>
  before !== undefined && after.talk.lead === before.talk.lead && owed(after) > owed(before);

/** Enqueues the tickets of a case that was just handed over, as `enqueueTicket` does, and has the case know whether a desk has it. */
export function withTicket(
  record: ConversationRecord,
  was: ConversationRecord['talk'] | undefined,
  talk: Conversation,
  lease: Lease,
): ConversationRecord {
  const stands = joining(record, was, talk, lease);
  const ticketed = enqueueTicket(stands, was, talk, lease);
  const isAtDesk = isHandedOver(talk) && desksWithTicket(ticketed, talk, lease).length > 0;
  const { context } = talk.snapshot;
  const isOther = isAtDesk && isNewAt(ticketed, was, context, lease) && context.sentTo !== addresseeOf(context);
  if (!isHandedOver(talk) || (isAtDesk === context.atDesk && !isOther))
    return withLetterElsewhere(ticketed, was, talk, lease);
  const known = sendEvent(talk, { type: isAtDesk ? 'at-desk' : 'off-desk' });
  return enqueueTicket({ ...stands, talk: toSnapshot(known) }, was, known, lease);
}

/** Returns true where a letter was just handed over that a desk takes. */
const isNewAt = (
  record: ConversationRecord,
  was: ConversationRecord['talk'] | undefined,
  context: Conversation['snapshot']['context'],
  lease: Lease,
): boolean =>
  escalated(record.talk) &&
  (was === undefined || !escalated(was)) &&
  lease.desks(record.conversation, context).length > 0;

/** Returns the record of a case at a desk whose person has just got a letter to somebody else, which the desk hears of; any other as it is. */
function withLetterElsewhere(
  record: ConversationRecord,
  was: ConversationRecord['talk'] | undefined,
  { snapshot, language }: Conversation,
  lease: Lease,
): ConversationRecord {
  const { context } = snapshot;
  const isNew = escalated(record.talk) && was !== undefined && !escalated(was);
  if (!isNew || !context.atDesk || lease.desks(record.conversation, context).length > 0) return record;
  const words = wordsIn(language).letters;
  const recipient = words.text(`handover:recipients.${addresseeOf(context)}`);
  const note = { kind: 'words', text: words.text('desk:also-wrote', { recipient }) } as const;
  return enqueueNote(record, allDesks(record), `also ${record.version}`, note, lease.now);
}

/** Returns the record with the tickets of its case open again where that is handed over once more after it had ended: the letter joins them. */
function joining(
  record: ConversationRecord,
  was: ConversationRecord['talk'] | undefined,
  { snapshot }: Conversation,
  lease: Lease,
): ConversationRecord {
  const { context } = snapshot;
  const isOver = context.sentTo !== undefined && allDesks(record).length === 0;
  if (!isOver || !isNewAt(record, was, context, lease)) return record;
  return reopened(record, String(record.version), lease.now);
}
