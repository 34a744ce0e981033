import { setTimeout as sleep } from 'node:timers/promises';
import { describeError } from '../lib/describe-error.ts';
import { type Channel, channels, type Row } from '../ports.ts';
import type { Deps } from './deps.ts';
import { newLease } from './deps.ts';
import { laneNames } from './lanes.ts';
import { type ConversationRecord, emptied, fromRow, isEmptied, recordFormat } from './record.ts';
import { write } from './record-store.ts';
import { fireTimers } from './timers.ts';
import type { Workers } from './worker.ts';

/** So many conversations are claimed at a time. */
const batch = 50;
/** Maximum number of conversations that one look for stranded work takes in: a millisecond or so of the database. */
const sliceSize = 2_000;
const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/** Picks up what is due, on any process, once: what a crash left, retries, alarms. Resolves to how many conversations that were. */
export type Sweep = () => Promise<number>;

/** Returns a sweep that also looks, slice by slice, for what a clock that jumped back has left: at first, when it sees the clock jump, and every hour. */
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
    const served: readonly Channel[] = channels.filter((channel) => deps.adapters[channel] !== undefined);
    const times = { now, until: now + policy.lease, horizon };
    const rows = await store.claim({ channels: served, format: recordFormat, ...times, limit: batch });
    const records = rows.map((row) => ({ row, record: fromRow(row) }));
    // Who has waited longest comes first, also where a channel has just come back.
    records.sort((one, other) => sinceOf(one.record) - sinceOf(other.record));
    for (const { row, record } of records) {
      try {
        await (record === undefined ? retire(deps, row, now) : look(deps, workers, record));
      } catch (error) {
        // One that cannot be dealt with keeps no other waiting.
        const about = { conversation: row.conversation, delivery: '', error: describeError(error) };
        deps.log.error(about, 'record left to a later sweep');
      }
    }
    return rows.length;
  };
}

const sinceOf = (record: ConversationRecord | undefined): number =>
  Math.min(Number.MAX_SAFE_INTEGER, ...laneNames.flatMap((name) => record?.lanes[name].jobs[0]?.since ?? []));

/** Sets a damaged record aside, so that it is found only once more, to be deleted. */
async function retire({ store, policy, log, metrics }: Deps, row: Row, now: number): Promise<void> {
  if (isEmptied(row)) {
    await store.remove(row.conversation, row.version);
    return;
  }
  metrics.add('unreadable');
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
  // Where the save comes second, somebody else is at it.
  else if (await write(deps, next)) workers.begin(next, lease.by);
}

/** Sweeps every so often until it is stopped. A database that is away is tried again. */
export function sweeper(deps: Deps, sweep: Sweep): { stop(): Promise<void> } {
  const end = new AbortController();
  let purged = 0;
  const tidy = async () => {
    if (Math.abs(deps.now() - purged) < day) return;
    purged = deps.now();
    await deps.store.purge(purged - deps.policy.deleteAfter, recordFormat);
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
      // More is waiting after a full batch, but a channel that has just come back is not flooded.
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
