import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./migrations/', import.meta.url);

/** A change of the tables: its name, and plain SQL for every database. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations that are not among those done, in their order. */
export const missing = (done: readonly string[]): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !done.includes(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }));

/** The table that remembers which migrations were done. */
export const ledger = 'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)';
