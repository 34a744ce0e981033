/** Runs something under a key; as long as that is under way, the same key gets the same promise. So an attempt that was given up on, yet is still under way, is waited for instead of made twice. */
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

/** Work under way, so that its end can be waited for. */
export interface InFlight {
  /** Counts a piece of work in until it has ended, well or badly; gives it back as it is. */
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves, never rejects, when nothing is under way. */
  rest(): Promise<void>;
}

/** Nothing is under way yet. */
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

/** The promise, or a rejection once a time in milliseconds is over. */
export async function withTimeout<T>(limit: number, promise: Promise<T>): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('timed out')), limit);
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
}
