import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseClock } from '../../src/adapters/store/clock.ts';
import type { Database } from '../../src/adapters/store/database.ts';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import type { Log } from '../../src/bot/ports.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const lines: string[] = [];
const log: Log = {
  info: () => {},
  warn: (about, what) => void lines.push(`${what} ${JSON.stringify(about)}`),
  error: () => {},
};

let server: PostgresServer;
let databases: readonly Database[];
beforeAll(async () => {
  server = await startPostgres();
  databases = [await postgres(server.url, log), await sqlite(':memory:')];
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await server.stop();
});

test('processes with wrong clocks agree on the time of the database, and each logs that its clock is off', async () => {
  for (const database of databases) {
    lines.length = 0;
    const right = await databaseClock(database, log);
    const fast = await databaseClock(database, log, () => Date.now() + 60_000);
    const slow = await databaseClock(database, log, () => Date.now() - 60_000);
    const times = [right.now(), fast.now(), slow.now()];
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(1_000);
    expect(Math.abs(right.now() - Date.now())).toBeLessThan(1_000);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^The clock of this machine differs .*"off":(59|60)\d{3}/);
    for (const clock of [right, fast, slow]) clock.stop();
  }
});

test('a machine clock set at run time does not move the time of the database, and is logged once each time', async () => {
  const [database] = databases;
  if (database === undefined) throw new Error('There is no database');
  let off = 0;
  lines.length = 0;
  const clock = await databaseClock(database, log, () => Date.now() + off);
  off = -3_600_000;
  for (let n = 0; n < 2; n += 1) await clock.synchronize();
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  expect(lines).toHaveLength(1);
  off = 0;
  await clock.synchronize();
  off = 3_600_000;
  await clock.synchronize();
  expect(lines).toHaveLength(2);
  clock.stop();
});

test('the time of the database goes on during an outage of it', async () => {
  const [database] = databases;
  if (database === undefined) throw new Error('There is no database');
  let away = false;
  const rows: Database['rows'] = (sql, values) =>
    away ? Promise.reject(new Error('The database is away')) : database.rows(sql, values);
  const clock = await databaseClock({ ...database, rows }, log);
  away = true;
  await expect(clock.synchronize()).rejects.toThrow('away');
  const before = clock.now();
  await sleep(20);
  expect(clock.now() - before).toBeGreaterThan(10);
  clock.stop();
});
