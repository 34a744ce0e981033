import { digest } from '../../bot/lib/hash.ts';
import type { Rate } from '../../bot/lib/rates.ts';
import type { Store } from '../../bot/storage.ts';

/** A cap on calls in a day of 24 hours, counted by all processes together. */
export interface Cap {
  /** Takes one call of a name; resolves to false if none is left. Rejects when the database does. `now`: epoch milliseconds. */
  take(name: string, now: number): Promise<boolean>;
}

const day = 24 * 60 * 60 * 1_000;

/** Returns a cap of so many calls a day for each name. Its counts lie beside the rate limits: `tail` has those of the day that began at `calledAt`. Names are kept as digests. */
export const capOf = ({ changeRate }: Pick<Store, 'changeRate'>, most: number): Cap => ({
  take: (name, now) =>
    changeRate(digest('cap', name), (rate): readonly [Rate, boolean] => {
      const isOver = rate === undefined || Math.abs(now - rate.calledAt) >= day;
      const count: Rate = isOver ? { tail: 0, called: 0, calledAt: now, passed: 0, interval: 0 } : rate;
      return count.tail >= most ? [count, false] : [{ ...count, tail: count.tail + 1 }, true];
    }),
});
