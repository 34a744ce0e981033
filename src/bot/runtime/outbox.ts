import { digest } from '../lib/hash.ts';
import type { AttachedAtDesk } from '../types.ts';
import type { Lease } from './deps.ts';
import {
  type Attach,
  acquire,
  append,
  laneNames,
  type Notice,
  type Post,
  type Settle,
  untried,
  withLane,
} from './lanes.ts';
import { answerableMessages } from './open-messages.ts';
import type { ConversationRecord } from './record.ts';

/** Returns the record with its version incremented and its free lanes acquired under a lease. */
export const nextVersion = (record: ConversationRecord, lease: Lease): ConversationRecord => ({
  ...acquired(record, lease),
  version: record.version + 1,
});

/** Returns the record with its free lanes acquired under a lease. */
export const acquired = (record: ConversationRecord, { by, now, policy }: Lease): ConversationRecord => ({
  ...record,
  lanes: laneNames(record.lanes).reduce(
    (lanes, name) => withLane(lanes, name, acquire(lanes, name, by, now, policy)),
    record.lanes,
  ),
});

/** Enqueues a message that shows the present state of the conversation. `name` makes its idempotency key; `instead`: see `Post`. */
export function enqueuePost(
  record: ConversationRecord,
  name: string,
  notices: readonly Notice[],
  now: number,
  instead: Post['instead'] = null,
): ConversationRecord {
  const key = digest(record.conversation, String(record.born), name);
  const post: Post = { kind: 'post', key, since: now, ...untried, talk: record.talk, notices, answer: null, instead };
  return { ...record, lanes: { ...record.lanes, channel: append(record.lanes.channel, post) } };
}

/** Enqueues the files that came with an answer of the desk, after the answer. `name` makes the idempotency key. */
export function enqueueAttach(
  record: ConversationRecord,
  name: string,
  attached: AttachedAtDesk | null,
  now: number,
): ConversationRecord {
  if (attached === null || attached.files.length === 0) return record;
  const key = digest(record.conversation, String(record.born), 'attach', name);
  const job: Attach = { kind: 'attach', key, since: now, ...untried, talk: record.talk, attached };
  return { ...record, lanes: { ...record.lanes, channel: append(record.lanes.channel, job) } };
}

/** Enqueues edits of the open messages, since a new message is about to replace them: the newest one alone has buttons. A message still in the outbox is settled once its delivery is confirmed. `answer`: the label of the button that was pressed; empty if none was. `instead`: the message whose place the new one takes, which is not edited before. */
export function enqueueSettle(
  record: ConversationRecord,
  answer: string,
  now: number,
  instead: Post['instead'] = null,
): ConversationRecord {
  const { conversation, born } = record;
  const { channel } = record.lanes;
  const last = channel.jobs.findLastIndex(({ kind }) => kind === 'post');
  const jobs = channel.jobs.map((job, n) =>
    job.kind === 'post' ? { ...job, answer: job.answer ?? (n === last ? answer : '') } : job,
  );
  const old = answerableMessages(record).filter(({ message }) => message !== instead);
  const settles = old.map(({ message, talk, notices }): Settle => {
    const key = digest(conversation, String(born), 'settle', message);
    return { kind: 'settle', key, since: now, ...untried, talk, message, notices, answer };
  });
  const next = { ...channel, jobs };
  return {
    ...record,
    live: [],
    lanes: { ...record.lanes, channel: settles.length > 0 ? append(next, ...settles) : next },
  };
}
