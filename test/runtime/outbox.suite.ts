import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/bot/storage.ts';
import { countsOf, jobsIn } from './counts.ts';
import { deliver, makeStage, type Process, pass, type Stage } from './stage.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const ids = ({ messages }: Stage) => messages.map(({ outgoing }) => outgoing.view.id);
const handOver = (stage: Stage) => [
  () => stage.text('会社のPCで0xC004F074が出ます'),
  () => stage.press('human'),
  () => stage.incoming({ type: 'form', to: stage.last().outgoing.view.id, values: {}, files: [] }),
];
const errors = ({ log }: Process) => log.filter((line) => line.startsWith('error'));

/** What every store and channel together promise of the outbox. */
export function outboxSuite(name: string, open: () => Promise<Store>): void {
  describe(`an outbox in ${name}`, () => {
    test('a reply that the channel postpones is sent again, not before the time that the channel gave', async () => {
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
      expect(jobsIn(process.tally)).toMatchObject({ posts: 1, retries: 2, dead: 0 });
    });

    test('a reply that one process could not send is sent by the sweeper of another, without a new message', async () => {
      const stage = await makeStage({ store: await open() });
      const [one, two] = [stage.process(), stage.process()];
      stage.faults.post.push('throw');
      await deliver(one, () => stage.text('会社のPCです'));
      await pass(stage, two, 5 * second);
      expect(ids(stage)).toEqual(['question.screen']);
    });

    test('replies that were enqueued while the channel was down are sent in their order', async () => {
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

    test('pauses between retries grow exponentially, with jitter, up to a limit', async () => {
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
        const middle = Math.min(2 * minute, second * 2 ** n);
        expect(pause).toBeGreaterThanOrEqual(middle * 0.75);
        expect(pause).toBeLessThanOrEqual(middle * 1.25);
      }
    });

    test('a reply is not sent again when the connection breaks after the channel has taken it', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push('cut');
      await deliver(process, () => stage.text('会社のPCです'));
      await pass(stage, process, minute);
      expect(ids(stage)).toEqual(['question.screen']);
      await deliver(process, () => stage.press('none'));
      expect(stage.messages[0]?.answer).toBeDefined();
    });

    test('a reply that hangs is sent again after the timeout, and the reply after it is sent too', async () => {
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

    test('a desk that fails or hangs delays no reply, and gets its ticket later', async () => {
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

    test('a ticket is not opened again when the connection breaks after the desk has taken it', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.open.push('cut');
      await deliver(process, ...handOver(stage));
      await pass(stage, process, 5 * minute);
      expect([...stage.tickets.values()].map((opened) => opened.length)).toEqual([1]);
    });

    test('a ticket that the desk keeps refusing becomes a dead letter, and the person is told how to reach the desk', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.open.push(...Array.from({ length: 40 }, () => ({ refused: second })));
      await deliver(process, ...handOver(stage));
      for (let n = 0; n < 11; n += 1) await pass(stage, process, 5 * minute);
      expect((await stage.saved()).dead).toEqual([]);
      for (let n = 0; n < 3; n += 1) await pass(stage, process, 5 * minute);
      expect(stage.tickets.size).toBe(0);
      expect(stage.last().outgoing.view.lead[0]).toContain('担当窓口へ送れませんでした');
      expect(stage.last().outgoing.handover?.text).toContain('0xC004F074');
      expect((await stage.saved()).dead).toMatchObject([{ kind: 'open', why: 'token_revoked' }]);
      expect(errors(process)).toHaveLength(1);
      expect(errors(process)[0]).toContain('"why":"token_revoked"');
      expect(jobsIn(process.tally).dead).toBe(1);
      expect(countsOf(process.tally)['ninsho_deliveries_total{job=open,outcome=given_up}']).toBe(1);
    });

    test('outages and rate limits of the desk do not count as refusals, so the ticket is opened after them', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      const away = stage.faults.open;
      away.push(...Array.from({ length: 100 }, () => 'throw' as const));
      await deliver(process, ...handOver(stage));
      for (let n = 0; n < 13; n += 1) await pass(stage, process, 5 * minute);
      away.splice(0, away.length, { later: minute }, { refused: second }, { later: minute }, { refused: second });
      for (let n = 0; n < 10; n += 1) await pass(stage, process, 5 * minute);
      expect((await stage.saved()).dead).toEqual([]);
      expect([...stage.tickets.values()].map((opened) => opened.length)).toEqual([1]);
    });

    test('a reply that the channel refuses for good becomes a dead letter at once, and the next reply is sent', async () => {
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

    test('a reply is retried for two days of an outage, and given up after three', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      stage.faults.post.push(...Array.from({ length: 600 }, () => 'throw' as const));
      await deliver(process, () => stage.text('会社のPCです'));
      for (let n = 0; n < 47; n += 1) await pass(stage, process, hour);
      expect((await stage.saved()).dead).toEqual([]);
      for (let n = 0; n < 26; n += 1) await pass(stage, process, hour);
      expect((await stage.saved()).dead).toHaveLength(1);
    });

    test('an edit that the channel postpones delays no later reply', async () => {
      const stage = await makeStage({ store: await open() });
      const process = stage.process();
      await deliver(process, () => stage.text('こんにちは'));
      stage.faults.settle.push({ later: minute }, { later: minute });
      await deliver(
        process,
        () => stage.press('organization'),
        () => stage.text('0xC004F074'),
      );
      expect(ids(stage)).toEqual(['question.origin', 'question.screen', 'list.O1']);
      await pass(stage, process, minute);
      expect(stage.messages[0]?.answer).toBeDefined();
    });

    test('an edit that fails delays no reply, and is retried', async () => {
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
  });
}
