import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { Log, Store } from '../../src/bot/ports.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { ann, deliver, makeStage, type Process, pass, type Stage } from './stage.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const ids = ({ messages }: Stage) => messages.map(({ outgoing }) => outgoing.view.id);
const handOver = (stage: Stage) => [
  () => stage.text('会社のPCで0xC004F074が出ます'),
  () => stage.press('human'),
  () => stage.incoming({ type: 'form', to: stage.last().outgoing.view.id, values: {} }),
];
const errors = ({ log }: Process) => log.filter((line) => line.startsWith('error'));

const log: Log = { info: () => {}, warn: () => {}, error: () => {} };

function outboxSuite(name: string, open: () => Promise<Store>): void {
  describe(`an outbox in ${name}`, () => {
    test('a reply that is told to wait is sent again, not before it may', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push({ later: 90 * second }, { later: 20 * second });
      await deliver(process, () => stage.text('会社のPCです'));
      await pass(stage, process, 89 * second);
      expect(stage.faults.post).toHaveLength(1);
      await pass(stage, process, second);
      expect(stage.messages).toHaveLength(0);
      await pass(stage, process, 20 * second);
      expect(ids(stage)).toEqual(['question.screen']);
      expect(process.tally.read()).toMatchObject({ posts: 1, retries: 2, dead: 0 });
    });

    test('nothing waits for the next message: another process sends what the first could not', async () => {
      const stage = await makeStage({ store: await open() });
      const [one, two] = [stage.process(), stage.process()];
      stage.faults.post.push('throw');
      await deliver(one, () => stage.text('会社のPCです'));
      await pass(stage, two, 5 * second);
      expect(ids(stage)).toEqual(['question.screen']);
    });

    test('replies keep their order while the channel is away', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push('throw', 'throw', 'throw');
      await deliver(
        process,
        () => stage.text('会社のPCです'),
        () => stage.text('0xC004F074'),
        () => stage.text('ヘルプ'),
      );
      expect(stage.messages).toHaveLength(0);
      await pass(stage, process, 20 * second);
      await pass(stage, process, 20 * second);
      await pass(stage, process, 20 * second);
      expect(ids(stage)).toEqual(['question.screen', 'list.O1', 'list.O1']);
    });

    test('the pauses between attempts grow, with jitter, up to a limit', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push(...Array.from({ length: 14 }, () => 'throw' as const));
      await deliver(process, () => stage.text('会社のPCです'));
      const pauses: number[] = [];
      while (stage.messages.length === 0) {
        const { at } = (await stage.saved()).lanes.channel;
        pauses.push(at - stage.clock);
        await pass(stage, process, at - stage.clock);
      }
      expect(pauses).toHaveLength(14);
      for (const [n, pause] of pauses.entries()) {
        const middle = Math.min(10 * minute, second * 2 ** n);
        expect(pause).toBeGreaterThanOrEqual(middle * 0.75);
        expect(pause).toBeLessThanOrEqual(middle * 1.25);
      }
    });

    test('a reply whose connection was cut after it was taken is not sent again', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push('cut');
      await deliver(process, () => stage.text('会社のPCです'));
      await pass(stage, process, minute);
      expect(ids(stage)).toEqual(['question.screen']);
      await deliver(process, () => stage.press('none'));
      expect(stage.messages[0]?.answer).toBeDefined();
    });

    test('a reply that hangs is given up after the timeout and sent again; the next is not forgotten', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push('hang');
      await deliver(
        process,
        () => stage.text('会社のPCです'),
        () => stage.text('0xC004F074'),
      );
      await pass(stage, process, minute);
      expect(ids(stage)).toEqual(['question.screen', 'list.O1']);
    });

    test('a desk that is down, or hangs, does not hold up replies', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.open.push('throw', 'hang', { later: 30 * second });
      await deliver(process, ...handOver(stage));
      await pass(stage, process, 5 * second);
      await process.bot.receive(stage.press('help'));
      await process.bot.rest();
      expect(stage.last().outgoing.outcome).toBe('escalated');
      expect(stage.messages).toHaveLength(4);
      expect(stage.tickets.size).toBe(0);
      await pass(stage, process, minute);
      await pass(stage, process, minute);
      expect([...stage.tickets.values()].map((opened) => opened.length)).toEqual([1]);
    });

    test('a ticket whose connection was cut after it was taken is not opened again', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.open.push('cut');
      await deliver(process, ...handOver(stage));
      await pass(stage, process, 5 * minute);
      expect([...stage.tickets.values()].map((opened) => opened.length)).toEqual([1]);
    });

    test('a ticket that cannot be opened is given up where it can be seen, and the person is told how to reach the desk', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.open.push(...Array.from({ length: 40 }, () => 'throw' as const));
      await deliver(process, ...handOver(stage));
      for (let n = 0; n < 20; n += 1) await pass(stage, process, 5 * minute);
      expect(stage.tickets.size).toBe(0);
      expect(stage.last().outgoing.view.lead[0]).toContain('担当窓口へ送れませんでした');
      expect(stage.last().outgoing.handover?.text).toContain('0xC004F074');
      expect((await stage.saved()).dead).toMatchObject([{ kind: 'open', why: 'tried too long' }]);
      expect(errors(process)).toHaveLength(1);
      expect(process.tally.read().dead).toBe(1);
    });

    test('what the channel refuses for good is given up at once, and the conversation goes on', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push('never');
      await deliver(
        process,
        () => stage.text('会社のPCです'),
        () => stage.text('0xC004F074'),
      );
      expect(ids(stage)).toEqual(['list.O1']);
      expect((await stage.saved()).dead).toMatchObject([{ kind: 'post', why: 'gone' }]);
      expect(errors(process)).toHaveLength(1);
    });

    test('a reply is tried for days before it is given up', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push(...Array.from({ length: 600 }, () => 'throw' as const));
      await deliver(process, () => stage.text('会社のPCです'));
      for (let n = 0; n < 47; n += 1) await pass(stage, process, hour);
      expect((await stage.saved()).dead).toEqual([]);
      for (let n = 0; n < 26; n += 1) await pass(stage, process, hour);
      expect((await stage.saved()).dead).toHaveLength(1);
    });

    test('an edit that fails never holds up a reply, and is tried again', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      await deliver(process, () => stage.text('こんにちは'));
      stage.faults.settle.push('throw', { later: 5 * second });
      await deliver(process, () => stage.press('organization'));
      expect(ids(stage)).toEqual(['question.origin', 'question.screen']);
      expect(stage.messages[0]?.answer).toBeUndefined();
      await pass(stage, process, minute);
      expect(stage.messages[0]?.answer).toBeDefined();
    });

    test('a question that was answered before it was known to have arrived is settled all the same', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push('cut');
      await deliver(
        process,
        () => stage.text('こんにちは'),
        () => stage.press('organization'),
      );
      await pass(stage, process, minute);
      expect(ids(stage)).toEqual(['question.origin', 'question.screen']);
      expect(stage.messages.map(({ answer }) => answer !== undefined)).toEqual([true, false]);
    });

    test('a process that died after sending leaves nothing unsent and nothing sent twice', async () => {
      const stage = await makeStage({ store: await open() });
      const dying = stage.process();
      const { store } = stage;
      const { save } = store;
      let saves = 0;
      // The process ends between the sending and the writing down: that never happens.
      Object.assign(store, {
        save: (row: Parameters<typeof save>[0]) => (++saves === 2 ? new Promise(() => {}) : save(row)),
      });
      await dying.bot.receive(stage.text('会社のPCです'));
      await expect.poll(() => stage.messages.length).toBe(1);
      await expect.poll(() => saves).toBe(2);
      const other = stage.process();
      await pass(stage, other, 29 * second);
      expect((await stage.saved()).lanes.channel.jobs).toHaveLength(1);
      await pass(stage, other, second);
      expect(ids(stage)).toEqual(['question.screen']);
      expect((await stage.saved()).lanes.channel.jobs).toEqual([]);
    });

    test('a process that died before sending leaves its reply to the sweeper of any other', async () => {
      const stage = await makeStage({ store: await open() });
      const dying = stage.process();
      stage.faults.post.push('hang');
      await dying.bot.receive(stage.text('会社のPCです'));
      const [two, three] = [stage.process(), stage.process()];
      stage.clock += 31 * second;
      await Promise.all([two.bot.sweep(), three.bot.sweep()]);
      await Promise.all([two.bot.rest(), three.bot.rest(), dying.bot.rest()]);
      expect(ids(stage)).toEqual(['question.screen']);
    });

    test('a message that arrives while another process sends is sent by that one, in order', async () => {
      const stage = await makeStage({ store: await open() });
      const [one, two] = [stage.process({ timeout: 300 }), stage.process({ timeout: 300 })];
      stage.faults.post.push('hang');
      await one.bot.receive(stage.text('会社のPCです'));
      await two.bot.receive(stage.text('0xC004F074'));
      await two.bot.rest();
      expect(stage.messages).toHaveLength(0);
      await one.bot.rest();
      await pass(stage, two, 5 * second);
      expect(ids(stage)).toEqual(['question.screen', 'list.O1']);
    });

    test('a delivery that is repeated, and another that comes, while the reply is under way cause no reply of their own twice', async () => {
      const stage = await makeStage({ store: await open() });
      const [one, two] = [stage.process(), stage.process()];
      stage.faults.post.push('slow', 'slow', 'slow');
      const [first, second] = [stage.text('会社のPCです'), stage.text('0xC004F074')];
      for (const { bot } of [one, two, one]) await bot.receive(first);
      for (const { bot } of [one, two, one]) await bot.receive(second);
      for (const { bot } of [one, two]) await bot.rest();
      await pass(stage, one, minute);
      expect(ids(stage)).toEqual(['question.screen', 'list.O1']);
    });

    test('a process that stops lets go of what it had not begun', async () => {
      const stage = await makeStage({ store: await open() });
      const [one, two] = [stage.process(), stage.process()];
      stage.faults.post.push('hang');
      await one.bot.receive(stage.text('会社のPCです'));
      await one.bot.receive(stage.text('0xC004F074'));
      await one.bot.stop();
      expect((await stage.saved()).lanes.channel.by).toBe('');
      await pass(stage, two, 2 * second);
      expect(ids(stage)).toEqual(['question.screen', 'list.O1']);
    });
  });
}

outboxSuite('SQLite', async () => storeOf(await sqlite(':memory:')));

describe('with a server', () => {
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
  outboxSuite('PostgreSQL', async () => {
    await store.forget(ann);
    return { ...store };
  });
});
