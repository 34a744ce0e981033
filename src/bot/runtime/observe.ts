import type { Prompt } from '../../flows/context.ts';
import { isSolved } from '../conversation/relay.ts';
import type { Sight } from '../conversation/seen.ts';
import { channelOf } from '../keys.ts';
import type { Adapter, Incoming } from '../ports.ts';
import type { Input } from '../types.ts';
import { isOverheard } from './handed-over.ts';
import { type Job, laneNames, laneOf, type Read, type Result } from './lanes.ts';
import type { turnResults, understandings } from './metric-definitions.ts';
import type { Metrics } from './metrics.ts';
import type { Limiter } from './rate-limit.ts';
import type { ConversationRecord } from './record.ts';
import { fromSnapshot } from './snapshot.ts';

/** The dependencies of counting. */
interface Counting {
  readonly metrics: Metrics;
  readonly adapters: readonly Pick<Adapter, 'channel'>[];
}

/** What a turn tells of itself. */
export interface TurnSeen {
  /** Takes note of how the turn ended; a turn that says nothing has failed. */
  ended(result: (typeof turnResults)[number]): void;
  /** Counts what the turn made of the record. `by`: its lease. */
  changed(before: ConversationRecord | undefined, after: ConversationRecord, by: string): void;
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
        changed: (before, after, by) => {
          countChange(metrics, channel, before, after, by);
          countInput(metrics, input, before, after);
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
export function countSwept(metrics: Metrics, before: ConversationRecord, after: ConversationRecord, by: string): void {
  countTakeovers(metrics, before, after, by);
  if (endOf(before) === undefined && endOf(after) !== undefined)
    metrics.add('ninsho_cases_ended_total', { outcome: 'idle' });
}

function countTakeovers(metrics: Metrics, before: ConversationRecord, after: ConversationRecord, by: string): void {
  for (const name of laneNames(after.lanes)) {
    const holder = laneOf(before.lanes, name).by;
    if (laneOf(after.lanes, name).by === by && holder !== '' && holder !== by)
      metrics.add('ninsho_leases_taken_over_total', {});
  }
}

/** Counts what a turn made of a case: that it was begun, its lists, its end, and what it took over. `by`: its lease. */
function countChange(
  metrics: Metrics,
  channel: string,
  before: ConversationRecord | undefined,
  after: ConversationRecord,
  by: string,
): void {
  if (before !== undefined) countTakeovers(metrics, before, after, by);
  const isNew = before === undefined || says(after, 'new-case');
  if (isNew) metrics.add('ninsho_cases_begun_total', { channel });
  const shown = isNew ? [] : before.talk.flow.keep.shown;
  for (const list of after.talk.flow.keep.shown)
    if (!shown.includes(list)) metrics.add('ninsho_lists_given_total', { list });
  const outcome = endOf(after);
  if (outcome !== undefined && outcome !== (isNew ? undefined : endOf(before)))
    metrics.add('ninsho_cases_ended_total', { outcome });
  if (before === undefined) return;
  if (after.handling.state === 'solved' && before.handling.state !== 'solved')
    metrics.add('ninsho_cases_ended_total', { outcome: 'solved_by_desk' });
  const list = listAt(before.talk.flow.place);
  if (list !== undefined && !isSolved(fromSnapshot(before.talk)) && isSolved(fromSnapshot(after.talk)))
    metrics.add('ninsho_lists_solved_total', { list });
}

/** Counts what was seen on a picture or in a log, and what it made of the case. `by`: the lease under which it was applied. */
export function countSight(
  metrics: Metrics,
  { key, file: { kind } }: Read,
  { seen }: Sight,
  before: ConversationRecord,
  after: ConversationRecord,
  by: string,
): void {
  // Another process may have been first.
  if (!laneOf(before.lanes, 'pictures').jobs.some((job) => job.key === key)) return;
  metrics.add('ninsho_files_read_total', { kind, result: seen === null ? 'unread' : 'read' });
  countChange(metrics, channelOf(after.conversation), before, after, by);
}

/** Counts what became of a message, and what a person says of the bot. */
function countInput(
  metrics: Metrics,
  input: Input,
  before: ConversationRecord | undefined,
  after: ConversationRecord,
): void {
  if (input.type === 'choice' && input.to === 'closed.resolved') {
    if (input.choice === 'rate-good') metrics.add('ninsho_ratings_total', { rating: 'good' });
    if (input.choice === 'rate-bad') metrics.add('ninsho_ratings_total', { rating: 'bad' });
  }
  if ((input.type === 'text' || input.type === 'edit') && input.text.trim() !== '')
    metrics.add('ninsho_messages_total', { result: understoodAs(before, after) });
}

function understoodAs(
  before: ConversationRecord | undefined,
  after: ConversationRecord,
): (typeof understandings)[number] {
  if (isOverheard(before, after) || says(after, 'passed-on')) return 'passed_on';
  const { candidates, misses } = fromSnapshot(after.talk).snapshot.context;
  if (candidates.length > 0) return 'asked';
  const missed = before === undefined ? 0 : fromSnapshot(before.talk).snapshot.context.misses;
  return misses > missed ? 'not_understood' : 'accepted';
}

const says = ({ talk }: ConversationRecord, what: string): boolean =>
  talk.lead.some((lead) => 'say' in lead && lead.say === what);
const endOf = ({ talk }: ConversationRecord) =>
  talk.flow.place.kind === 'closed' ? talk.flow.place.outcome : undefined;

/** Returns the list that a prompt shows, or asks about; undefined if it is about none. */
function listAt(prompt: Prompt) {
  switch (prompt.kind) {
    case 'list':
    case 'step':
    case 'stuck':
    case 'check':
      return prompt.id;
    default:
      return undefined;
  }
}

function newKeys(before: ConversationRecord | undefined, after: ConversationRecord): readonly string[] {
  const keys = (record: ConversationRecord) =>
    laneNames(record.lanes).flatMap((name) => laneOf(record.lanes, name).jobs.map(({ key }) => key));
  const known = new Set(before === undefined ? [] : keys(before));
  return keys(after).filter((key) => !known.has(key));
}
