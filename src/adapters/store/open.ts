import { join } from 'node:path';
import type { Log } from '../../bot/ports.ts';
import type { Database } from './database.ts';

/** The location of the database: PostgreSQL if a URL is configured, else a SQLite file in the data directory. */
export interface DatabaseLocation {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

/** Returns the file of the SQLite database in a data directory. */
export const fileIn = (dataDir: string): string => join(dataDir, 'ninsho-navi.sqlite');

/** Opens the database and applies pending migrations, unless it is to be left as it is. Rejects with an Error that says which database cannot be used. */
export async function openDatabase(
  { databaseUrl, dataDir }: DatabaseLocation,
  log: Log,
  migrates = true,
): Promise<Database> {
  try {
    // Imported only if it is used: it costs time and memory at startup.
    if (databaseUrl !== undefined)
      return await (await import('./postgres.ts')).postgres(databaseUrl, log, undefined, migrates);
    return await (await import('./sqlite.ts')).sqlite(fileIn(dataDir), migrates);
  } catch (cause) {
    const which = databaseUrl === undefined ? `in DATA_DIR (${dataDir})` : 'at DATABASE_URL';
    throw new Error(`The database ${which} cannot be used: ${cause instanceof Error ? cause.message : 'unknown'}`, {
      cause,
    });
  }
}
