import { type Conversation, sendEvent } from '../conversation/conversation.ts';
import { handedBack, isHandedOver, relayed } from '../conversation/relay.ts';
import type { Incoming, TicketNote } from '../ports.ts';
import { saysHandBack } from '../understanding/desk-words.ts';
import type { Lease } from './deps.ts';
import { enqueueNote, enqueueTicket, hasTicket, nextVersion } from './outbox.ts';
import type { ConversationRecord } from './record.ts';
import { toSnapshot } from './snapshot.ts';
import { timersOf } from './timers.ts';

/** What an input means for the ticket of a case. */
interface AboutTicket {
  /** The note for the desk; undefined: none. */
  readonly note: TicketNote | undefined;
  /** The conversation after it; undefined: as it goes on by itself. */
  readonly talk: Conversation | undefined;
  /** True if staff who took the case over hand it back to the bot. */
  readonly handsBack: boolean;
}
const nothing: AboutTicket = { note: undefined, talk: undefined, handsBack: false };

/** Returns true where staff write in the conversation themselves, so that the bot keeps silent until it is spoken to. */
export const isStaffed = ({ quiet }: ConversationRecord, talk: Conversation, { addressed }: Incoming): boolean =>
  quiet && isHandedOver(talk) && !addressed;

/** Returns true for what staff who took a case over say to the bot to hand it back; whoever speaks to it there otherwise speaks for themselves. */
export const handsBack = (record: ConversationRecord, { person, addressed, input }: Incoming): boolean =>
  record.quiet && person !== record.person && addressed && input.type === 'text' && saysHandBack(input.text);

/** Returns what an input means for the ticket that the desk has of a case. */
export function aboutTicket(record: ConversationRecord, talk: Conversation, incoming: Incoming): AboutTicket {
  const { person, input } = incoming;
  const isOpen = talk.snapshot.context.atDesk || hasTicket(record, talk);
  if (person === record.person) {
    const told = isOpen ? relayed(talk, input, isStaffed(record, talk, incoming)) : undefined;
    return told === undefined ? nothing : { ...told, handsBack: false };
  }
  if (!handsBack(record, incoming)) return nothing;
  const back = handedBack(talk);
  return { talk: back, handsBack: true, note: isOpen && !isHandedOver(back) ? { kind: 'with-bot' } : undefined };
}

/** Returns the record with a note of what the person writes among staff, without a reply. */
export function overheard(record: ConversationRecord, id: string, note: TicketNote, lease: Lease): ConversationRecord {
  const noted = enqueueNote(record, id, note, lease.now);
  return nextVersion({ ...noted, alarms: timersOf(noted, lease.now, lease.policy) }, lease);
}

/** Returns true if a turn only added a note to the ticket, as `overheard` does. */
export const isOverheard = (before: ConversationRecord | undefined, after: ConversationRecord): boolean =>
  before !== undefined && after.talk === before.talk && after.lanes.desk.jobs.length > before.lanes.desk.jobs.length;

/** Enqueues the ticket of a case that was just handed over, as `enqueueTicket` does, and has the case know of it. */
export function withTicket(
  record: ConversationRecord,
  was: ConversationRecord['talk'] | undefined,
  talk: Conversation,
  lease: Lease,
): ConversationRecord {
  if (enqueueTicket(record, was, talk, lease) === record) return record;
  const known = sendEvent(talk, { type: 'at-desk' });
  return enqueueTicket({ ...record, talk: toSnapshot(known) }, was, known, lease);
}
