import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/adapters/store/database.ts';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const silence = 1_000;
const warnings: string[] = [];
const log = { info: () => {}, warn: (_: object, text: string) => void warnings.push(text), error: () => {} };
const one = [{ one: 1 }];

let server: PostgresServer;
let database: Database;
/** What stands between the database and us, as a network does. */
const sockets = new Set<Socket>();
const between = createServer((near) => {
  const far = connect(Number(new URL(server.url).port), '127.0.0.1');
  for (const [from, to] of [[near, far] as const, [far, near] as const]) {
    sockets.add(from);
    from.pipe(to).on('error', () => {});
    from.on('close', () => to.destroy());
  }
});
const freeze = () => {
  for (const socket of sockets) socket.unpipe().pause();
};
const ask = () => database.rows('SELECT 1 AS one', []);

beforeAll(async () => {
  server = await startPostgres();
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const url = new URL(server.url);
  url.port = String((between.address() as AddressInfo).port);
  database = await postgres(url.href, log, silence);
});
afterAll(async () => {
  await database.close();
  for (const socket of sockets) socket.destroy();
  between.close();
  await server.stop();
});

test('a statement rejects when PostgreSQL falls silent, and the next one uses a new connection', async () => {
  expect(await ask()).toEqual(one);
  freeze();
  const began = performance.now();
  await expect(ask()).rejects.toThrow('silent');
  expect(performance.now() - began).toBeLessThan(10 * silence);
  expect(await ask()).toEqual(one);
});

test('a statement that takes less than the silence limit is answered', async () => {
  const [late] = await database.rows(`SELECT 1 AS one FROM pg_sleep(${(silence * 0.4) / 1_000})`, []);
  expect(late).toEqual({ one: 1 });
});

test('an idle time beyond the silence limit breaks no connection', async () => {
  warnings.length = 0;
  await sleep(1.5 * silence);
  expect(await ask()).toEqual(one);
  expect(warnings).toEqual([]);
});
