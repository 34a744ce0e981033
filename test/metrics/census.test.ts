import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { censusOf } from '../../src/adapters/store/census.ts';
import type { Database } from '../../src/adapters/store/database.ts';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { ConversationId, Log, PersonId } from '../../src/bot/ports.ts';
import { deliver, makeStage, pass, type Stage, staff } from '../runtime/stage.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { next, row } from '../store/rows.ts';

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const hour = 60 * 60 * 1_000;

const own = (name: string) => ({
  conversation: `slack:T1/${name}` as ConversationId,
  person: `slack:T1/${name}` as PersonId,
});
const handOver = (stage: Stage, name: string) => [
  () => stage.text('会社のPCで0xC004F074が出ます', own(name)),
  () => stage.press('human', own(name)),
  () => stage.incoming({ type: 'form', to: stage.last().outgoing.view.id, values: {}, files: [] }, own(name)),
];
const byDesk = (stage: Stage, name: string, act: 'solve' | 'return') =>
  stage.incoming(
    { type: 'staff', act, by: '田中', seen: null },
    { conversation: own(name).conversation, person: staff, address: '', opens: false },
  );

/** The database as a version before this one left it: without the columns, and with a damaged body. */
async function asBefore(database: Database): Promise<void> {
  for (const index of ['conversations_closed', 'conversations_dead']) await database.change(`DROP INDEX ${index}`, []);
  for (const column of ['closed', 'jobs', 'oldest_job', 'dead'])
    await database.change(`ALTER TABLE conversations DROP COLUMN ${column}`, []);
  await database.change("DELETE FROM migrations WHERE name = '010-figures.sql'", []);
  await database.change("UPDATE conversations SET body = '{damaged' WHERE conversation = 'slack:T1/damaged'", []);
}

const databases: Readonly<Record<string, () => Promise<{ open: () => Promise<Database>; end: () => Promise<void> }>>> =
  {
    SQLite: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ninsho-census-'));
      return {
        open: () => sqlite(join(folder, 'test.sqlite')),
        end: async () => rmSync(folder, { recursive: true }),
      };
    },
    PostgreSQL: async () => {
      const server = await startPostgres();
      return { open: () => postgres(server.url, silent), end: () => server.stop() };
    },
  };

describe.each(Object.entries(databases))('what %s tells of all conversations', (name, begin) => {
  let server: Awaited<ReturnType<typeof begin>>;
  let database: Database;
  let stage: Stage;
  beforeAll(async () => {
    server = await begin();
    database = await server.open();
    stage = await makeStage({ store: storeOf(database) });
  });
  afterAll(async () => {
    await database.close();
    await server.end();
  });

  test('is zero in an empty database', async () => {
    expect(await censusOf(database, stage.clock)).toEqual({
      conversations: { open: 0, withDesk: 0, closed: 0 },
      ...{ jobs: 0, oldestJob: null, dead: 0, oldestTicket: null, meanTicket: null, asides: 0 },
    });
  });

  test('is how they stand: under way, with a desk, solved by the person, by the desk, returned, owed, and given up', async () => {
    const process = stage.process();
    await deliver(process, () => stage.text('会社のPCです', own('open')));
    await deliver(process, () => stage.text('会社のPCです', own('damaged')));
    await deliver(process, ...handOver(stage, 'waits'));
    const firstTicket = stage.clock;
    stage.clock += hour;
    await deliver(process, ...handOver(stage, 'waits-too'));
    await deliver(process, ...handOver(stage, 'solved'), () => stage.press('solved', own('solved')));
    await deliver(process, ...handOver(stage, 'solved-by-desk'), () => byDesk(stage, 'solved-by-desk', 'solve'));
    await deliver(process, ...handOver(stage, 'returned'), () => byDesk(stage, 'returned', 'return'));
    stage.faults.post.push('never');
    await deliver(process, () => stage.text('会社のPCです', own('given-up')));
    stage.faults.post.push({ later: hour }, { later: hour });
    const firstJob = stage.clock;
    await deliver(process, () => stage.text('会社のPCです', own('owed')));
    stage.clock += 1_000;
    await deliver(
      process,
      () => stage.text('会社のPCです', own('owed-more')),
      () => stage.text('0xC004F074', own('owed-more')),
    );
    const expected = {
      conversations: { open: 6, withDesk: 2, closed: 2 },
      ...{ jobs: 3, oldestJob: firstJob, dead: 1 },
      ...{ oldestTicket: firstTicket, meanTicket: firstTicket + hour / 2, asides: 0 },
    };
    expect(await censusOf(database, stage.clock)).toEqual(expected);
    const second = await server.open();
    expect(await censusOf(second, stage.clock)).toEqual(expected);
    await second.close();
  });

  test('is the same after an upgrade from a version that did not keep it, with a damaged record', async () => {
    const before = await censusOf(database, stage.clock);
    await asBefore(database);
    await database.close();
    database = await server.open();
    const after = await censusOf(database, stage.clock);
    // Of what is owed the number is known again once it is written anew; each conversation owes one job at least.
    expect(after).toEqual({ ...before, jobs: 2, oldestJob: after.oldestJob });
    stage = await makeStage({ store: storeOf(database) });
    stage.clock += 3 * hour;
    await pass(stage, stage.process(), hour);
    expect(await censusOf(database, stage.clock)).toMatchObject({ jobs: 0, oldestJob: null });
  });

  test('reads indexes and no body, and keeping it changes no index at a turn', async () => {
    if (name !== 'PostgreSQL') {
      const plan = await database.rows(
        'EXPLAIN QUERY PLAN SELECT closed, count(*) FROM conversations GROUP BY closed',
        [],
      );
      expect(String(plan[0]?.['detail'])).toContain('USING COVERING INDEX conversations_closed');
      return;
    }
    const updates = async () => {
      await database.rows('SELECT pg_stat_force_next_flush()', []);
      const [row] = await database.rows(
        "SELECT n_tup_upd AS upd, n_tup_hot_upd AS hot FROM pg_stat_user_tables WHERE relname = 'conversations'",
        [],
      );
      return { all: Number(row?.['upd']), hot: Number(row?.['hot']) };
    };
    const store = storeOf(database);
    let last = row({ body: 'x'.repeat(500) });
    await store.save(last);
    const before = await updates();
    for (let n = 0; n < 20; n += 1) {
      last = next(last, { figures: { closed: false, jobs: n % 2, oldestJob: n % 2 === 0 ? null : n, dead: 0 } });
      await store.save(last);
    }
    const after = await updates();
    expect([after.all - before.all, after.hot - before.hot]).toEqual([20, 20]);
  });
});
