/** A source of chance that gives the same for the same seed. */
export interface Chance {
  /** Returns a number from 0 up to, not including, 1. */
  next(): number;
  /** Returns a number between two others. */
  between(low: number, high: number): number;
  /** Returns a whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** Tells whether something happens that does so with this probability. */
  happens(probability: number): boolean;
  /** Returns one of some values; a value that is there twice comes twice as often. Throws on an empty list. */
  pick<T>(values: readonly T[]): T;
  /** Returns so many characters of an alphabet. */
  text(alphabet: string, length: number): string;
}

/** Returns a source of chance for a seed, by mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[whole(0, values.length - 1)];
    if (value === undefined) throw new Error('Nothing to pick from');
    return value;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole,
    happens: (probability) => next() < probability,
    pick,
    text: (alphabet, length) => Array.from({ length }, () => pick([...alphabet])).join(''),
  };
}
