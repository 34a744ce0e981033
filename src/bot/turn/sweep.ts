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
const day = 24 * 60 * 60 * 1_000;

/** Picks up what is due, on any process, once: what a crash left, retries, alarms. How many conversations that were. */
export async function sweep(world: World, drain: Drain): Promise<number> {
  const { store, terms } = world;
  const now = world.now();
  const served: readonly Channel[] = channels.filter((channel) => world.adapters[channel] !== undefined);
  const rows = await store.claim({
    channels: served,
    now,
    until: now + terms.lease,
    horizon: now + terms.horizon,
    limit: batch,
  });
  for (const row of rows) await look(world, drain, row, now);
  return rows.length;
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
export function sweeper(world: World, drain: Drain): { stop(): Promise<void> } {
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
        found = await sweep(world, drain);
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
