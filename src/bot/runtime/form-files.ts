import type { Conversation } from '../conversation/conversation.ts';
import { withLead } from '../conversation/conversation.ts';
import { heardOfFiles, isHandedOver } from '../conversation/relay.ts';
import type { Input, SentFile } from '../types.ts';
import type { Lease } from './deps.ts';
import { laneOf } from './lanes.ts';
import { acquired } from './outbox.ts';
import type { ConversationRecord } from './record.ts';
import { fromSnapshot } from './snapshot.ts';
import { desksWithTicket, enqueueNote } from './tickets.ts';

/** The files of a form that go to desks, and the conversation that says which of them do not. */
interface ToPassOn {
  readonly files: readonly SentFile[];
  readonly talk: Conversation;
}

/** Returns which files of an input go to desks beside the letter: those of the form by which the case is handed over. Where no desk takes the letter its form asks for none, and there are none. */
export function filesBeside(
  { conversation }: ConversationRecord,
  before: Conversation,
  input: Input,
  next: Conversation,
  lease: Lease,
): ToPassOn {
  if (input.type !== 'form' || isHandedOver(before) || !isHandedOver(next)) return { files: [], talk: next };
  if (lease.desks(conversation, next.snapshot.context).length === 0) return { files: [], talk: next };
  return { files: input.files, talk: withLead(next, ...heardOfFiles(input.files)) };
}

/** Enqueues files for the desks behind the tickets of the letter: those that came with its form (`inForm`), or that were still to be read when the case was handed over, and lie in the conversation. `name` makes the idempotency key. */
export function enqueueBeside(
  record: ConversationRecord,
  files: readonly SentFile[],
  name: string,
  lease: Lease,
  inForm: boolean,
): ConversationRecord {
  if (files.length === 0) return record;
  const desks = desksWithTicket(record, fromSnapshot(record.talk), lease);
  return acquired(enqueueNote(record, desks, name, { kind: 'file', text: '', files, inForm }, lease.now), lease);
}

/** Returns the files of a case that were still to be read when it was handed over: the desk gets them as they are. */
export const unreadBy = (record: ConversationRecord, before: Conversation, next: Conversation): readonly SentFile[] =>
  isHandedOver(before) || !isHandedOver(next)
    ? []
    : laneOf(record.lanes, 'pictures').jobs.flatMap((job) => (job.kind === 'read' ? job.file : []));
