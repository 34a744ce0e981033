import { randomBytes } from 'node:crypto';
import { withTimeout } from '../../bot/lib/async.ts';
import { describeError } from '../../bot/lib/describe-error.ts';
import type { Database } from './database.ts';

/** Milliseconds for which what the last write showed is believed. */
const fresh = 3_000;
/** Milliseconds that the database has to answer. */
const patience = 3_000;

const sql = `INSERT INTO probe (id, at, padding) VALUES (1, $1, $2)
  ON CONFLICT (id) DO UPDATE SET at = excluded.at, padding = excluded.padding`;
/** As long as a large record, and not to be compressed: a disk that is nearly full may still take a few bytes. */
const large = randomBytes(24 * 1024).toString('base64');

/** A database that knows whether it takes writes. */
export interface WatchedDatabase extends Database {
  /** Tells why nothing can be written now; undefined: it can. Where no write of the last seconds shows it, one is tried. */
  trouble(): Promise<string | undefined>;
}

/** Watches the statements of a database. After one that failed, for whichever reason, a write of a record's size decides whether the database is at fault. */
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

  /** Notes how a statement went; where it wrote nothing that shows nothing. */
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
