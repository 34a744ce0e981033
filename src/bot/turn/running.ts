/** Work under way, so that its end can be waited for. */
export interface Running {
  /** Counts a piece of work in until it has ended, well or badly; gives it back as it is. */
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves, never rejects, when nothing is under way. */
  rest(): Promise<void>;
}

/** Nothing is under way yet. */
export function running(): Running {
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
