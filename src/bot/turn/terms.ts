const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The times that turns go by, all in milliseconds. */
export interface Terms {
  /** After this, a person who was sent off to try something is asked how it went; 0: never. */
  readonly followUp: number;
  /** A conversation that is left alone this long is closed. */
  readonly idle: number;
  /** A closed conversation is deleted after this. */
  readonly retention: number;
  /** How long a process holds a lane; more than two timeouts. */
  readonly lease: number;
  /** What became of a lane that is empty now is written down after this, unless a turn takes it along. */
  readonly moment: number;
  /** How long one attempt to send may take. */
  readonly timeout: number;
  /** The first pause after a failure; it doubles up to `slowest`. */
  readonly pause: number;
  readonly slowest: number;
  /** No wait of an outbox is longer than this. */
  readonly horizon: number;
  /** How long each kind of job is tried before it is given up. */
  readonly patience: { readonly post: number; readonly settle: number; readonly open: number };
  /** How often the sweeper looks for work. */
  readonly sweep: number;
  /** Two equal clicks within this time are one. */
  readonly twin: number;
}

/** The terms of a support desk. */
export const terms: Terms = {
  followUp: 24 * hour,
  idle: 30 * day,
  retention: 90 * day,
  lease: 30 * second,
  moment: 250,
  timeout: 10 * second,
  pause: second,
  slowest: 10 * minute,
  horizon: hour,
  patience: { post: 3 * day, settle: 10 * minute, open: hour },
  sweep: second,
  twin: 2 * second,
};
