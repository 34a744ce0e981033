/** A rate limit: the number of calls that a channel accepts in a time. */
export interface RateLimit {
  /** The name under which calls are counted together in all processes: a method, and its conversation or workspace. */
  readonly name: string;
  /** Average number of calls per second; 0: unlimited. */
  readonly perSecond: number;
  /** Maximum number of calls at once after a pause; at least 1. */
  readonly burst: number;
}

/** The rate limit of calls that are not limited. */
export const unlimited: RateLimit = { name: '', perSecond: 0, burst: 1 };

/** The state of a rate limit, shared by all processes. Calls draw queue numbers, and a clock calls the numbers up one after the other. */
export interface Rate {
  /** The last number that was drawn. */
  readonly tail: number;
  /** The number that is called up at `calledAt`; after each `interval` one more is called up. */
  readonly called: number;
  /** Epoch milliseconds. If it lies in the future, the clock is paused until then. */
  readonly calledAt: number;
  /** The highest number that was admitted. */
  readonly passed: number;
  /** Milliseconds between two numbers; longer than configured after the channel answered that calls came too fast. */
  readonly interval: number;
}

/** The error with which a `find` rejects when the receiver's rate limit for look-ups is exceeded. */
export class RateLimitedError extends Error {
  override readonly name = 'RateLimitedError';
  /** Milliseconds until the call may be retried. */
  readonly after: number;
  constructor(after: number, cause: unknown) {
    super('Too many look-ups', { cause });
    this.after = after;
  }
}
