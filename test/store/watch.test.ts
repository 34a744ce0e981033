import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp } from '../../src/adapters/app.ts';
import { readSettings } from '../../src/adapters/config/settings.ts';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import { type WatchedDatabase, watch } from '../../src/adapters/store/watch.ts';
import { describeError } from '../../src/bot/lib/describe-error.ts';
import type { Log } from '../../src/bot/ports.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const log: Log = { info: () => {}, warn: () => {}, error: () => {} };
const set = (database: WatchedDatabase, value: string) => vaultOf(database).set('key', value, null);

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

let folder: string;
let database: WatchedDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-watch-'));
  database = watch(await sqlite(join(folder, 'test.sqlite')));
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});
const pragma = (what: string) => database.rows(`PRAGMA ${what}`, []);

test('a read-only SQLite reports trouble after a failed write, and none once it is writable', async () => {
  expect(await database.trouble()).toBeUndefined();
  await set(database, 'one');
  await pragma('query_only = 1');
  await expect(set(database, 'secret')).rejects.toThrow();
  expect(await database.trouble()).toBe(
    'takes no writes: Error ERR_SQLITE_ERROR 8 attempt to write a readonly database',
  );
  await expect(set(database, 'secret')).rejects.toThrow();
  await pragma('query_only = 0');
  expect(await database.trouble()).toBeUndefined();
});

test('a full SQLite reports trouble after a failed write until there is room, though a small write would fit', async () => {
  const [{ page_count: pages } = {}] = await pragma('page_count');
  await pragma(`max_page_count = ${pages}`);
  await expect(set(database, 'x'.repeat(100_000))).rejects.toThrow();
  expect(await database.trouble()).toBe('takes no writes: Error ERR_SQLITE_ERROR 13 database or disk is full');
  await expect(set(database, 'x'.repeat(100_000))).rejects.toThrow();
  await pragma('max_page_count = 1000');
  expect(await database.trouble()).toBeUndefined();
});

test('a successful write ends the trouble, and a wrong statement causes none', async () => {
  await pragma('query_only = 1');
  expect(await database.trouble()).toContain('readonly');
  await pragma('query_only = 0');
  expect(await database.trouble()).toContain('readonly');
  await set(database, 'one');
  expect(await database.trouble()).toBeUndefined();
  await expect(database.rows('SELECT nonsense', [])).rejects.toThrow();
  expect(await database.trouble()).toBeUndefined();
});

test('a check for trouble soon after a successful write makes no write of its own', async () => {
  const written = async () => (await database.rows('SELECT at FROM probe', [])).length;
  await set(database, 'one');
  expect(await database.trouble()).toBeUndefined();
  expect(await written()).toBe(0);
});

test('/readyz answers 503 when PostgreSQL becomes read-only, and 200 when it is writable again', async () => {
  const operator = new Client({ connectionString: server.url });
  await operator.connect();
  const settings = { DATABASE_URL: server.url, TEAMS_LOCAL: 'true', PORT: '0', DRAIN_SECONDS: '0' };
  const app = await startApp(readSettings(settings), log);
  const ready = async () => {
    const response = await fetch(`http://127.0.0.1:${app.port}/readyz`);
    return `${response.status} ${await response.text()}`;
  };
  /** As after a failover to a standby: connections break, and the new ones may only read. */
  const readOnly = async (is: 'on' | 'off') => {
    await operator.query('SET default_transaction_read_only = off');
    await operator.query(
      `ALTER DATABASE ${new URL(server.url).pathname.slice(1)} SET default_transaction_read_only = ${is}`,
    );
    await operator.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
  };
  try {
    expect(await ready()).toBe('200 ready\ndatabase: ok\nteams: ok\n');
    await readOnly('on');
    await expect
      .poll(ready, { timeout: 10_000 })
      .toBe('503 not ready\ndatabase: takes no writes: DatabaseError 25006\nteams: ok\n');
    await readOnly('off');
    await expect.poll(ready, { timeout: 10_000 }).toBe('200 ready\ndatabase: ok\nteams: ok\n');
  } finally {
    await app.stop();
    await operator.end();
  }
});

test('a refused statement is described by its error code, without its values', async () => {
  const other = await postgres(server.url, log);
  const said = (on: Pick<WatchedDatabase, 'change'>) =>
    on
      .change(
        'INSERT INTO conversations (conversation, channel, person, version, born, body) VALUES ($1, $1, $1, 1, 1, $2)',
        ['secret', null],
      )
      .catch(describeError);
  try {
    expect(await said(other)).toBe('DatabaseError 23502');
    expect(await said(database)).toBe('Error ERR_SQLITE_ERROR 1299 constraint failed');
  } finally {
    await other.close();
  }
});
