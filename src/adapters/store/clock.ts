import { describeError } from '../../bot/lib/describe-error.ts';
import type { Log } from '../../bot/ports.ts';
import type { Database } from './database.ts';

/** The clock of a database, shared by all its processes so that they agree on leases and timers. */
export interface Clock {
  /** Returns the estimated time of the database in epoch milliseconds; it keeps running while the database is unavailable. */
  now(): number;
  /** Synchronizes with the database's clock. Rejects with the driver's Error if the database does not answer. */
  synchronize(): Promise<void>;
  /** Stops the periodic synchronization. */
  stop(): void;
}

/** Milliseconds between two synchronizations. */
const interval = 30_000;
/** Maximum difference between the two clocks that is not logged, in milliseconds; Slack refuses signatures that are 5 minutes off. */
const tolerance = 2_000;
/** Maximum duration of a query that counts as a measurement, in milliseconds; the estimate may be off by half the duration. */
const slowest = 1_000;

/** Returns milliseconds of a monotonic clock: it neither jumps nor goes back while the process lives. */
const elapsed = (): number => performance.now();

/** Returns the clock of a database, synchronized now and every half minute; `local` is this machine's time in epoch milliseconds. Rejects with the driver's Error if the database does not answer. */
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
