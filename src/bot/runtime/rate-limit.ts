import { digest } from '../lib/hash.ts';
import type { Rate, RateLimit } from '../lib/rates.ts';
import type { Store } from '../ports.ts';
import type { Slot } from './lanes.ts';

/** Each refusal makes the interval so much longer, each call that is let through so much shorter, down to the configured one. */
const slowDown = 1.5;
const speedUp = 0.99;
/** Calls are made a little slower than they may be, since the way to the channel takes now longer, now shorter. */
const margin = 1.02;
/** Milliseconds that an interval never exceeds by learning. */
const slowest = 60_000;
/** A pause never lasts longer, in milliseconds; one that seems to stems from a clock that jumped back. */
const longest = 60 * 60 * 1_000;

const configured = ({ perSecond }: RateLimit): number => (margin * 1_000) / perSecond;

/** The state of a limit that nobody has used for a while. */
export const fresh = (limit: RateLimit, now: number): Rate => ({
  tail: 0,
  called: limit.burst,
  calledAt: now,
  passed: 0,
  interval: configured(limit),
});

/** The state as the configured limit wants it at a time. */
function currentOf(rate: Rate | undefined, limit: RateLimit, now: number): Rate {
  if (rate === undefined) return fresh(limit, now);
  return {
    ...rate,
    interval: Math.max(rate.interval, configured(limit)),
    calledAt: rate.calledAt > now + longest ? now : rate.calledAt,
  };
}

/** The number that the clock has reached. */
const clockAt = ({ called, calledAt, interval }: Rate, now: number): number =>
  called + Math.max(0, now - calledAt) / interval;

/** Whether a number was passed over for so long that the channel has no room left for it: it then takes the room of the next. */
const isLate = ({ passed }: Rate, { burst }: RateLimit, number: number): boolean => number < passed - burst;

/** When a number is called up, epoch milliseconds; while it is far off, the earliest that it can be: the interval gets shorter with each call. */
function dueOf(rate: Rate, limit: RateLimit, number: number, now: number): number {
  const ahead = Math.max(0, (isLate(rate, limit, number) ? rate.passed : number) - rate.called);
  const { calledAt, interval } = rate;
  const steps = Math.min(ahead, Math.log(configured(limit) / interval) / Math.log(speedUp));
  const earliest = calledAt + (interval * (1 - speedUp ** steps)) / (1 - speedUp) + (ahead - steps) * configured(limit);
  return Math.ceil(earliest > now ? earliest : calledAt + ahead * interval);
}

/** The state once a number is let through, and with it calls that had none: the clock never runs ahead of the numbers by a whole burst, so that what waited during an outage does not come all at once. */
function pass(rate: Rate, limit: RateLimit, number: number, count: number, now: number): Rate {
  const passed = Math.max(rate.passed, number);
  return {
    ...rate,
    passed,
    called: Math.min(clockAt(rate, now), passed + limit.burst - 1) - (isLate(rate, limit, number) ? 1 : 0),
    calledAt: now,
    interval: Math.max(configured(limit), rate.interval * speedUp ** count),
  };
}

/** A number, and when it is called up; epoch milliseconds. */
export interface Reserved {
  readonly number: number;
  readonly due: number;
}

/** Hands out the next number, and lets it through where it is called up already; `owed`: calls that were made before without one. */
export function reserve(
  given: Rate | undefined,
  limit: RateLimit,
  owed: number,
  now: number,
): readonly [Rate, Reserved] {
  const rate = currentOf(given, limit, now);
  const number = Math.max(rate.tail, clockAt(rate, now) - limit.burst) + owed + 1;
  const next = { ...rate, tail: number };
  const due = dueOf(next, limit, number, now);
  return [due <= now ? pass(next, limit, number, owed + 1, now) : next, { number, due }];
}

/** Lets a number through that is called up, or says when it is. One of a state that is lost gets another. */
export function admit(
  given: Rate | undefined,
  limit: RateLimit,
  number: number,
  now: number,
): readonly [Rate, Reserved] {
  if (given === undefined || number > given.tail) return reserve(given, limit, 0, now);
  const rate = currentOf(given, limit, now);
  const due = dueOf(rate, limit, number, now);
  return [due <= now ? pass(rate, limit, number, 1, now) : given, { number, due }];
}

/** Stops the clock for some milliseconds at a call that was not taken, so that it comes first and all others after it in their order; null: a call without a number. `slower`: too many came. */
export function pause(
  given: Rate | undefined,
  limit: RateLimit,
  number: number | null,
  { after, slower }: { readonly after: number; readonly slower: boolean },
  now: number,
): readonly [Rate, Reserved] {
  const rate = currentOf(given, limit, now);
  const called = Math.min(clockAt(rate, now), Math.max(number ?? Number.POSITIVE_INFINITY, rate.passed - limit.burst));
  const first = number ?? called;
  // Refusals of calls that were under way together are one.
  const anew = slower && rate.calledAt <= now;
  const next: Rate = {
    tail: Math.max(rate.tail, called, first),
    called,
    calledAt: Math.max(rate.calledAt, now + Math.min(after, longest)),
    passed: rate.passed,
    interval: anew ? Math.max(rate.interval, Math.min(slowest, rate.interval * slowDown)) : rate.interval,
  };
  return [next, { number: first, due: dueOf(next, limit, first, now) }];
}

/** Whether a limit was left alone for long enough to take a whole burst again. */
export const isRested = (rate: Rate, { burst }: RateLimit, now: number): boolean =>
  rate.calledAt <= now && rate.tail <= clockAt(rate, now) - burst;

/** So many limits are remembered. */
const most = 1_000;

/** When a call may be made, epoch milliseconds, and its place in the queue until then; null: it needs none. */
export interface Permit {
  readonly due: number;
  readonly slot: Slot | null;
}

/** Keeps calls within rate limits that all processes share. Every method rejects when the database does. */
export interface Limiter {
  /** Lets a call through where `due` is not later than now; else it has to ask again at that time, with its slot. */
  ask(limit: RateLimit, slot: Slot | null): Promise<Permit>;
  /** Holds up all calls for some milliseconds after one that was not taken, and gives that one its place before the others. `slower`: too many came. */
  hold(limit: RateLimit, slot: Slot | null, after: number, slower: boolean): Promise<Permit>;
}

/** What this process knows of a limit: its state as it was seen last, and the calls that were made since without a word to the others. */
interface Known {
  rate: Rate;
  owed: number;
  /** Whether nobody else seems to make calls: not since the others were asked, until the limit has rested. */
  alone: boolean;
}

/** A limiter that knows of nothing yet. A quiet limit costs no statement: a process lets half a burst through by itself before it asks, and then counts those in. */
export function limiter(store: Pick<Store, 'changeRate'>, now: () => number): Limiter {
  // Changed in place: see `recent`.
  const known = new Map<string, Known>();

  function knownOf(name: string, limit: RateLimit): Known {
    const entry = known.get(name);
    if (entry !== undefined) return entry;
    if (known.size >= most) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    const made = { rate: fresh(limit, now()), owed: 0, alone: true };
    known.set(name, made);
    return made;
  }

  /** Whether a call may go by what is known here; counts it. */
  function spend(entry: Known, limit: RateLimit): boolean {
    if (isRested(entry.rate, limit, now())) [entry.owed, entry.alone] = [0, true];
    const [rate, { due }] = reserve(entry.rate, limit, 0, now());
    if (due > now() || !entry.alone || entry.owed >= Math.floor(limit.burst / 2)) return false;
    entry.rate = rate;
    entry.owed += 1;
    return true;
  }

  async function change(
    name: string,
    entry: Known,
    work: (rate: Rate | undefined) => readonly [Rate, Reserved],
  ): Promise<Permit> {
    entry.alone = false;
    const { rate, due, number } = await store.changeRate(name, (before) => {
      const [next, reserved] = work(before);
      return [next, { ...reserved, rate: next }];
    });
    entry.rate = rate;
    return { due, slot: { limit: name, number } };
  }

  return {
    ask: async (limit, slot) => {
      if (limit.perSecond === 0) return { due: now(), slot: null };
      const name = digest(limit.name);
      const entry = knownOf(name, limit);
      if (slot?.limit === name) return change(name, entry, (rate) => admit(rate, limit, slot.number, now()));
      if (spend(entry, limit)) return { due: now(), slot: null };
      const { owed } = entry;
      entry.owed = 0;
      return change(name, entry, (rate) => reserve(rate, limit, owed, now()));
    },
    hold: async (limit, slot, after, slower) => {
      if (limit.perSecond === 0) return { due: now() + after, slot: null };
      const name = digest(limit.name);
      const number = slot?.limit === name ? slot.number : null;
      const entry = knownOf(name, limit);
      entry.owed = 0;
      return change(name, entry, (rate) => pause(rate, limit, number, { after, slower }, now()));
    },
  };
}
