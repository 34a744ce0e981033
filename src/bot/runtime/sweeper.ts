import { setTimeout as sleep } from 'node:timers/promises';
import { describeError } from '../lib/describe-error.ts';
import { type Channel, channels, type Row } from '../ports.ts';
import type { World } from './deps.ts';
import { dutyIn } from './deps.ts';
import { laneNames } from './lanes.ts';
import { emptied, fromRow, isEmptied, recordFormat, type Saved } from './record.ts';
import { write } from './record-store.ts';
import { ring } from './timers.ts';
import type { Drain } from './worker.ts';

/** So many conversations are claimed at a time. */
const batch = 50;
/** Maximum number of conversations that one look for stranded work takes in: a millisecond or so of the database. */
const sliceSize = 2_000;
const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/** Picks up what is due, on any process, once: what a crash left, retries, alarms. Resolves to how many conversations that were. */
export type Sweep = () => Promise<number>;

/** Returns a sweep that also looks, slice by slice, for what a clock that jumped back has left: at first, when it sees the clock jump, and every hour. */
export function sweeps(world: World, drain: Drain): Sweep {
  const { store, terms } = world;
  let last = Number.POSITIVE_INFINITY;
  let thorough = 0;
  let after: string | undefined;
  return async () => {
    const now = world.now();
    const horizon = now + terms.horizon;
    if (now < last || now - thorough >= hour) {
      thorough = now;
      after = '';
    }
    last = now;
    if (after !== undefined) after = await store.recall({ after, limit: sliceSize }, horizon);
    const served: readonly Channel[] = channels.filter((channel) => world.adapters[channel] !== undefined);
    const times = { now, until: now + terms.lease, horizon };
    const rows = await store.claim({ channels: served, format: recordFormat, ...times, limit: batch });
    const records = rows.map((row) => ({ row, saved: fromRow(row) }));
    // Who has waited longest comes first, also where a channel has just come back.
    records.sort((one, other) => sinceOf(one.saved) - sinceOf(other.saved));
    for (const { row, saved } of records) {
      try {
        await (saved === undefined ? retire(world, row, now) : look(world, drain, saved));
      } catch (error) {
        // One that cannot be dealt with keeps no other waiting.
        const about = { conversation: row.conversation, delivery: '', error: describeError(error) };
        world.log.error(about, 'record left to a later sweep');
      }
    }
    return rows.length;
  };
}

const sinceOf = (saved: Saved | undefined): number =>
  Math.min(Number.MAX_SAFE_INTEGER, ...laneNames.flatMap((name) => saved?.lanes[name].jobs[0]?.since ?? []));

/** Sets a damaged record aside, so that it is found only once more, to be deleted. */
async function retire({ store, terms, log, tally }: World, row: Row, now: number): Promise<void> {
  if (isEmptied(row)) {
    await store.remove(row.conversation, row.version);
    return;
  }
  tally.add('unreadable');
  log.error({ conversation: row.conversation, delivery: '' }, 'record cannot be read; set aside');
  await store.setAside(row, now);
  await store.save(emptied(row, now + terms.retention));
}

async function look(world: World, drain: Drain, saved: Saved): Promise<void> {
  const duty = dutyIn(world);
  const next = ring(saved, duty);
  if (next === undefined) {
    world.recent.drop(saved.conversation);
    await world.store.remove(saved.conversation, saved.version);
  }
  // Where the save comes second, somebody else is at it.
  else if (await write(world, next)) drain.begin(next, duty.by);
}

/** Sweeps every so often until it is stopped. A database that is away is tried again. */
export function sweeper(world: World, sweep: Sweep): { stop(): Promise<void> } {
  const end = new AbortController();
  let purged = 0;
  const tidy = async () => {
    if (Math.abs(world.now() - purged) < day) return;
    purged = world.now();
    await world.store.purge(purged - world.terms.retention, recordFormat);
  };
  const run = async () => {
    while (!end.signal.aborted) {
      let found = 0;
      try {
        world.recent.tidy();
        found = await sweep();
        await tidy();
      } catch (error) {
        world.log.error({ conversation: '', delivery: '', error: describeError(error) }, 'sweep failed');
      }
      // More is waiting after a full batch, but a channel that has just come back is not flooded.
      const pause = found < batch ? world.terms.sweep * (0.5 + world.random()) : world.terms.sweep / 10;
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
