/** Returns a single-flight runner: concurrent calls with one key share one promise, so an attempt that timed out but is still running is joined instead of made twice. */
export function singleFlight<Result>(): (key: string, run: () => Promise<Result>) => Promise<Result> {
  const under = new Map<string, Promise<Result>>();
  return (key, run) => {
    const inFlight = under.get(key);
    if (inFlight !== undefined) return inFlight;
    const started = run().finally(() => under.delete(key));
    under.set(key, started);
    return started;
  };
}

/** A tracker of work in flight, so that a shutdown can wait for its end. */
export interface InFlight {
  /** Tracks a promise until it is settled (resolved or rejected). Returns the same promise. */
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves, never rejects, when no work is in flight. */
  rest(): Promise<void>;
}

/** Creates a tracker with no work in flight. */
export function running(): InFlight {
  let under = 0;
  let waiting: (() => void)[] = [];
  const ended = () => {
    under -= 1;
    if (under > 0) return;
    const all = waiting;
    waiting = [];
    for (const wake of all) wake();
  };
  return {
    track: (work) => {
      under += 1;
      work.then(ended, ended);
      return work;
    },
    rest: () => (under === 0 ? Promise.resolve() : new Promise((wake) => waiting.push(wake))),
  };
}

/** Settles as the promise does, or rejects with an Error after a timeout of `limit` milliseconds. The work behind the promise is not cancelled. */
export async function withTimeout<T>(limit: number, promise: Promise<T>): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('timed out')), limit);
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
}
