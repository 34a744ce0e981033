import type { Conversation, Lead } from '../conversation/conversation.ts';
import { isOver } from '../conversation/new-case.ts';
import { isHandedOver } from '../conversation/relay.ts';
import { digest } from '../lib/hash.ts';
import type { Input, SentFile } from '../types.ts';
import type { Lease } from './deps.ts';
import { append, emptyLane, laneOf, type Read, untried, withLane } from './lanes.ts';
import type { ConversationRecord } from './record.ts';

/** Maximum number of files of a message that are read, and of all that wait in a conversation. */
const most = { together: 4, waiting: 12 };

/** The files of a message that are read, and the conversation that says so. */
export interface ToRead {
  readonly files: readonly SentFile[];
  readonly talk: Conversation;
}

/** Returns which files of an input are read where it was taken as one that cannot be, and says so in place of that. After a hand-over none is. */
export function toRead(
  { lanes }: Pick<ConversationRecord, 'lanes'>,
  input: Input,
  talk: Conversation,
  lease: Lease,
): ToRead {
  const isRefused = talk.lead.some(isRefusal);
  if (input.type !== 'file' || !isRefused || isHandedOver(talk)) return { files: [], talk };
  const readable = input.files.filter((file) => isReadable(file, lease));
  const room = Math.max(0, most.waiting - laneOf(lanes, 'pictures').jobs.length);
  const files = readable.slice(0, Math.min(most.together, room));
  const others = input.files.some(({ kind }) => kind === 'pdf' || kind === 'other');
  const says: readonly Lead[] = [
    ...(files.some(({ kind }) => kind === 'picture')
      ? [{ say: lease.pictures === 'in line' ? 'picture-in-line' : 'picture-reading' } as const]
      : files.length > 0
        ? [{ say: 'log-reading' } as const]
        : []),
    ...(files.length < readable.length ? [{ say: 'pictures-left' } as const] : []),
    ...(others && lease.pictures !== 'not read' ? [{ say: 'send-picture' } as const] : []),
  ];
  if (says.length === 0) return { files, talk };
  return { files, talk: { ...talk, lead: [...says, ...talk.lead.filter((lead) => !isRefusal(lead))] } };
}

/** Returns true for the sentence that a file cannot be read. */
const isRefusal = (lead: Lead): boolean => 'say' in lead && lead.say === 'file';

const isReadable = ({ kind, ref }: SentFile, { pictures }: Lease): boolean =>
  ref !== '' && (kind === 'text' || (kind === 'picture' && pictures !== 'not read'));

/** Enqueues the reading of files. `name` makes the idempotency keys. */
export function enqueueReadings(
  record: ConversationRecord,
  files: readonly SentFile[],
  name: string,
  now: number,
): ConversationRecord {
  if (files.length === 0) return record;
  const jobs = files.map((file, n): Read => {
    const key = digest(record.conversation, String(record.born), 'read', name, String(n));
    return { kind: 'read', key, since: now, ...untried, talk: record.talk, file };
  });
  const lane = append(laneOf(record.lanes, 'pictures'), ...jobs);
  return { ...record, lanes: withLane(record.lanes, 'pictures', lane) };
}

/** Returns the record without what waits to be read, where that was sent in a case that has ended since, or is with a desk. */
export function withoutReadings(
  record: ConversationRecord,
  before: Conversation,
  next: Conversation,
): ConversationRecord {
  const isLeft = isHandedOver(next) || isOver(next) !== isOver(before) || next.lead.some(isNewCase);
  return isLeft ? { ...record, lanes: withLane(record.lanes, 'pictures', emptyLane) } : record;
}

const isNewCase = (lead: Lead): boolean => 'say' in lead && (lead.say === 'new-case' || lead.say === 'restarted');

/** Returns the record without a job that has read something; undefined if it is there no more, so that nobody waits for what was seen. */
export function withoutReading(record: ConversationRecord, key: string): ConversationRecord | undefined {
  const lane = laneOf(record.lanes, 'pictures');
  const jobs = lane.jobs.filter((job) => job.key !== key);
  if (jobs.length === lane.jobs.length) return undefined;
  return { ...record, lanes: withLane(record.lanes, 'pictures', { ...lane, jobs }) };
}
