import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';

test('hush() silences the console for its own work alone, also after an await and when that rejects', async () => {
  vi.resetModules();
  const { hush } = await import('../../src/adapters/teams/send/hush.ts');
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const work = hush(async () => {
    console.error('token');
    await sleep(10);
    console.error('token');
    throw new Error('refused');
  });
  console.error('during');
  await expect(work).rejects.toThrow('refused');
  console.error('after');
  expect(printed.mock.calls).toEqual([['during'], ['after']]);
  vi.restoreAllMocks();
});
