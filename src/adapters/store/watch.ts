import { randomBytes } from 'node:crypto';
import { withTimeout } from '../../bot/lib/async.ts';
import { describeError } from '../../bot/lib/describe-error.ts';
import type { Database } from './database.ts';

/** Milliseconds for which the result of the last write is believed. */
const fresh = 3_000;
/** Timeout of a probe in milliseconds. */
const patience = 3_000;

const sql = `INSERT INTO probe (id, at, padding) VALUES (1, $1, $2)
  ON CONFLICT (id) DO UPDATE SET at = excluded.at, padding = excluded.padding`;
/** Padding of a probe, as long as a large record and incompressible: a disk that is nearly full may still take a few bytes. */
const large = randomBytes(24 * 1024).toString('base64');

/** A database with a health check of its writes. */
export interface WatchedDatabase extends Database {
  /** Returns why nothing can be written now; undefined if writes work. If no write of the last few seconds shows it, a probe is written. */
  trouble(): Promise<string | undefined>;
}

/** Returns a database whose statements are watched for its health check. After a failed statement, whatever the reason, a probe of a record's size decides if the database is at fault. */
export function watch(database: Database): WatchedDatabase {
  let known: { readonly trouble: string | undefined; readonly at: number } | undefined;
  let doubted = false;
  let probing: Promise<string | undefined> | undefined;

  const learn = (trouble: string | undefined) => {
    known = { trouble, at: Date.now() };
    doubted = trouble !== undefined;
    return trouble;
  };
  const probe = async () => {
    const written = database.change(sql, [Date.now(), doubted ? large : '']).then(
      () => undefined,
      (error: unknown) => `takes no writes: ${describeError(error)}`,
    );
    return learn(await withTimeout(patience, written).catch(() => `does not answer within ${patience / 1_000} s`));
  };

  /** Records the outcome of a statement; one that succeeds without a write proves nothing. */
  async function note<Result>(under: Promise<Result>, wrote: (result: Result) => boolean): Promise<Result> {
    try {
      const result = await under;
      if (wrote(result)) learn(undefined);
      return result;
    } catch (error) {
      known = undefined;
      doubted = true;
      throw error;
    }
  }
  return {
    ...database,
    rows: (text, values) => note(database.rows(text, values), () => false),
    change: (text, values) => note(database.change(text, values), (changed) => changed > 0),
    write: (statement, values) => note(database.write(statement, values), (written) => written),
    trouble: async () => {
      if (known !== undefined && Date.now() - known.at < fresh) return known.trouble;
      probing ??= probe().finally(() => {
        probing = undefined;
      });
      return probing;
    },
  };
}
