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
