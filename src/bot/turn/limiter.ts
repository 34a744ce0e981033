import type { Store } from '../ports.ts';
import type { Rate, RateLimit } from '../rates.ts';
import { digest } from './digest.ts';
import type { Slot } from './job.ts';
import { admit, fresh, isRested, pause, type Reserved, reserve } from './rate-limit.ts';

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
