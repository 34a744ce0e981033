import { setTimeout as sleep } from 'node:timers/promises';
import { type Channel, channels, type Row } from '../ports.ts';
import { describeError } from './describe-error.ts';
import type { Drain } from './drain.ts';
import { dutyIn } from './duty.ts';
import { ring } from './ring.ts';
import { fromRow } from './saved.ts';
import { write } from './update.ts';
import type { World } from './world.ts';

/** So many conversations are claimed at a time. */
const batch = 50;
const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/** Picks up what is due, on any process, once: what a crash left, retries, alarms. Resolves to how many conversations that were. */
export type Sweep = () => Promise<number>;

/** A sweep that also looks for what a clock that jumped back has left: at first, when it sees the clock jump, and every hour. */
export function sweeps(world: World, drain: Drain): Sweep {
  const { store, terms } = world;
  let last = Number.POSITIVE_INFINITY;
  let thorough = 0;
  return async () => {
    const now = world.now();
    const everywhere = now < last || now - thorough >= hour;
    const served: readonly Channel[] = channels.filter((channel) => world.adapters[channel] !== undefined);
    const times = { now, until: now + terms.lease, horizon: now + terms.horizon };
    const rows = await store.claim({ channels: served, ...times, everywhere, limit: batch });
    last = now;
    if (everywhere) thorough = now;
    for (const row of rows) await look(world, drain, row, now);
    return rows.length;
  };
}

async function look(world: World, drain: Drain, row: Row, now: number): Promise<void> {
  const { store, terms, log } = world;
  const saved = fromRow(row);
  if (saved === undefined) {
    world.tally.add('unreadable');
    log.error({ conversation: row.conversation, delivery: '' }, 'record cannot be read; left until the person writes');
    await store.save({ ...row, version: row.version + 1, workAt: null, alarmAt: now + terms.retention });
    return;
  }
  const duty = dutyIn(world);
  const next = ring(saved, duty);
  if (next === undefined) {
    world.recent.drop(saved.conversation);
    await store.remove(saved.conversation, saved.version);
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
    await world.store.purge(purged - world.terms.retention);
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
