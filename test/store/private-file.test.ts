import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/adapters/store/database.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-private-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const modesOf = (file: string) => ['', '-wal', '-shm'].map((suffix) => modeOf(file + suffix));

/** Writes something, so that every file is there. */
async function opened(file: string): Promise<Database> {
  const database = await sqlite(file);
  await database.rows('SELECT name FROM migrations', []);
  return database;
}

test('a new database file and its folders are accessible to their owner only', async () => {
  const file = join(folder, 'below', 'data', 'kept.sqlite');
  const database = await opened(file);
  expect([modeOf(join(folder, 'below')), modeOf(join(folder, 'below', 'data')), ...modesOf(file)]).toEqual([
    '700',
    '700',
    '600',
    '600',
    '600',
  ]);
  await database.close();
});

test('an existing database file is made accessible to its owner only, and its folder is left unchanged', async () => {
  const data = join(folder, 'data');
  const file = join(data, 'kept.sqlite');
  mkdirSync(data);
  chmodSync(data, 0o755);
  for (const name of [file, `${file}-wal`, `${file}-shm`]) {
    closeSync(openSync(name, 'a'));
    chmodSync(name, 0o644);
  }
  const database = await opened(file);
  expect([modeOf(data), ...modesOf(file)]).toEqual(['755', '600', '600', '600']);
  await database.close();
  expect(modeOf(file)).toBe('600');
});
