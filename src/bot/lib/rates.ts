/** How many calls a channel takes. */
export interface RateLimit {
  /** What is counted together in all processes: a method, and its conversation or workspace. */
  readonly name: string;
  /** Calls a second in the long run; 0: not limited. */
  readonly perSecond: number;
  /** Calls that may come at once after a pause; at least 1. */
  readonly burst: number;
}

/** For what has no rate limit. */
export const unlimited: RateLimit = { name: '', perSecond: 0, burst: 1 };

/** The state of a rate limit, shared by all processes: numbers are handed out to calls, and a clock calls them up one after the other. */
export interface Rate {
  /** The last number that was handed out. */
  readonly tail: number;
  /** The number that is called up at `calledAt`, epoch milliseconds; each `interval` later one more. In the future: the clock stands still until then. */
  readonly called: number;
  readonly calledAt: number;
  /** The highest number that was let through. */
  readonly passed: number;
  /** Milliseconds between two numbers, longer than configured once the channel asked to wait. */
  readonly interval: number;
}

/** A rejection by which a channel says that too many look-ups came. */
export class RateLimitedError extends Error {
  override readonly name = 'RateLimitedError';
  /** Milliseconds until it may be asked again. */
  readonly after: number;
  constructor(after: number, cause: unknown) {
    super('Too many look-ups', { cause });
    this.after = after;
  }
}
