import { setTimeout as sleep } from 'node:timers/promises';
import { describeError } from '../lib/describe-error.ts';
import type { Row } from '../storage.ts';
import { changesByTime } from './changes.ts';
import type { Deps } from './deps.ts';
import { newLease } from './deps.ts';
import { emptied, isEmptied } from './emptied.ts';
import { laneNames, laneOf } from './lanes.ts';
import { countSwept } from './observe.ts';
import { occurrencesOf } from './occurrences.ts';
import { type ConversationRecord, fromRow, recordFormat } from './record.ts';
import { write } from './record-store.ts';
import { fireTimers } from './timers.ts';
import type { Workers } from './worker.ts';

/** Maximum number of conversations that are claimed at a time. */
const batch = 50;
/** Maximum number of conversations in which one sweep looks for stranded work: about a millisecond of database time. */
const sliceSize = 2_000;
const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/** The function that claims due work once: retries, timers, and lanes whose lease expired in a crash. It may run on any process; each conversation is claimed by one only. Resolves to the number of conversations. Rejects when the database does. */
export type Sweep = () => Promise<number>;

/** Returns a sweep that also looks, slice by slice, for work that was stranded in the future when the clock jumped back: at the start, when it sees the clock jump back, and every hour. */
export function sweeps(deps: Deps, workers: Workers): Sweep {
  const { store, policy } = deps;
  let last = Number.POSITIVE_INFINITY;
  let thorough = 0;
  let after: string | undefined;
  return async () => {
    const now = deps.now();
    const horizon = now + policy.maxWait;
    if (now < last || now - thorough >= hour) {
      thorough = now;
      after = '';
    }
    last = now;
    if (after !== undefined) after = await store.recall({ after, limit: sliceSize }, horizon);
    const channels = deps.adapters.map(({ channel }) => channel);
    const times = { now, until: now + policy.lease, horizon };
    const rows = await store.claim({ channels, format: recordFormat, ...times, limit: batch });
    const records = rows.map((row) => ({ row, record: fromRow(row) }));
    // The oldest jobs come first, also when a channel has just recovered from an outage.
    records.sort((one, other) => sinceOf(one.record) - sinceOf(other.record));
    for (const { row, record } of records) {
      try {
        await (record === undefined ? retire(deps, row, now) : look(deps, workers, record));
      } catch (error) {
        // A record whose work fails does not delay the others.
        const about = { conversation: row.conversation, delivery: '', error: describeError(error) };
        deps.log.error(about, 'record left to a later sweep');
      }
    }
    return rows.length;
  };
}

const sinceOf = (record: ConversationRecord | undefined): number =>
  Math.min(
    Number.MAX_SAFE_INTEGER,
    ...(record === undefined
      ? []
      : laneNames(record.lanes).flatMap((name) => laneOf(record.lanes, name).jobs[0]?.since ?? [])),
  );

/** Sets a damaged record aside and leaves an empty row, which is claimed only once more, to be deleted after the retention time. */
async function retire({ store, policy, log, metrics }: Deps, row: Row, now: number): Promise<void> {
  if (isEmptied(row)) {
    await store.remove(row.conversation, row.version);
    return;
  }
  metrics.add('ninsho_records_unreadable_total', {});
  log.error({ conversation: row.conversation, delivery: '' }, 'record cannot be read; set aside');
  await store.setAside(row, now);
  await store.save(emptied(row, now + policy.deleteAfter));
}

async function look(deps: Deps, workers: Workers, record: ConversationRecord): Promise<void> {
  const lease = newLease(deps);
  const next = fireTimers(record, lease);
  if (next === undefined) {
    deps.cache.drop(record.conversation);
    await deps.store.remove(record.conversation, record.version);
  }
  // After a conflict, another process is working on the conversation.
  else {
    const changes = changesByTime(record, next);
    if (!(await write(deps, next, occurrencesOf(deps, next, changes)))) return;
    countSwept(deps.metrics, record, next, changes, lease.by);
    workers.begin(next, lease.by);
  }
}

/** Starts to sweep at `sweepInterval`, with jitter, until it is stopped, and deletes expired data once a day. A sweep that fails is logged, and the next one is a retry. */
export function sweeper(deps: Deps, sweep: Sweep): { stop(): Promise<void> } {
  const end = new AbortController();
  let purged = 0;
  const tidy = async () => {
    if (Math.abs(deps.now() - purged) < day) return;
    purged = deps.now();
    await deps.store.purge(purged - deps.policy.deleteAfter, recordFormat);
    await deps.store.dropOccurrences(purged - deps.policy.keepOccurrences);
  };
  const run = async () => {
    while (!end.signal.aborted) {
      let found = 0;
      try {
        deps.cache.tidy();
        found = await sweep();
        await tidy();
      } catch (error) {
        deps.log.error({ conversation: '', delivery: '', error: describeError(error) }, 'sweep failed');
      }
      // After a full batch more work is waiting, but a channel that has just recovered must not be flooded.
      const pause = found < batch ? deps.policy.sweepInterval * (0.5 + deps.random()) : deps.policy.sweepInterval / 10;
      await sleep(pause, undefined, { signal: end.signal }).catch(() => {});
    }
  };
  const ended = run();
  return {
    stop: () => {
      end.abort();
      return ended;
    },
  };
}
