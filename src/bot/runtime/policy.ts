const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A retry policy: a failing job is given up after `maxAttempts` refusals over `giveUpAfter`, both counted only while the receiver was reachable, or after its `deadline`. */
export interface RetryPolicy {
  /** Minimum number of refusals. */
  readonly maxAttempts: number;
  /** Minimum total of the milliseconds between consecutive refusals. */
  readonly giveUpAfter: number;
  /** Milliseconds after which a job is given up even if the receiver was away all the time. */
  readonly deadline: number;
}

/** The policy of the runtime: timeouts, intervals and retries, all in milliseconds. */
export interface Policy {
  /** Time until the follow-up that asks how something went that the person went to try; 0: never. */
  readonly followUpAfter: number;
  /** Time after which an idle conversation is closed. */
  readonly closeAfter: number;
  /** Retention time: a closed conversation is deleted after this. */
  readonly deleteAfter: number;
  /** Retention time of what occurs in cases; 0: it is not kept. */
  readonly keepOccurrences: number;
  /** Duration of a lease on a lane; longer than two timeouts. */
  readonly lease: number;
  /** Time after which write-behind flushes the results of a lane that is empty now, unless a turn includes them in its write. */
  readonly flushInterval: number;
  /** Timeout of one attempt to send. */
  readonly timeout: number;
  /** The pause before the first retry; exponential backoff doubles it up to `maxInterval`. */
  readonly initialInterval: number;
  /** Maximum pause of the backoff. */
  readonly maxInterval: number;
  /** Maximum wait of a lane. A time that lies further ahead was set before the clock jumped back. */
  readonly maxWait: number;
  /** Maximum time that a worker waits in place for a slot of a rate limit, instead of releasing the lane. */
  readonly waitInPlace: number;
  /** The retry policy of each kind of job. */
  readonly retry: Readonly<
    Record<'post' | 'settle' | 'attach' | 'open' | 'note' | 'show' | 'read' | 'propose', RetryPolicy>
  >;
  /** How what people send is read: the lease of its lane, longer than two timeouts, the timeout of one attempt, the time that a worker waits in place while others are read, and the time after which the person is asked instead. */
  readonly reading: {
    readonly lease: number;
    readonly timeout: number;
    readonly waitInPlace: number;
    readonly patience: number;
  };
  /** Time between two looks for notices, and for what desks are to be told. */
  readonly noticeInterval: number;
  /** A surge: at least `cases` of one error code, each of another person, `within` a time. A desk is told once in `pause`. */
  readonly surge: { readonly cases: number; readonly within: number; readonly pause: number };
  /** Average pause between two sweeps. */
  readonly sweepInterval: number;
  /** Debounce: two equal clicks within this time count as one. */
  readonly doubleClickWindow: number;
}

/** The default policy, suited to a support desk. */
export const policy: Policy = {
  followUpAfter: 24 * hour,
  closeAfter: 30 * day,
  deleteAfter: 90 * day,
  keepOccurrences: 0,
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
    attach: { maxAttempts: 10, giveUpAfter: hour, deadline: day },
    open: { maxAttempts: 10, giveUpAfter: hour, deadline: 3 * day },
    note: { maxAttempts: 10, giveUpAfter: hour, deadline: 3 * day },
    show: { maxAttempts: 5, giveUpAfter: 10 * minute, deadline: day },
    // Only where the person cannot even be asked instead.
    read: { maxAttempts: 10, giveUpAfter: hour, deadline: day },
    propose: { maxAttempts: 10, giveUpAfter: hour, deadline: day },
  },
  reading: { lease: 75 * second, timeout: 30 * second, waitInPlace: 3 * second, patience: 3 * minute },
  noticeInterval: 5 * second,
  surge: { cases: 6, within: 30 * minute, pause: 6 * hour },
  sweepInterval: second,
  doubleClickWindow: 2 * second,
};
