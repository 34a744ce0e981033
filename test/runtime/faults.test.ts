import { expect, test } from 'vitest';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { Incoming } from '../../src/bot/ports.ts';
import type { Store } from '../../src/bot/storage.ts';
import { makeStage, type Process, pass, type Stage } from './stage.ts';

/** A store whose `n`-th call, and as many after it as `row` says, fail: before they do anything, or after (the answer is lost). */
async function failing(n: number, row: number, after: boolean): Promise<{ store: Store; calls: () => number }> {
  const real = storeOf(await sqlite(':memory:'));
  let calls = 0;
  const spoil =
    <Given extends readonly unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      calls += 1;
      const spoiled = calls >= n && calls < n + row;
      if (spoiled && !after) throw new Error('disk full');
      const result = await work(...given);
      if (spoiled) throw new Error('connection lost');
      return result;
    };
  const store: Store = {
    ...real,
    load: spoil(real.load),
    save: spoil(real.save),
    claim: spoil(real.claim),
    remove: spoil(real.remove),
  };
  return { store, calls: () => calls };
}

/** Delivers as a channel does: again until it is acknowledged. */
async function insist(stage: Stage, process: Process, incoming: Incoming): Promise<number> {
  for (let refused = 0; ; refused += 1) {
    const taken = await process.bot.receive(incoming).then(
      () => true,
      () => false,
    );
    await process.bot.rest();
    if (taken) return refused;
    await pass(stage, process, 1_000).catch(() => {});
  }
}

async function converse(n: number, row: number, after: boolean): Promise<{ stage: Stage; calls: number }> {
  const { store, calls } = await failing(n, row, after);
  const stage = await makeStage({ store });
  const process = stage.process({ initialInterval: 1 });
  const said = [
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
    () => stage.press('continue'),
  ];
  for (const one of said) {
    await insist(stage, process, one());
    // The lease of a lane whose record could not be written runs out, and the sweeper looks.
    for (let rounds = 0; rounds < 5; rounds += 1) await pass(stage, process, 31_000).catch(() => {});
  }
  return { stage, calls: calls() };
}

const expected = ['list.O1', 'form', 'closed.escalated', 'list.O1'];

for (const after of [false, true])
  for (const row of [1, 3, 7])
    test(`no reply is lost or repeated when the store fails at any call, ${row} times in a row, ${after ? 'after' : 'before'} it did its work`, async () => {
      const { calls } = await converse(Number.POSITIVE_INFINITY, 0, after);
      expect(calls).toBeGreaterThan(12);
      for (let n = 1; n <= 16; n += 1) {
        const { stage } = await converse(n, row, after);
        expect(
          stage.messages.map(({ outgoing }) => outgoing.view.id),
          `call ${n}`,
        ).toEqual(expected);
        expect(
          [...stage.tickets.values()].map((opened) => opened.length),
          `call ${n}`,
        ).toEqual([1]);
      }
    });

test('a delivery that cannot be stored is not acknowledged', async () => {
  const { store } = await failing(1, Number.POSITIVE_INFINITY, false);
  const stage = await makeStage({ store });
  const process = stage.process({ initialInterval: 1 });
  await expect(process.bot.receive(stage.text('会社のPCです'))).rejects.toThrow('could not be kept');
  expect(process.log.join()).not.toContain('会社');
  expect(stage.messages).toEqual([]);
});
