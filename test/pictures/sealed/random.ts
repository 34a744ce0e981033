/** A source of chance that gives the same for the same seed. */
export interface Random {
  /** Gives a number from 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** Gives a number between two bounds. */
  readonly between: (low: number, high: number) => number;
  /** Gives a whole number between two bounds, both included. */
  readonly whole: (low: number, high: number) => number;
  /** Gives true as often as `share` says, from 0 to 1. */
  readonly chance: (share: number) => boolean;
  /** Gives one of a list; throws a RangeError if there is none. */
  readonly pick: <T>(from: readonly T[]) => T;
}

/** Makes a source of chance (mulberry32, seeded by the FNV-1a hash of a text). */
export function random(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    chance: (share) => next() < share,
    pick: (from) => {
      const picked = from[whole(0, from.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}
