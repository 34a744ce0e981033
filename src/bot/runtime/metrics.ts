/** What is counted: for an operator's monitoring. */
export const counted = [
  'turns',
  'ignored',
  'posts',
  'settles',
  'tickets',
  'retries',
  'dead',
  'dead_posts',
  'dead_settles',
  'dead_tickets',
  'conflicts',
  'unreadable',
  'refused',
] as const;
/** One thing that is counted. */
export type Counter = (typeof counted)[number];
/** Counts since the process began. */
export interface Metrics {
  add(what: Counter): void;
  read(): Readonly<Record<Counter, number>>;
}

/** Counts from zero. */
export function newMetrics(): Metrics {
  const counts = Object.fromEntries(counted.map((what) => [what, 0])) as Record<Counter, number>;
  return {
    add: (what) => {
      counts[what] += 1;
    },
    read: () => ({ ...counts }),
  };
}
