import { afterAll, beforeAll, describe } from 'vitest';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { Log } from '../../src/bot/ports.ts';
import type { Store } from '../../src/bot/storage.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { outboxSuite } from './outbox.suite.ts';
import { processSuite } from './processes.suite.ts';
import { ann } from './stage.ts';

const log: Log = { info: () => {}, warn: () => {}, error: () => {} };

outboxSuite('SQLite', async () => storeOf(await sqlite(':memory:')));
processSuite('SQLite', async () => storeOf(await sqlite(':memory:')));

describe('with a PostgreSQL server', () => {
  let server: PostgresServer;
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres();
    store = storeOf(await postgres(server.url, log));
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });
  const open = async () => {
    await store.forget(ann);
    return { ...store };
  };
  outboxSuite('PostgreSQL', open);
  processSuite('PostgreSQL', open);
});
