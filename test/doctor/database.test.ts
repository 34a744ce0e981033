import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lookAtDatabase } from '../../src/adapters/doctor/database.ts';
import { openDatabase } from '../../src/adapters/store/open.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-look-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const looked = async (databaseUrl: string | undefined, dataDir = folder) => {
  const { findings, made } = await lookAtDatabase({ databaseUrl, dataDir });
  return { made, said: findings.map(({ state, what }) => `${state} ${what}`) };
};

describe('a SQLite database', () => {
  const file = () => join(folder, 'ninsho-navi.sqlite');
  const makeOne = async () => (await openDatabase({ databaseUrl: undefined, dataDir: folder }, log)).close();

  test('that no start has made yet is no problem, and the look makes no file', async () => {
    expect(await looked(undefined, join(folder, 'data'))).toEqual({ made: false, said: [] });
    expect([existsSync(join(folder, 'data')), existsSync(file())]).toEqual([false, false]);
  });

  test('that works is no problem, and the look changes nothing in it', async () => {
    await makeOne();
    expect(await looked(undefined)).toEqual({ made: true, said: [] });
    const database = new DatabaseSync(file());
    expect(database.prepare("SELECT count(*) AS many FROM migrations WHERE name = 'probe'").get()).toEqual({ many: 0 });
    database.close();
  });

  test('with tables of an older and of a newer version is told, and is left as it is', async () => {
    await makeOne();
    const database = new DatabaseSync(file());
    database.exec(
      "DELETE FROM migrations WHERE name = '009-desk.sql'; INSERT INTO migrations VALUES ('999-later.sql')",
    );
    const { said } = await looked(undefined);
    expect(said).toEqual([
      expect.stringMatching(/^warning not yet as this version needs it \(009-desk\.sql\)/),
      expect.stringMatching(/^warning a newer version has changed the tables \(999-later\.sql\)/),
    ]);
    expect(database.prepare("SELECT name FROM migrations WHERE name = '009-desk.sql'").get()).toBeUndefined();
    database.close();
  });

  test('that is none, or a folder in which nothing can be made, is wrong', async () => {
    writeFileSync(file(), 'not a database, by any means '.repeat(100));
    expect((await looked(undefined)).said).toEqual([
      expect.stringMatching(/^wrong .+ cannot be used \(.+not a database\)/),
    ]);
    writeFileSync(join(folder, 'blocked'), '');
    expect((await looked(undefined, join(folder, 'blocked'))).said).toEqual([
      expect.stringMatching(/^wrong nothing can be written in DATA_DIR \(Error EACCES\): let this user write in /),
    ]);
  });
});

describe('a PostgreSQL database', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test('that no start has made yet, and one that works, are no problem', async () => {
    expect(await looked(server.url)).toEqual({ made: false, said: [] });
    await (await openDatabase({ databaseUrl: server.url, dataDir: folder }, log)).close();
    expect(await looked(server.url)).toEqual({ made: true, said: [] });
  });

  test('that takes no writes is wrong', async () => {
    const fixed = new URL(server.url);
    fixed.searchParams.set('options', '-c default_transaction_read_only=on');
    expect((await looked(fixed.href)).said).toEqual([
      expect.stringMatching(/^wrong the database takes no writes: DATABASE_URL must/),
    ]);
  });

  test('whose user may do nothing with the tables is wrong, with what to do', async () => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    const name = `doctor_${Math.random().toString(36).slice(2)}`;
    await client.query(`CREATE ROLE ${name} LOGIN PASSWORD 'hunter2'`);
    const other = new URL(server.url);
    [other.username, other.password] = [name, 'hunter2'];
    const { said } = await looked(other.href);
    await client.query(`DROP ROLE ${name}`);
    await client.end();
    expect(said).toEqual([expect.stringMatching(/^wrong .+ 42501\): let its user own the tables/)]);
  });

  test('that does not exist is wrong, and one that cannot be reached is away, both without the password', async () => {
    const none = new URL(server.url);
    none.pathname = '/nowhere';
    const { said } = await looked(none.href);
    expect(said).toEqual([expect.stringMatching(/^wrong the database at DATABASE_URL refuses .+ 3D000\): create/)]);
    const away = await looked('postgres://me:hunter2@127.0.0.1:1/x');
    expect(away.said).toEqual(['away the database at DATABASE_URL could not be asked (Error ECONNREFUSED)']);
  });
});
