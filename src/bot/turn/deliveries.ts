import { deliveryOf } from './digest.ts';

/**
 * The deliveries that a conversation took, oldest first: a digest each, and a mark (`@` and the hour, counted from the
 * epoch) before the first of each hour. Plain strings, so that earlier versions read them as digests that fit nothing.
 */
export type Deliveries = readonly string[];

const hour = 60 * 60 * 1_000;
/** Hours that a delivery is remembered at least; channels repeat one for some hours at most. */
const lasting = 25;
/** Number of entries that is always kept, whatever their age. */
const least = 64;
/** Maximum number of entries, so that a flood of messages cannot make a record grow without end. */
const most = 2_000;

const mark = '@';

/** Returns whether a delivery was taken already; earlier versions kept longer digests. */
export function wasTaken(taken: Deliveries, id: string): boolean {
  const delivery = deliveryOf(id);
  return taken.some((one) => one.startsWith(delivery));
}

/** Adds a delivery that is taken now, epoch milliseconds, and drops those that are old enough. */
export function withDelivery(taken: Deliveries, id: string, now: number): Deliveries {
  const current = Math.floor(now / hour);
  const last = taken.findLast((one) => one.startsWith(mark));
  const all = [...taken, ...(last === mark + current ? [] : [mark + current]), deliveryOf(id)];
  const marks = all.filter((one) => one.startsWith(mark));
  const fresh = marks.find((one) => Number(one.slice(1)) >= current - lasting) ?? '';
  // What stands before the first mark, of an earlier version or cut off from its own, is as old as that.
  const start = fresh === marks[0] ? 0 : all.indexOf(fresh);
  return all.slice(Math.max(all.length - most, Math.min(start, all.length - least), 0));
}
