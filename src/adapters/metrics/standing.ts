import { withTimeout } from '../../bot/lib/async.ts';
import type { MetricFamily } from '../../bot/runtime/index.ts';
import type { Census } from '../store/census.ts';
import { gauge, gauges } from './families.ts';

/** Milliseconds for which a count is shown again, whoever asks. */
const fresh = 5_000;
/** Milliseconds after which the database counts as away. */
const patience = 3_000;

/** Returns a function that reads how all conversations stand, at most once in five seconds. It never rejects: while the database is away it says only that. `now` returns epoch milliseconds. */
export function standing(count: () => Promise<Census>, now: () => number): () => Promise<readonly MetricFamily[]> {
  let known: { readonly at: number; readonly families: Promise<readonly MetricFamily[]> } | undefined;
  const read = async () => {
    try {
      return [up(1), ...familiesOf(await withTimeout(patience, count()), now())];
    } catch {
      return [up(0)];
    }
  };
  return () => {
    if (known === undefined || performance.now() - known.at >= fresh)
      known = { at: performance.now(), families: read() };
    return known.families;
  };
}

const up = (value: number): MetricFamily =>
  gauge('ninsho_database_up', 'Whether the database answers (1) or not (0).', value);

function familiesOf(census: Census, now: number): readonly MetricFamily[] {
  const { conversations, jobs, oldestJob, dead, oldestTicket, meanTicket, asides } = census;
  const age = (since: number | null): number => (since === null ? 0 : Math.max(0, now - since) / 1_000);
  const all = 'The same on every process: aggregate by max.';
  return [
    gauges('ninsho_conversations', `Stored conversations by their state. ${all}`, 'state', {
      open: conversations.open,
      with_desk: conversations.withDesk,
      closed: conversations.closed,
    }),
    gauge('ninsho_outbox_jobs', `Jobs that wait for their delivery, or are being delivered. ${all}`, jobs),
    gauge(
      'ninsho_outbox_oldest_age_seconds',
      `Age of the oldest of these jobs; 0: there is none. ${all}`,
      age(oldestJob),
    ),
    gauge('ninsho_dead_jobs', `Jobs that were given up, as long as their conversation is kept. ${all}`, dead),
    gauge('ninsho_tickets_open', `Cases that stand open at a desk. ${all}`, conversations.withDesk),
    gauge(
      'ninsho_tickets_oldest_age_seconds',
      `Longest time that one of them waits; 0: there is none. ${all}`,
      age(oldestTicket),
    ),
    gauge('ninsho_tickets_mean_age_seconds', `Mean time that they wait; 0: there is none. ${all}`, age(meanTicket)),
    gauge('ninsho_records_set_aside', `Records that could not be read, as long as they are kept. ${all}`, asides),
  ];
}
