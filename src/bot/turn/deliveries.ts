import { redact } from '../understand/redact.ts';
import { digest } from './digest.ts';

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

/** The name of a delivery, shorter since a record holds many: one of 2,000 is mistaken for another once in 10^14 deliveries. */
const deliveryOf = (id: string): string => digest(id).slice(0, 10);

/** Accepts ids as channels make them, names and numbers: too short for a secret, and most of all ids. */
const ordinary = /^(?:[a-z]+:)?[\d.:]{1,21}$/;

/** Returns an id from outside as a log may show it: one that holds something like a key as a digest. */
export const printable = (id: string): string =>
  ordinary.test(id) || redact(id).secrets.length === 0 ? id : digest(id);
