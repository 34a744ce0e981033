import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { run, worker } from './load.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** `npm run test:crash` sets CONVERSATIONS=1000. */
const conversations = Number(process.env['CONVERSATIONS'] ?? 40);

test(`two processes on one PostgreSQL that get every event of ${conversations} conversations answer each once`, async () => {
  const load = {
    versions: [worker],
    processes: 2,
    kills: 0,
    freezes: 0,
    skew: 60_000,
    conversations,
    atOnce: 32,
    everywhere: true,
    faulty: 1_000,
    latency: 300,
    limit: 30_000 + conversations * 300,
    dataDir: '',
  };
  const outcome = await run({ ...load, databaseUrl: server.url });
  console.log('two processes', JSON.stringify(outcome));
  expect(outcome).toMatchObject({ unanswered: 0, surplus: 0, doubled: 0, ticketsLost: 0, ticketsTwice: 0 });
}, 400_000);
