import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/bot/storage.ts';
import { deliver, makeStage, pass, type Stage } from './stage.ts';

const second = 1_000;
const minute = 60 * second;
const ids = ({ messages }: Stage) => messages.map(({ outgoing }) => outgoing.view.id);

/** What several processes over one store promise. */
export function processSuite(name: string, open: () => Promise<Store>): void {
  describe(`${name}: several processes`, () => {
    test('a question answered before its delivery was known is edited all the same, and not sent twice', async () => {
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

    test('when a process dies between sending a reply and storing that, another sends nothing again', async () => {
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

    test('when a process dies before it sends a reply, the sweeper of one other process sends the reply', async () => {
      const stage = await makeStage({ store: await open() });
      const dying = stage.process();
      stage.faults.post.push('hang');
      await dying.bot.receive(stage.text('会社のPCです'));
      await expect.poll(() => stage.faults.post).toEqual([]);
      const [two, three] = [stage.process(), stage.process()];
      stage.clock += 31 * second;
      await Promise.all([two.bot.sweep(), three.bot.sweep()]);
      await Promise.all([two.bot.rest(), three.bot.rest(), dying.bot.rest()]);
      expect(ids(stage)).toEqual(['question.screen']);
    });

    test('a reply enqueued while another process holds the lease is sent by that process, in order', async () => {
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

    test('deliveries repeated at two processes while replies are being sent cause one reply each', async () => {
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

    test('a process that was frozen beyond its lease opens no ticket that another process opened meanwhile', async () => {
      const stage = await makeStage({ store: await open() });
      const [one, two] = [stage.process(), stage.process()];
      await deliver(
        one,
        () => stage.text('会社のPCで0xC004F074が出ます'),
        () => stage.press('human'),
      );
      let frozen = false;
      stage.beforeOpen = async () => {
        if (frozen) return;
        frozen = true;
        stage.clock += 31 * second;
        await two.bot.sweep();
        await two.bot.rest();
      };
      const form = { type: 'form', to: 'form', values: { message: 'つながりません' }, files: [] } as const;
      await deliver(one, () => stage.incoming(form));
      await pass(stage, two, minute);
      expect(frozen).toBe(true);
      expect([...stage.tickets.values()].map((opened) => opened.length)).toEqual([1]);
    });

    test('a process that stops releases its lease, and another process sends the jobs that are left', async () => {
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
