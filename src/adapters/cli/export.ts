import { loadEnvironmentFile, readSettings } from '../config/settings.ts';
import { openLog } from '../log.ts';
import type { Columns } from '../store/database.ts';
import { keptOf } from '../store/kept.ts';
import { openDatabase } from '../store/open.ts';
import { orExit } from './or-exit.ts';
import { personGiven } from './person.ts';

/** Returns a row with the JSON that stands in its columns read, so that people can read it. */
const readable = (row: Columns): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, jsonIn(value)]));

function jsonIn(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The command by which an operator prints all that is kept of a person, as JSON: for whoever asks what is known of them. */
await orExit(async () => {
  const person = personGiven('export');
  const { core } = readSettings(loadEnvironmentFile());
  const log = await openLog(core.LOG_LEVEL);
  const database = await openDatabase({ databaseUrl: core.DATABASE_URL, dataDir: core.DATA_DIR }, log, false);
  const kept = await keptOf(database, person);
  await database.close();
  const tables = Object.entries(kept).map(([table, rows]) => [table, rows.map(readable)] as const);
  console.log(JSON.stringify({ person, ...Object.fromEntries(tables) }, null, 2));
});
