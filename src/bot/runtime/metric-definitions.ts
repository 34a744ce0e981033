import { listIds } from '../../flows/lists.ts';
import type { Input } from '../types.ts';
import type { Job } from './lanes.ts';

/** The values that a label may have; null: the ids of the channels. */
type Labels = Readonly<Record<string, readonly string[] | null>>;

/** A metric as it is defined: what it counts, or measures in seconds, and its labels. */
export interface MetricDefinition {
  readonly type: 'counter' | 'histogram';
  readonly help: string;
  readonly labels: Labels;
  /** The upper bounds of a histogram, in seconds; none for a counter. */
  readonly buckets: readonly number[];
}

const counter = <const L extends Labels>(help: string, labels: L) =>
  ({ type: 'counter', help, labels, buckets: [] }) as const;
const histogram = <const L extends Labels>(help: string, labels: L, buckets: readonly number[]) =>
  ({ type: 'histogram', help, labels, buckets }) as const;

const keysOf = <Key extends string>(all: Readonly<Record<Key, true>>) => Object.keys(all) as Key[];
const input = keysOf<Input['type']>({
  ...{ text: true, edit: true, choice: true, form: true, file: true, malformed: true, desk: true, staff: true },
});
const job = keysOf<Job['kind']>({
  ...{ post: true, settle: true, attach: true, open: true, note: true, show: true, read: true, propose: true },
});

/** Seconds that a turn takes, most of it the database. */
const short = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Seconds that a delivery or a wait takes, up to an outage of hours. */
const long = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1_800, 7_200];

/** How a turn ended: the conversation took the input, it changes nothing, everything of the person was erased, or it could not be kept. */
export const turnResults = ['taken', 'ignored', 'erased', 'failed'] as const;
/** What became of a message in a person's own words. */
export const understandings = ['accepted', 'asked', 'not_understood', 'passed_on'] as const;

/** All counters and histograms of a process, by their names. A name that was released stays. */
export const metricDefinitions = {
  ninsho_turns_total: counter('Deliveries from channels and desks, by the kind of their input and what they did.', {
    channel: null,
    input,
    result: turnResults,
  }),
  ninsho_turn_duration_seconds: histogram(
    'Time from a delivery until its result is stored and the channel is acknowledged.',
    { channel: null },
    short,
  ),
  ninsho_deliveries_total: counter('Jobs of outboxes that ended, by their kind and outcome.', {
    job,
    outcome: ['done', 'given_up'],
  }),
  ninsho_delivery_retries_total: counter('Attempts after which a job is tried again, by the reason.', {
    job,
    reason: ['outage', 'refusal', 'rate_limit'],
  }),
  ninsho_delivery_duration_seconds: histogram(
    'Time from the turn that enqueued a job until it was delivered.',
    { job },
    long,
  ),
  ninsho_rate_limit_wait_seconds: histogram(
    'Expected waits of calls that drew a number in the queue of a rate limit.',
    {},
    long,
  ),
  ninsho_leases_taken_over_total: counter(
    'Lanes whose lease expired in a crash or a stall, and that another took over.',
    {},
  ),
  ninsho_save_conflicts_total: counter('Writes of records that came second and were made again.', {}),
  ninsho_records_unreadable_total: counter('Records that could not be read and were set aside.', {}),
  ninsho_messages_total: counter('Messages in people’s own words, by what became of them.', { result: understandings }),
  ninsho_cases_begun_total: counter('Cases that were begun.', { channel: null }),
  ninsho_cases_ended_total: counter(
    'Ends of cases: solved, handed over, cancelled, left alone for too long, or solved by a desk. One that was handed over may be solved later.',
    { outcome: ['resolved', 'escalated', 'cancelled', 'idle', 'solved_by_desk'] },
  ),
  ninsho_lists_given_total: counter('Lists of steps that were shown, once for each case.', { list: listIds }),
  ninsho_lists_solved_total: counter('Lists of steps at which a case was reported as solved.', { list: listIds }),
  ninsho_files_read_total: counter('Pictures and logs that the bot looked at, by whether it could read them.', {
    kind: ['picture', 'text', 'pdf', 'other'],
    result: ['read', 'unread'],
  }),
  ninsho_proposals_total: counter('Messages about which a language model was asked, by what came of it.', {
    result: ['borne', 'nothing', 'dropped', 'timeout', 'failed', 'broken', 'capped', 'paused', 'declined'],
  }),
  ninsho_proposal_duration_seconds: histogram('Time until a language model had answered, or was given up.', {}, long),
  ninsho_ratings_total: counter('Answers to whether the bot helped.', { rating: ['good', 'bad'] }),
} as const satisfies Readonly<Record<string, MetricDefinition>>;

/** The name of a counter or a histogram. */
export type MetricName = keyof typeof metricDefinitions;
type NameOf<Type> = {
  [Name in MetricName]: (typeof metricDefinitions)[Name]['type'] extends Type ? Name : never;
}[MetricName];
/** The name of a counter. */
export type CounterName = NameOf<'counter'>;
/** The name of a histogram. */
export type HistogramName = NameOf<'histogram'>;
/** The labels of a metric. */
export type LabelsOf<Name extends MetricName> = {
  readonly [Label in keyof (typeof metricDefinitions)[Name]['labels']]: (typeof metricDefinitions)[Name]['labels'][Label] extends readonly (infer Value extends
    string)[]
    ? Value
    : string;
};
