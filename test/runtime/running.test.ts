import { expect, test } from 'vitest';
import { running } from '../../src/bot/lib/async.ts';

test('rest() waits for all running work, also for work that fails and work that begins meanwhile', async () => {
  const under = running();
  const [one, two] = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
  const told = [under.track(one.promise), under.track(two.promise)];
  let rested = false;
  const rest = under.rest().then(() => {
    rested = true;
  });
  one.reject(new Error('failed'));
  await expect(told[0]).rejects.toThrow('failed');
  expect(rested).toBe(false);
  const third = Promise.withResolvers<number>();
  void under.track(third.promise);
  two.resolve(2);
  expect(await told[1]).toBe(2);
  expect(rested).toBe(false);
  third.resolve(3);
  await rest;
  await under.rest();
});
