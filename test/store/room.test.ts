import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { startPostgres } from './postgres-server.ts';
import { next, row } from './rows.ts';

test('a record of 4 kB stays out of the TOAST table of PostgreSQL through 20 updates', async () => {
  const server = await startPostgres();
  const store = storeOf(await postgres(server.url, { info: () => {}, warn: () => {}, error: () => {} }));
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    const long = () => JSON.stringify(randomBytes(3_000).toString('base64'));
    let last = row({ body: long() });
    await store.save(last);
    for (let n = 0; n < 20; n += 1) {
      last = next(last, { body: long() });
      expect(await store.save(last)).toBe(true);
    }
    const elsewhere = `SELECT pg_relation_size(reltoastrelid)::int AS bytes FROM pg_class WHERE relname = 'conversations'`;
    expect((await client.query(elsewhere)).rows).toEqual([{ bytes: 0 }]);
    expect((await store.load(last.conversation))?.body).toBe(last.body);
  } finally {
    await client.end();
    await store.close();
    await server.stop();
  }
});
