import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { privateFile } from './private-file.ts';

/** Copies a SQLite database to a file that does not exist yet, while processes go on writing to it, and checks the copy. Returns the number of conversations in it. Throws an Error that says what is wrong. */
export async function backUp(file: string, to: string): Promise<number> {
  if (existsSync(to)) throw new Error(`${to}: exists already; a backup overwrites nothing`, { cause: 'exists' });
  if (!existsSync(file)) throw new Error(`${file}: there is no database`, { cause: 'missing' });
  privateFile(to, []);
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, to);
    return checked(to);
  } catch (cause) {
    rmSync(to, { force: true });
    throw new Error(`${to}: the backup failed`, { cause });
  } finally {
    source.close();
  }
}

/** Puts a backup in the place of a SQLite database, which is kept beside it (`.before-restore`). Returns the number of conversations in it. Throws an Error if the backup is damaged, or a database is there and `over` is false, or a process has it open. */
export function restore(from: string, file: string, over: boolean): number {
  if (!existsSync(from)) throw new Error(`${from}: there is no backup`, { cause: 'missing' });
  if (existsSync(file) && !over)
    throw new Error(`${file}: a database is there; stop every process, then add --force`, { cause: 'exists' });
  const count = checked(from);
  const next = `${file}.restored`;
  rmSync(next, { force: true });
  privateFile(next, []);
  copyFileSync(from, next);
  if (existsSync(file)) {
    alone(file);
    renameSync(file, `${file}.before-restore`);
  }
  renameSync(next, file);
  return count;
}

/** Writes all that a database has into its one file. Throws an Error if another process has it open: to leave the mode of the write-ahead log needs it alone, https://www.sqlite.org/pragma.html#pragma_journal_mode */
function alone(file: string): void {
  const database = new DatabaseSync(file);
  try {
    const mode = database.prepare('PRAGMA journal_mode = DELETE').get()?.['journal_mode'];
    if (mode !== 'delete') throw new Error(`It stays in the mode ${String(mode)}`);
  } catch (cause) {
    throw new Error(`${file}: a process has it open; stop every process first`, { cause });
  } finally {
    database.close();
  }
}

/** Returns the number of conversations in a file. Throws an Error if it is damaged, or no database of this bot. */
function checked(file: string): number {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const result = database.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
      if (result !== 'ok') throw new Error(String(result));
      return Number(database.prepare('SELECT count(*) AS count FROM conversations').get()?.['count']);
    } finally {
      database.close();
    }
  } catch (cause) {
    throw new Error(`${file}: damaged, or no database of this bot`, { cause });
  }
}
