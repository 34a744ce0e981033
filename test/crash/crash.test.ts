import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { run, worker } from './load.ts';

/** `npm run test:crash` sets KILLS=200. */
const kills = Number(process.env['KILLS'] ?? 4);
const load = {
  versions: [worker],
  processes: 2,
  kills,
  conversations: 12,
  atOnce: 12,
  freezes: 0,
  skew: 0,
  everywhere: false,
  faulty: 20,
  latency: 0,
  // Four processes start again and again beside their load: on two slow cores a kill took 3.3 s.
  limit: 60_000 + kills * 6_000,
  dataDir: '',
  databaseUrl: '',
};
const flawless = {
  unanswered: 0,
  surplus: 0,
  doubled: 0,
  ticketsLost: 0,
  ticketsTwice: 0,
  notesLost: 0,
  notesTwice: 0,
};
const timeout = load.limit + 30_000;

let folder: string;
let server: PostgresServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-crash-'));
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

test.concurrent(
  `a process killed ${kills} times on SQLite answers every acknowledged event once, opens each ticket once, and keeps the database intact`,
  async () => {
    const outcome = await run({ ...load, dataDir: folder });
    console.log('SQLite', JSON.stringify(outcome));
    expect(outcome).toMatchObject({ ...flawless, kills });
    const database = new DatabaseSync(join(folder, 'ninsho-navi.sqlite'));
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(database.prepare('SELECT count(*) AS left FROM conversations WHERE work_at IS NOT NULL').get()).toEqual({
      left: 0,
    });
    database.close();
  },
  timeout,
);

test.concurrent(
  `a process killed ${kills} times on PostgreSQL answers every acknowledged event once and opens each ticket once`,
  async () => {
    const outcome = await run({ ...load, databaseUrl: server.url });
    console.log('PostgreSQL', JSON.stringify(outcome));
    expect(outcome).toMatchObject({ ...flawless, kills });
  },
  timeout,
);
