import { expect, test } from 'vitest';
import { deliver, makeStage, type Stage } from './stage.ts';

/** Has the database write the next record and the connection break before it says so, as many times in a row as given. */
function breakAfterCommit({ store }: Stage, times: number): void {
  const { save } = store;
  let left = times;
  Object.assign(store, {
    save: async (row: Parameters<typeof save>[0]) => {
      const saved = await save(row);
      if (left <= 0) return saved;
      left -= 1;
      throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
    },
  });
}

test('a turn that is committed although the connection then breaks is answered, and its reply is sent at once', async () => {
  const stage = await makeStage();
  const process = stage.process({ initialInterval: 1 });
  breakAfterCommit(stage, 1);
  expect(await process.bot.receive(stage.text('会社のPCです'))).toBe('answered');
  await process.bot.rest();
  expect(stage.messages).toHaveLength(1);
});

test('a delivery that is refused because the connection stays broken is answered once when it is repeated', async () => {
  const stage = await makeStage();
  const process = stage.process({ initialInterval: 1 });
  const incoming = stage.text('会社のPCです');
  breakAfterCommit(stage, 3);
  await expect(process.bot.receive(incoming)).rejects.toThrow('could not be kept');
  expect(stage.messages).toHaveLength(0);
  expect(await process.bot.receive(incoming)).toBe('answered');
  await process.bot.rest();
  expect(stage.messages).toHaveLength(1);
  expect(await process.bot.receive(incoming)).toBe('left alone');
  await process.bot.rest();
  await deliver(process, () => stage.press('dont-know'));
  expect(stage.messages).toHaveLength(2);
});

test('a delivery that arrives three times at once while the database connection breaks is answered once', async () => {
  const stage = await makeStage();
  const process = stage.process({ initialInterval: 1 });
  const incoming = stage.text('会社のPCです');
  breakAfterCommit(stage, 2);
  await Promise.allSettled([incoming, incoming, incoming].map((one) => process.bot.receive(one)));
  await process.bot.rest();
  expect(stage.messages).toHaveLength(1);
});
