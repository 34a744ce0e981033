import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./migrations/', import.meta.url);

/** A schema migration: its file name, and its SQL for every database, or only for the one named at the end of the file name. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Returns the pending migrations of a database, in order; `done` has the names of those applied already. */
export const missing = (done: readonly string[], database: 'sqlite' | 'postgres'): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => /^[^.]+\.sql$/.test(name) || name.endsWith(`.${database}.sql`))
    .filter((name) => !done.includes(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }));

/** Returns the names among those applied already that this version does not know: a newer one applied them. */
export const newer = (done: readonly string[]): readonly string[] => {
  const known = readdirSync(folder);
  return done.filter((name) => !known.includes(name));
};

/** The SQL statement that creates the table of applied migrations, if it is missing. */
export const ledger = 'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)';
