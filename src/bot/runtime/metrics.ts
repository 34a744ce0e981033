/** The names of the counters, for an operator's monitoring. */
export const counted = [
  'turns',
  'ignored',
  'posts',
  'settles',
  'attachments',
  'tickets',
  'notes',
  'shows',
  'reads',
  'retries',
  'dead',
  'dead_posts',
  'dead_settles',
  'dead_attachments',
  'dead_tickets',
  'dead_notes',
  'dead_shows',
  'dead_reads',
  'rated_good',
  'rated_bad',
  'conflicts',
  'unreadable',
  'refused',
] as const;
/** The name of a counter. */
export type Counter = (typeof counted)[number];
/** The metrics of a process: counters since it began. */
export interface Metrics {
  /** Increments a counter. */
  add(what: Counter): void;
  /** Returns the present counts. */
  read(): Readonly<Record<Counter, number>>;
}

/** Creates metrics with all counters at zero. */
export function newMetrics(): Metrics {
  const counts = Object.fromEntries(counted.map((what) => [what, 0])) as Record<Counter, number>;
  return {
    add: (what) => {
      counts[what] += 1;
    },
    read: () => ({ ...counts }),
  };
}
