import type { Metrics } from '../../src/bot/runtime/metrics.ts';

/** All counters, and how often each histogram was observed, by their names and labels: `ninsho_deliveries_total{job=post,outcome=done}`. */
export const countsOf = (metrics: Metrics): Readonly<Record<string, number>> =>
  Object.fromEntries(
    metrics.read().flatMap(({ name, samples }) =>
      samples
        .filter(({ suffix }) => suffix === '' || suffix === '_count')
        .map(({ suffix, labels, value }) => {
          const pairs = labels.map((pair) => pair.join('=')).join();
          return [`${name}${suffix}${pairs === '' ? '' : `{${pairs}}`}`, value] as const;
        }),
    ),
  );

/** What was counted and is not zero. */
export const countedIn = (metrics: Metrics): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(countsOf(metrics)).filter(([, value]) => value !== 0));

/** How jobs ended and were retried, in short: the deliveries of each kind, the retries of all, and how many were given up. */
export function jobsIn(metrics: Metrics) {
  const counts = countedIn(metrics);
  const sum = (part: string) =>
    Object.entries(counts).reduce((total, [name, value]) => total + (name.includes(part) ? value : 0), 0);
  const done = (job: string) => counts[`ninsho_deliveries_total{job=${job},outcome=done}`] ?? 0;
  return {
    posts: done('post'),
    settles: done('settle'),
    tickets: done('open'),
    reads: done('read'),
    retries: sum('ninsho_delivery_retries_total'),
    dead: sum('outcome=given_up'),
  };
}
