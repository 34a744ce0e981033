import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./migrations/', import.meta.url);

/** A change of the tables: its name, and plain SQL for every database, or for the one that its name ends with. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations that are not among those done, in their order. */
export const missing = (done: readonly string[], database: 'sqlite' | 'postgres'): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => /^[^.]+\.sql$/.test(name) || name.endsWith(`.${database}.sql`))
    .filter((name) => !done.includes(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }));

/** The table that remembers which migrations were done. */
export const ledger = 'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)';
