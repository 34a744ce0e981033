import { expect, test } from 'vitest';
import type { Rate } from '../../src/bot/lib/rates.ts';
import type { Subject } from './store.suite.ts';

const first: Rate = { tail: 0, called: 5.25, calledAt: 1_790_000_000_000, passed: 0, interval: 1_020.5 };
/** Takes the next number. */
const next = (rate: Rate | undefined): readonly [Rate, number] => {
  const before = rate ?? first;
  return [{ ...before, tail: before.tail + 1 }, before.tail + 1];
};
const read = (rate: Rate | undefined): readonly [Rate, Rate | undefined] => [rate ?? first, rate];

/** What every store promises of rate limits; `pair`: two views of one store. */
export function rateSuite(
  pair: () => { readonly store: Subject['store']; readonly other: Pick<Subject, 'store'> },
): void {
  test('a rate limit is stored exactly and read by another process', async () => {
    const { store, other } = pair();
    expect(await store.changeRate('digits', next)).toBe(1);
    expect(await other.store.changeRate('digits', read)).toEqual({ ...first, tail: 1 });
  });

  test('a process that only reads a rate limit sees what another process changed', async () => {
    const { store, other } = pair();
    await store.changeRate('seen', next);
    await other.store.changeRate('seen', next);
    expect((await store.changeRate('seen', read))?.tail).toBe(2);
  });

  test('two processes that draw a hundred numbers at once get each number once', async () => {
    const { store, other } = pair();
    const numbers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => (n % 2 ? store : other.store).changeRate('numbers', next)),
    );
    expect(numbers.toSorted((one, two) => one - two)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });

  test('a rate limit that was not used for the retention time is purged', async () => {
    const { store, other } = pair();
    await store.changeRate('old', next);
    await store.purge(Date.now() + 60_000, 1);
    expect(await other.store.changeRate('old', read)).toBeUndefined();
  });
}
