import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/adapters/store/database.ts';
import { noticesOf } from '../../src/adapters/store/notices.ts';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import type { Log } from '../../src/bot/ports.ts';
import { startPostgres } from './postgres-server.ts';
import { type Subject, storeSuite } from './store.suite.ts';

const log: Log = { info: () => {}, warn: () => {}, error: () => {} };

async function subject(connect: () => Promise<Database>, end: () => Promise<void>): Promise<Subject> {
  const open = async () => {
    const database = await connect();
    return { store: storeOf(database), vault: vaultOf(database), notices: noticesOf(database), database };
  };
  // The first opening is a race of four, too.
  const [first, ...rest] = await Promise.all([open(), open(), open(), open()]);
  for (const { store } of rest) await store.close();
  return {
    ...(first ?? (await open())),
    again: open,
    stop: async () => {
      await first?.store.close();
      await end();
    },
  };
}

storeSuite('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ninsho-store-'));
  return subject(
    () => sqlite(join(folder, 'below', 'test.sqlite')),
    async () => rmSync(folder, { recursive: true }),
  );
});

storeSuite('PostgreSQL', async () => {
  const server = await startPostgres();
  return subject(
    () => postgres(server.url, log),
    () => server.stop(),
  );
});
