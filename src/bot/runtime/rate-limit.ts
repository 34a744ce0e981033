import { digest } from '../lib/hash.ts';
import type { Rate, RateLimit } from '../lib/rates.ts';
import type { Store } from '../storage.ts';
import type { QueueSlot } from './lanes.ts';

/** Factors of the adaptive interval: `slowDown` applies when the channel answers that calls came too fast, `speedUp` for each admitted call, down to the configured interval. */
const slowDown = 1.5;
const speedUp = 0.99;
/** Factor by which the interval is longer than the channel permits, since network latency varies. */
const margin = 1.02;
/** Maximum adaptive interval in milliseconds. */
const slowest = 60_000;
/** Maximum pause in milliseconds; a longer one was set before the clock jumped back. */
const longest = 60 * 60 * 1_000;

const configured = ({ perSecond }: RateLimit): number => (margin * 1_000) / perSecond;

/** Returns the state of a rate limit that was not used for a while: a whole burst is available. `now`: epoch milliseconds. */
export const fresh = (limit: RateLimit, now: number): Rate => ({
  tail: 0,
  called: limit.burst,
  calledAt: now,
  passed: 0,
  interval: configured(limit),
});

/** Returns the state adjusted to the configured limit and to a clock that may have jumped back; a fresh state if there is none. */
function currentOf(rate: Rate | undefined, limit: RateLimit, now: number): Rate {
  if (rate === undefined) return fresh(limit, now);
  return {
    ...rate,
    interval: Math.max(rate.interval, configured(limit)),
    calledAt: rate.calledAt > now + longest ? now : rate.calledAt,
  };
}

/** Returns the number that the clock has reached. */
const clockAt = ({ called, calledAt, interval }: Rate, now: number): number =>
  called + Math.max(0, now - calledAt) / interval;

/** Returns true if so many later numbers were admitted that the burst has no room left for this one; it then takes the place of the next number. */
const isLate = ({ passed }: Rate, { burst }: RateLimit, number: number): boolean => number < passed - burst;

/** Returns the time when a number is called up, epoch milliseconds. While that is far off, it is the earliest possible time, since the interval shortens with each call. */
function dueOf(rate: Rate, limit: RateLimit, number: number, now: number): number {
  const ahead = Math.max(0, (isLate(rate, limit, number) ? rate.passed : number) - rate.called);
  const { calledAt, interval } = rate;
  const steps = Math.min(ahead, Math.log(configured(limit) / interval) / Math.log(speedUp));
  const earliest = calledAt + (interval * (1 - speedUp ** steps)) / (1 - speedUp) + (ahead - steps) * configured(limit);
  return Math.ceil(earliest > now ? earliest : calledAt + ahead * interval);
}

/** Returns the state after a number was admitted; `count` also includes calls made without a number. The clock never runs ahead of the admitted numbers by a whole burst, so that calls that waited during an outage are not all made at once. */
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

/** A reservation: a queue number and the time when it is called up, epoch milliseconds. */
export interface Reserved {
  readonly number: number;
  readonly due: number;
}

/** Reserves the next number, and admits it if it is called up already. `owed`: number of earlier calls that were made without a reservation. Returns the next state and the reservation. */
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

/** Admits a number if it is called up, else returns when it will be. A number of a state that was lost is replaced by a new reservation. */
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

/** Pauses the clock for `after` milliseconds at the number of a call that was not accepted (null: it had none), so that this call comes first and all others after it in their order. `slower`: the reason was that calls came too fast, so the interval is lengthened. */
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
  // Answers to calls that were in flight together lengthen the interval once.
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

/** Returns true if a rate limit was unused for long enough to permit a whole burst again. */
export const isRested = (rate: Rate, { burst }: RateLimit, now: number): boolean =>
  rate.calledAt <= now && rate.tail <= clockAt(rate, now) - burst;

/** Maximum number of rate limits that a process remembers. */
const most = 1_000;

/** A permit: the time when a call may be made, epoch milliseconds, and its slot in the queue until then (null: it needs none). */
export interface Permit {
  readonly due: number;
  readonly slot: QueueSlot | null;
}

/** A rate limiter that keeps calls within limits shared by all processes. Every method rejects when the database does. */
export interface Limiter {
  /** Requests a permit for a call. If `due` is not later than now, the call may be made; else the caller has to ask again at that time, with its slot. */
  ask(limit: RateLimit, slot: QueueSlot | null): Promise<Permit>;
  /** Pauses all calls for `after` milliseconds after one that was not accepted, and returns a permit that puts this call before the others. `slower`: the reason was that calls came too fast. */
  hold(limit: RateLimit, slot: QueueSlot | null, after: number, slower: boolean): Promise<Permit>;
}

/** A process's own view of a rate limit: the state that it saw last, and the number of calls that it has made since without telling the other processes. */
interface Known {
  rate: Rate;
  owed: number;
  /** True while no other process seems to make calls: it turns false when the shared state is used, and true again once the limit has rested. */
  alone: boolean;
}

/** Creates a rate limiter. A limit with few calls costs no database statement: a process admits up to half a burst by itself before it uses the shared state, and then adds those calls to it. `now` returns epoch milliseconds. */
export function limiter(store: Pick<Store, 'changeRate'>, now: () => number): Limiter {
  // Entries are changed in place, since a Map with many insertions and deletions keeps outgrown tables: see `recordCache`.
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

  /** Admits a call by the process's own view and counts it. Returns false if the shared state has to be asked. */
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
