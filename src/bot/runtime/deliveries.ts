import { digest } from '../lib/hash.ts';

/**
 * The deliveries that a conversation processed, oldest first, for deduplication: a digest each, and a mark (`@` and the
 * hour, counted from the epoch) before the first of each hour. Marks are plain strings, so that earlier versions read
 * them as digests that match nothing.
 */
export type Deliveries = readonly string[];

const hour = 60 * 60 * 1_000;
/** Minimum number of hours that a delivery is remembered; channels retry one for some hours at most. */
const lasting = 25;
/** Number of newest entries that are always kept, whatever their age. */
const least = 64;
/** Maximum number of entries, so that a flood of messages cannot make a record grow without bound. */
const most = 2_000;

const mark = '@';

/** Returns true if a delivery is a duplicate of one that was processed. Compares prefixes, since earlier versions stored longer digests. */
export function wasTaken(taken: Deliveries, id: string): boolean {
  const delivery = deliveryOf(id);
  return taken.some((one) => one.startsWith(delivery));
}

/** Returns true if a delivery is the newest that was processed. */
export const isNewestTaken = (taken: Deliveries, id: string): boolean =>
  taken.findLast((one) => !one.startsWith(mark))?.startsWith(deliveryOf(id)) ?? false;

/** Adds a delivery that is processed at `now`, epoch milliseconds, and drops the expired ones. */
export function withDelivery(taken: Deliveries, id: string, now: number): Deliveries {
  const current = Math.floor(now / hour);
  const last = taken.findLast((one) => one.startsWith(mark));
  const all = [...taken, ...(last === mark + current ? [] : [mark + current]), deliveryOf(id)];
  const marks = all.filter((one) => one.startsWith(mark));
  const fresh = marks.find((one) => Number(one.slice(1)) >= current - lasting) ?? '';
  // Entries before the first mark (of an earlier version, or cut off from their own mark) count as being of its hour.
  const start = fresh === marks[0] ? 0 : all.indexOf(fresh);
  return all.slice(Math.max(all.length - most, Math.min(start, all.length - least), 0));
}

/** Returns the digest of a delivery id, shortened since a record holds many: with 2,000 of them, a collision occurs once in 10^14 deliveries. */
const deliveryOf = (id: string): string => digest(id).slice(0, 10);
