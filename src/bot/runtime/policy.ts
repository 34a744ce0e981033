const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** When a job that fails is given up: after enough refusals over long enough, both counted only while the receiver was there. */
export interface RetryPolicy {
  /** Refusals at least. */
  readonly maxAttempts: number;
  /** Milliseconds at least that refusals followed each other. */
  readonly giveUpAfter: number;
  /** Milliseconds after which a job is given up however long the receiver was away. */
  readonly deadline: number;
}

/** The times that turns go by, all in milliseconds. */
export interface Policy {
  /** After this, a person who was sent off to try something is asked how it went; 0: never. */
  readonly followUpAfter: number;
  /** A conversation that is left alone this long is closed. */
  readonly closeAfter: number;
  /** A closed conversation is deleted after this. */
  readonly deleteAfter: number;
  /** How long a process holds a lane; more than two timeouts. */
  readonly lease: number;
  /** What became of a lane that is empty now is written down after this, unless a turn takes it along. */
  readonly flushInterval: number;
  /** How long one attempt to send may take. */
  readonly timeout: number;
  /** The first pause after a failure; it doubles up to `slowest`. */
  readonly initialInterval: number;
  readonly maxInterval: number;
  /** No wait of an outbox is longer than this. */
  readonly maxWait: number;
  /** A slot of a rate limit that comes within this time is waited for in place. */
  readonly waitInPlace: number;
  /** When a job of each kind is given up. */
  readonly retry: Readonly<Record<'post' | 'settle' | 'open', RetryPolicy>>;
  /** How often the sweeper looks for work. */
  readonly sweepInterval: number;
  /** Two equal clicks within this time are one. */
  readonly doubleClickWindow: number;
}

/** The policy of a support desk. */
export const policy: Policy = {
  followUpAfter: 24 * hour,
  closeAfter: 30 * day,
  deleteAfter: 90 * day,
  lease: 30 * second,
  flushInterval: 250,
  timeout: 10 * second,
  initialInterval: second,
  maxInterval: 2 * minute,
  maxWait: hour,
  waitInPlace: 3 * second,
  retry: {
    post: { maxAttempts: 10, giveUpAfter: day, deadline: 3 * day },
    settle: { maxAttempts: 5, giveUpAfter: 10 * minute, deadline: day },
    open: { maxAttempts: 10, giveUpAfter: hour, deadline: 3 * day },
  },
  sweepInterval: second,
  doubleClickWindow: 2 * second,
};
