import type { Sight, Unseen } from '../conversation/seen.ts';
import { textOf } from '../desk/attachments.ts';
import { withTimeout } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import { RateLimitedError } from '../lib/rates.ts';
import type { PictureText } from '../pictures.ts';
import type { Adapter, Fetched, MessageRef } from '../ports.ts';
import { readLog, readScreen } from '../understanding/screen/index.ts';
import { backoffOf } from './delivery.ts';
import type { Deps } from './deps.ts';
import { type Again, laneOf, type Read, type Result } from './lanes.ts';
import type { ConversationRecord } from './record.ts';
import { adapterFor } from './registry.ts';

/** Maximum size of what is read, in bytes. */
const most = { picture: 12_000_000, text: 100_000, pdf: 0, other: 0 } as const;

/** The result of an attempt: something was seen, or it is to be made again. */
type Attempt = Sight | Failure;
type Failure = Pick<Again, 'reason' | 'after' | 'slot' | 'why'>;

const unseen = (why: Unseen): Sight => ({ seen: null, why });

/**
 * Attempts to read what a person sent, once: fetches it, reads it, and has their conversation go on with what was seen,
 * which also takes the job out of its lane. Resolves to undefined if the process is about to end, so that another
 * one reads it. Never rejects. After `reading.patience` the person is asked instead, also where every attempt ended
 * with its process.
 */
export async function readSent(deps: Deps, record: ConversationRecord, job: Read): Promise<Result | undefined> {
  const isLate = deps.now() - job.since >= deps.policy.reading.patience;
  const attempt = isLate && job.unsure ? unseen('failed') : await look(deps, record, job);
  if (deps.line.isClosed()) return undefined;
  if ('reason' in attempt && !isLate) return again(deps, job, attempt);
  const sight = 'reason' in attempt ? unseen('failed') : attempt;
  try {
    await deps.see(record, job, sight);
    return { key: job.key, now: deps.now(), outcome: 'done', message: '' as MessageRef };
  } catch (error) {
    return again(deps, job, failed(deps, record, error));
  }
}

/** Returns that an attempt is to be made again: no later than when the person is to be asked instead, however long the channel asks to wait. */
function again({ now, policy }: Deps, { key, unsure, since }: Read, attempt: Failure): Result {
  const left = since + policy.reading.patience - now();
  const after = left > 0 ? Math.min(attempt.after, left) : attempt.after;
  return { key, now: now(), outcome: 'again', unsure, ...attempt, after };
}

/** Fetches and reads what was sent, a picture after those that are read before it. Never rejects. */
async function look(deps: Deps, record: ConversationRecord, job: Read): Promise<Attempt> {
  const { reading } = deps.policy;
  const adapter = adapterFor(deps, record.conversation);
  if (adapter === undefined) return failed(deps, record, new Error('This channel is not served here'));
  if (job.file.kind !== 'picture') return fetchAndRead(deps, adapter, record, job);
  if (!(await deps.line.enter(job.since, reading.waitInPlace)))
    return { reason: 'slot', after: 0, slot: null, why: 'others are read first' };
  try {
    return await fetchAndRead(deps, adapter, record, job);
  } finally {
    deps.line.leave();
  }
}

async function fetchAndRead(deps: Deps, adapter: Adapter, record: ConversationRecord, job: Read): Promise<Attempt> {
  const { now, policy } = deps;
  const { file } = job;
  const to = { conversation: record.conversation, address: record.address, language: record.talk.language };
  const limit = adapter.limitOf(to, 'fetch');
  try {
    const permit = await deps.limiter.ask(limit, job.slot);
    const { slot } = permit;
    if (permit.due > now()) return { reason: 'slot', after: permit.due - now(), slot, why: 'its rate limit' };
    const fetched = await withTimeout(policy.timeout, adapter.fetch(to, file, most[file.kind]));
    switch (fetched.outcome) {
      case 'none':
        return unseen(fetched.why);
      case 'fetched':
        return file.kind === 'picture' ? await readPicture(deps, fetched.bytes) : readText(fetched.bytes);
      case 'later':
        return later(deps, record, fetched);
    }
  } catch (error) {
    return failed(deps, record, error);
  }
}

async function readPicture({ pictures, policy }: Deps, bytes: Uint8Array): Promise<Sight> {
  if (pictures === null) return unseen('failed');
  const reading: PictureText = await withTimeout(
    policy.reading.timeout,
    pictures.read(bytes, () => {}),
  ).catch(() => ({ outcome: 'unread', why: 'failed' }));
  return reading.outcome === 'read' ? { seen: readScreen(reading.lines), why: null } : unseen(reading.why);
}

function readText(bytes: Uint8Array): Sight {
  const text = textOf(bytes);
  return text === undefined ? unseen('not this type') : { seen: readLog(text), why: null };
}

const later = (
  deps: Deps,
  { lanes }: ConversationRecord,
  { reason, after, why }: Extract<Fetched, { readonly outcome: 'later' }>,
): Failure => ({ reason, after: Math.max(after, pauseOf(deps, lanes)), slot: null, why });

function failed(deps: Deps, { lanes }: ConversationRecord, error: unknown): Failure {
  const why = describeError(error);
  return error instanceof RateLimitedError
    ? { reason: 'rate limit', after: error.after, slot: null, why }
    : { reason: 'outage', after: pauseOf(deps, lanes), slot: null, why };
}

/** Returns the milliseconds until the next attempt: no more than some seconds, since the person waits. */
const pauseOf = (deps: Deps, lanes: ConversationRecord['lanes']): number =>
  Math.min(longestPause, backoffOf(deps, laneOf(lanes, 'pictures').tries));
const longestPause = 20_000;
