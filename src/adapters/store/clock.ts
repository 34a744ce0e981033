import { describeError } from '../../bot/lib/describe-error.ts';
import type { Log } from '../../bot/ports.ts';
import type { Database } from './database.ts';

/** The clock of a database, by which all its processes agree on leases and timers. */
export interface Clock {
  /** Returns the database's time, epoch milliseconds, as far as it is known here; it goes on while the database is away. */
  now(): number;
  /** Compares the clocks again. Rejects with the driver's Error when the database does not answer. */
  synchronize(): Promise<void>;
  stop(): void;
}

/** Milliseconds between two comparisons. */
const interval = 30_000;
/** Milliseconds by which the two clocks may differ unreported; Slack refuses signatures that are 5 minutes off. */
const tolerance = 2_000;
/** Milliseconds that a comparison may take to count: half of it is how far it may be off. */
const slowest = 1_000;

/** Milliseconds by a clock that nobody sets: it neither jumps nor goes back while the process lives. */
const elapsed = (): number => performance.now();

/** Returns the clock of a database, compared with this machine's now and every half minute; `local`: this machine's time, epoch milliseconds. Rejects with the driver's Error when the database does not answer. */
export async function databaseClock(database: Database, log: Log, local: () => number = Date.now): Promise<Clock> {
  let origin = local() - elapsed();
  let warned = false;

  async function synchronize(): Promise<void> {
    const before = elapsed();
    const [row] = await database.rows(`SELECT ${database.time} AS time`, []);
    const after = elapsed();
    if (after - before > slowest) return;
    origin = Number(row?.['time']) - (before + after) / 2;
    const off = Math.round(local() - (origin + elapsed()));
    if (Math.abs(off) <= tolerance) warned = false;
    else if (!warned) {
      warned = true;
      log.warn({ off }, 'The clock of this machine differs from the database’s by so many milliseconds; set it right');
    }
  }

  await synchronize();
  const timer = setInterval(() => {
    synchronize().catch((error: unknown) => log.warn({ error: describeError(error) }, 'The clocks were not compared'));
  }, interval).unref();
  return { now: () => Math.round(origin + elapsed()), synchronize, stop: () => clearInterval(timer) };
}
