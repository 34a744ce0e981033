import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Rate } from '../../bot/lib/rates.ts';
import type { Store } from '../../bot/storage.ts';
import type { Columns, Database } from './database.ts';
import { gather } from './gather.ts';

const sql = {
  load: 'SELECT version, tail, called, called_at, passed, spacing FROM rate_limits WHERE name = $1',
  insert: `INSERT INTO rate_limits (name, version, tail, called, called_at, passed, spacing, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (name) DO NOTHING`,
  update: `UPDATE rate_limits SET version = $2, tail = $3, called = $4, called_at = $5, passed = $6, spacing = $7, at = $8
    WHERE name = $1 AND version = $2 - 1`,
};

/** Maximum number of rate limits in the cache. */
const most = 1_000;

/** The state of a rate limit as last read or written. */
interface Stored {
  readonly version: number;
  readonly rate: Rate | undefined;
}
type Change = (rate: Rate | undefined) => readonly [Rate, unknown];

/** Returns a function that changes the state of a rate limit by compare-and-set, with retry. Concurrent changes of one limit in this process take one statement together, unless another process was first. */
export function rateLimitsIn(database: Database): Store['changeRate'] {
  const queues = new LRUCache<string, (change: Change) => Promise<unknown>>({ max: most });

  async function load(name: string): Promise<Stored> {
    const [row] = await database.rows(sql.load, [name]);
    return row === undefined ? { version: 0, rate: undefined } : { version: Number(row['version']), rate: toRate(row) };
  }

  async function write(name: string, version: number, rate: Rate): Promise<boolean> {
    const { tail, called, calledAt, passed, interval } = rate;
    const values = [name, version, tail, called, Math.round(calledAt), passed, interval, Date.now()];
    return (await database.change(version === 1 ? sql.insert : sql.update, values)) === 1;
  }

  function queueOf(name: string): (change: Change) => Promise<unknown> {
    let known: Stored | undefined;
    return gather(async (changes: readonly Change[]) => {
      for (let tries = 1; ; tries += 1) {
        const recalled = known;
        const before = recalled ?? (await load(name));
        known = undefined;
        let { rate } = before;
        const results = changes.map((change) => {
          const [next, result] = change(rate);
          rate = next;
          return result;
        });
        if (rate === undefined || rate === before.rate) {
          // Without a write no compare-and-set confirms the cached state, so the stored state is read.
          if (recalled !== undefined) continue;
          known = before;
          return results;
        }
        const version = before.version + 1;
        if (await write(name, version, rate)) {
          known = { version, rate };
          return results;
        }
        await sleep(Math.min(tries, 20) * Math.random());
      }
    }, 1);
  }

  return async <Result>(name: string, change: (rate: Rate | undefined) => readonly [Rate, Result]) => {
    const queue = queues.get(name) ?? queueOf(name);
    queues.set(name, queue);
    return (await queue(change)) as Result;
  };
}

const toRate = (row: Columns): Rate => ({
  tail: Number(row['tail']),
  called: Number(row['called']),
  calledAt: Number(row['called_at']),
  passed: Number(row['passed']),
  interval: Number(row['spacing']),
});
