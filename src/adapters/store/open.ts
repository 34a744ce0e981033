import { join } from 'node:path';
import type { Log } from '../../bot/ports.ts';
import type { Database } from './database.ts';

/** The location of the database: PostgreSQL if a URL is configured, else a SQLite file in the data directory. */
export interface DatabaseLocation {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

/** Opens the database and applies pending migrations. Rejects with an Error that says which database cannot be used. */
export async function openDatabase({ databaseUrl, dataDir }: DatabaseLocation, log: Log): Promise<Database> {
  try {
    // Imported only if it is used: it costs time and memory at startup.
    if (databaseUrl !== undefined) return await (await import('./postgres.ts')).postgres(databaseUrl, log);
    return await (await import('./sqlite.ts')).sqlite(join(dataDir, 'ninsho-navi.sqlite'));
  } catch (cause) {
    const which = databaseUrl === undefined ? `in DATA_DIR (${dataDir})` : 'at DATABASE_URL';
    throw new Error(`The database ${which} cannot be used: ${cause instanceof Error ? cause.message : 'unknown'}`, {
      cause,
    });
  }
}
