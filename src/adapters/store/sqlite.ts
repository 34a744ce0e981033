import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Columns, Database, SqlValue, Write } from './database.ts';
import { gather } from './gather.ts';
import { ledger, missing } from './migrations.ts';
import { privateFile } from './private-file.ts';

/** Busy timeout in milliseconds: the time that a write waits for another process. */
const patience = 5_000;

/** Opens a SQLite file, created if missing and accessible only to its owner, with prepared statements, and applies pending migrations if `migrates`; `:memory:` keeps nothing. When a method resolves, its change is on the disk. Rejects with an Error if the file cannot be used. */
export async function sqlite(file: string, migrates = true): Promise<Database> {
  if (file !== ':memory:') privateFile(file, ['-wal', '-shm']);
  const database = await open(file, migrates);
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const commit = gather(async (changes: readonly (() => number)[]) => transaction(database, changes), 1);
  const change = (sql: string, values: readonly SqlValue[]) =>
    commit(() => Number(statement(sql).run(named(values)).changes));
  const write = async ({ one }: Write, values: readonly SqlValue[]) => (await change(one, values)) === 1;
  return {
    skipLocked: '',
    time: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
    rows: async (sql, values) => statement(sql).all(named(values)) as unknown as readonly Columns[],
    change,
    write,
    scrub: async () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}

/** Runs the changes in one transaction and returns the number of rows that each changed; on an error it rolls back and rethrows. */
function transaction(database: DatabaseSync, changes: readonly (() => number)[]): readonly number[] {
  try {
    database.exec('BEGIN IMMEDIATE');
    const changed = changes.map((change) => change());
    database.exec('COMMIT');
    return changed;
  } catch (error) {
    if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Returns the values as named parameters: SQLite reads `$1` as a name. */
const named = (values: readonly SqlValue[]): Record<string, SqlValue> =>
  Object.fromEntries(values.map((value, n) => [`$${n + 1}`, value]));

async function open(file: string, migrates: boolean): Promise<DatabaseSync> {
  const database = new DatabaseSync(file, { timeout: patience });
  for (let left = 50; ; left -= 1) {
    try {
      // FULL: a commit is on the disk before it returns. secure_delete: deleted data cannot be read from the file.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
      if (migrates) migrate(database);
      return database;
    } catch (error) {
      // Retried, since switching to WAL does not wait for another process that starts at the same time.
      if (left === 0 || !isBusy(error)) {
        database.close();
        throw error;
      }
      await sleep(100);
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;

function migrate(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(ledger);
    const done = database.prepare('SELECT name FROM migrations').all();
    for (const { name, sql } of missing(
      done.map((row) => String(row['name'])),
      'sqlite',
    )) {
      database.exec(sql);
      database.prepare('INSERT INTO migrations (name) VALUES (?)').run(name);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
