/** Consecutive failures after which nothing is asked for a while, and milliseconds of that. */
const failures = 5;
const pause = 60_000;

/** A circuit breaker: after some failures in a row it stays open for a minute, then lets one call try. */
export interface Breaker {
  /** Returns true if a call may be made. `now`: epoch milliseconds. */
  mayCall(now: number): boolean;
  /** Takes note of how a call ended. Returns true if that has opened it. */
  ended(well: boolean, now: number): boolean;
}

/** Creates a closed circuit breaker. */
export function breaker(): Breaker {
  let failed = 0;
  let until = 0;
  return {
    mayCall: (now) => failed < failures || now >= until,
    ended: (well, now) => {
      failed = well ? 0 : failed + 1;
      if (failed < failures) return false;
      until = now + pause;
      return failed === failures;
    },
  };
}

/** A count of calls in a day of 24 hours, for each name. */
export interface Cap {
  /** Takes one call; returns false if no more are left. `now`: epoch milliseconds. */
  take(name: string, now: number): boolean;
}

const day = 24 * 60 * 60 * 1_000;
/** Maximum number of names that are counted; the oldest are forgotten. */
const mostNames = 10_000;

/** Creates a cap of so many calls a day for each name. */
export function cap(most: number): Cap {
  const counts = new Map<string, { since: number; used: number }>();
  return {
    take: (name, now) => {
      const known = counts.get(name);
      const count = known === undefined || now - known.since >= day ? { since: now, used: 0 } : known;
      if (count.used >= most) return false;
      count.used += 1;
      counts.delete(name);
      counts.set(name, count);
      const [oldest] = counts.keys();
      if (counts.size > mostNames && oldest !== undefined) counts.delete(oldest);
      return true;
    },
  };
}
