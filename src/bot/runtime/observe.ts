import type { Sight } from '../conversation/seen.ts';
import { channelOf } from '../keys.ts';
import type { Adapter, Incoming } from '../ports.ts';
import type { Change } from './changes.ts';
import { type Job, laneNames, laneOf, type Read, type Result } from './lanes.ts';
import type { turnResults } from './metric-definitions.ts';
import type { Metrics } from './metrics.ts';
import type { Limiter } from './rate-limit.ts';
import type { ConversationRecord } from './record.ts';

/** The dependencies of counting. */
interface Counting {
  readonly metrics: Metrics;
  readonly adapters: readonly Pick<Adapter, 'channel'>[];
}

/** What a turn tells of itself. */
export interface TurnSeen {
  /** Takes note of how the turn ended; a turn that says nothing has failed. */
  ended(result: (typeof turnResults)[number]): void;
  /** Counts what the turn made of the record and of the case. `by`: its lease. */
  changed(
    before: ConversationRecord | undefined,
    after: ConversationRecord,
    changes: readonly Change[],
    by: string,
  ): void;
}

/** Runs a turn, counts and measures it, and shows it in a trace. Resolves and rejects as the turn does. */
export async function observeTurn<Took>(
  { metrics, adapters }: Counting,
  { conversation, input }: Incoming,
  turn: (seen: TurnSeen) => Promise<Took>,
): Promise<Took> {
  const began = performance.now();
  // An adapter has checked neither; a label has only values that are known.
  const of = channelOf(conversation);
  const channel = adapters.some((one) => one.channel === of) ? of : 'unknown';
  return metrics.spans.turn({ channel, input: input.type }, async (span) => {
    let result: (typeof turnResults)[number] = 'failed';
    try {
      return await turn({
        ended: (given) => {
          result = given;
        },
        changed: (before, after, changes, by) => {
          if (before !== undefined) countTakeovers(metrics, before, after, by);
          countChanges(metrics, channel, changes);
          if (metrics.spans.on) span.owe(newKeys(before, after));
        },
      });
    } finally {
      metrics.add('ninsho_turns_total', { channel, input: input.type, result });
      metrics.observe('ninsho_turn_duration_seconds', { channel }, (performance.now() - began) / 1_000);
      span.set({ result });
    }
  });
}

/** Runs an attempt to deliver a job, and shows it in a trace. Resolves and rejects as the attempt does. */
export const observeDelivery = (
  { metrics }: Pick<Counting, 'metrics'>,
  { key, kind, unsure }: Job,
  attempt: () => Promise<Result | undefined>,
): Promise<Result | undefined> =>
  metrics.spans.delivery(key, { job: kind, unsure }, async (span) => {
    const result = await attempt();
    span.set({ outcome: result?.outcome === 'again' ? result.reason : (result?.outcome ?? 'no time') });
    return result;
  });

/** Counts the result of an attempt. `last`: the job is given up. */
export function countResult(metrics: Metrics, { kind: job, since }: Job, result: Result, last: boolean): void {
  if (result.outcome === 'done') {
    metrics.add('ninsho_deliveries_total', { job, outcome: 'done' });
    metrics.observe('ninsho_delivery_duration_seconds', { job }, (result.now - since) / 1_000);
  } else if (last) metrics.add('ninsho_deliveries_total', { job, outcome: 'given_up' });
  else if (result.outcome === 'again' && result.reason !== 'slot') {
    const reason = result.reason === 'rate limit' ? 'rate_limit' : result.reason;
    metrics.add('ninsho_delivery_retries_total', { job, reason });
  }
}

/** Returns a rate limiter that measures the waits of calls that draw a number which is not called up yet. `now` returns epoch milliseconds. */
export const measuredLimiter = (limiter: Limiter, metrics: Metrics, now: () => number): Limiter => ({
  ...limiter,
  ask: async (limit, slot) => {
    const permit = await limiter.ask(limit, slot);
    const wait = permit.due - now();
    if (wait > 0 && permit.slot !== null && permit.slot.limit !== slot?.limit)
      metrics.observe('ninsho_rate_limit_wait_seconds', {}, wait / 1_000);
    return permit;
  },
});

/** Counts what timers and the sweeper made of a record. `by`: the lease of the sweep. */
export function countSwept(
  metrics: Metrics,
  before: ConversationRecord,
  after: ConversationRecord,
  changes: readonly Change[],
  by: string,
): void {
  countTakeovers(metrics, before, after, by);
  countChanges(metrics, channelOf(after.conversation), changes);
}

function countTakeovers(metrics: Metrics, before: ConversationRecord, after: ConversationRecord, by: string): void {
  for (const name of laneNames(after.lanes)) {
    const holder = laneOf(before.lanes, name).by;
    if (laneOf(after.lanes, name).by === by && holder !== '' && holder !== by)
      metrics.add('ninsho_leases_taken_over_total', {});
  }
}

function countChanges(metrics: Metrics, channel: string, changes: readonly Change[]): void {
  for (const change of changes) {
    switch (change.kind) {
      case 'begun':
        metrics.add('ninsho_cases_begun_total', { channel });
        break;
      case 'given':
        metrics.add('ninsho_lists_given_total', { list: change.list });
        break;
      case 'fixed':
        metrics.add('ninsho_lists_solved_total', { list: change.list });
        break;
      case 'ended':
        metrics.add('ninsho_cases_ended_total', { outcome: change.outcome });
        break;
      case 'heard':
        metrics.add('ninsho_messages_total', { result: change.result });
        break;
      case 'rated':
        metrics.add('ninsho_ratings_total', { rating: change.rating });
        break;
      default:
    }
  }
}

/** Returns true if a record waits for this job to be read: another process may have been first. */
export const isRead = ({ lanes }: ConversationRecord, { key }: Read): boolean =>
  laneOf(lanes, 'pictures').jobs.some((job) => job.key === key);

/** Counts what was seen on a picture or in a log, and what it made of the case. `by`: the lease under which it was applied. */
export function countSight(
  metrics: Metrics,
  { file: { kind } }: Read,
  { seen }: Sight,
  before: ConversationRecord,
  after: ConversationRecord,
  changes: readonly Change[],
  by: string,
): void {
  metrics.add('ninsho_files_read_total', { kind, result: seen === null ? 'unread' : 'read' });
  countTakeovers(metrics, before, after, by);
  countChanges(metrics, channelOf(after.conversation), changes);
}

function newKeys(before: ConversationRecord | undefined, after: ConversationRecord): readonly string[] {
  const keys = (record: ConversationRecord) =>
    laneNames(record.lanes).flatMap((name) => laneOf(record.lanes, name).jobs.map(({ key }) => key));
  const known = new Set(before === undefined ? [] : keys(before));
  return keys(after).filter((key) => !known.has(key));
}
