import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describeError } from '../../bot/lib/describe-error.ts';
import { missing, newer } from '../store/migrations.ts';
import type { DatabaseLocation } from '../store/open.ts';
import { fileIn } from '../store/open.ts';
import { clockFindings } from './clock.ts';
import { type Finding, found, inTime } from './finding.ts';

/** The state of a database that is open for a look: its migrations (undefined: none were applied yet), and its time in epoch milliseconds. */
interface Seen {
  readonly done: readonly string[] | undefined;
  readonly now: number;
}

/** The result of a look: what was seen, or what is wrong. */
type Look = Seen | { readonly wrong: string };

/** The state of a database: what was found in it, and whether some start has made its tables. */
export interface DatabaseLook {
  readonly findings: readonly Finding[];
  readonly made: boolean;
}

/** Looks at a database that no process of this program needs to have open. It makes no file, applies no migration and keeps nothing that it writes. */
export async function lookAtDatabase({ databaseUrl, dataDir }: DatabaseLocation): Promise<DatabaseLook> {
  let made = false;
  const look = async () => {
    const seen = databaseUrl === undefined ? await sqliteAt(dataDir) : await postgresAt(databaseUrl);
    made = !('wrong' in seen) && seen.done !== undefined;
    return findingsOf(seen, databaseUrl === undefined ? 'sqlite' : 'postgres');
  };
  const findings = await inTime(databaseUrl === undefined ? 'the database' : 'the database at DATABASE_URL', look);
  return { findings, made };
}

/** Returns the warning of a database that a newer version has migrated. */
export const newerFindings = (done: readonly string[]): readonly Finding[] => {
  const unknown = newer(done);
  if (unknown.length === 0) return [];
  return found(
    'warning',
    `a newer version has changed the tables (${unknown.join(', ')}); run that version, or restore the backup from before it`,
  );
};

function findingsOf(look: Look, kind: 'sqlite' | 'postgres'): readonly Finding[] {
  if ('wrong' in look) return found('wrong', look.wrong);
  const { done, now } = look;
  const pending = done === undefined ? [] : missing(done, kind).map(({ name }) => name);
  return [
    ...(pending.length === 0
      ? []
      : found(
          'warning',
          `not yet as this version needs it (${pending.join(', ')}); the next start changes that, so back it up before`,
        )),
    ...newerFindings(done ?? []),
    ...clockFindings('the database’s', now),
  ];
}

/** Looks at the SQLite file of a folder; one that is not there yet is made by the first start, where the folder lets it. */
async function sqliteAt(dataDir: string): Promise<Look> {
  const file = fileIn(dataDir);
  const folder = existingAbove(file);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    return { wrong: `nothing can be written in DATA_DIR (${describeError(error)}): let this user write in ${folder}` };
  }
  if (!existsSync(file)) return { done: undefined, now: Date.now() };
  const { DatabaseSync } = await import('node:sqlite');
  try {
    const database = new DatabaseSync(file, { timeout: 2_000 });
    try {
      const done = database
        .prepare('SELECT name FROM migrations')
        .all()
        .map(({ name }) => String(name));
      // The lock of a writer, and a row that is taken back.
      database.exec('BEGIN IMMEDIATE');
      database.prepare("INSERT INTO migrations (name) VALUES ('probe')").run();
      database.exec('ROLLBACK');
      return { done, now: Date.now() };
    } finally {
      database.close();
    }
  } catch (error) {
    return {
      wrong: `${file} cannot be used (${describeError(error)}): let this user alone own and write it and its folder, on a disk with room`,
    };
  }
}

/** Returns the nearest folder above a file that exists. */
function existingAbove(file: string): string {
  const folder = resolve(dirname(file));
  return existsSync(folder) ? folder : existingAbove(folder);
}

/** Looks at a PostgreSQL database over a connection of its own. Rejects when it cannot be reached. */
async function postgresAt(url: string): Promise<Look> {
  const { Client, DatabaseError } = await import('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 4_000, application_name: 'ninsho-navi' });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now, to_regclass('migrations') IS NOT NULL AS made,
        has_schema_privilege(current_schema(), 'CREATE') AS may, current_setting('transaction_read_only') = 'on' AS fixed`,
    );
    const [{ now, made, may, fixed } = {}] = rows;
    if (fixed === true)
      return { wrong: 'the database takes no writes: DATABASE_URL must name the primary, not a replica' };
    if (made !== true && may !== true)
      return { wrong: 'the user of DATABASE_URL may make no tables: GRANT CREATE ON SCHEMA public TO that user' };
    if (made !== true) return { done: undefined, now: Number(now) };
    const done = (await client.query<{ name: string }>('SELECT name FROM migrations')).rows.map(({ name }) => name);
    await client.query('BEGIN');
    await client.query("INSERT INTO migrations (name) VALUES ('probe')");
    await client.query('ROLLBACK');
    return { done, now: Number(now) };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return { wrong: `the database at DATABASE_URL refuses (${describeError(error)}): ${adviceOn(error.code ?? '')}` };
  } finally {
    await client.end().catch(() => {});
  }
}

/** Returns what to do about an error of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function adviceOn(code: string): string {
  if (code.startsWith('28')) return 'check its user and password';
  if (code === '3D000') return 'create the database that it names';
  if (code === '42501') return 'let its user own the tables, or grant it SELECT, INSERT, UPDATE and DELETE on them';
  if (code.startsWith('53')) return 'give the server room: disk, memory or connections';
  return 'see the log of the server';
}
