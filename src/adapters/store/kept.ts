import type { PersonId } from '../../bot/ports.ts';
import type { Columns, Database } from './database.ts';
import { keptInNotices } from './notices.ts';

/** The rows that are kept of a person, table by table, as they are stored. */
export interface AllKept {
  readonly conversations: readonly Columns[];
  /** Records that could not be read. */
  readonly setAside: readonly Columns[];
  /** The entries of adapters: a language, a request that is being answered. */
  readonly vault: readonly Columns[];
  /** The notices that they posted for a desk. */
  readonly notices: readonly Columns[];
  /** The error codes that count for an outage. */
  readonly counts: readonly Columns[];
}

/** Returns all that is kept of a person: what `Store.forget` deletes. Rejects when the database does. */
export async function keptOf(database: Database, person: PersonId): Promise<AllKept> {
  const { rows } = database;
  const [conversations, setAside, vault, noticed] = await Promise.all([
    rows('SELECT * FROM conversations WHERE person = $1 ORDER BY born', [person]),
    rows('SELECT * FROM asides WHERE person = $1 ORDER BY at', [person]),
    rows('SELECT name, content, at FROM vault WHERE person = $1 ORDER BY name', [person]),
    keptInNotices(database, person),
  ]);
  return { conversations, setAside, vault, ...noticed };
}
