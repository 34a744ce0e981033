import {
  type CounterName,
  type HistogramName,
  type LabelsOf,
  type MetricDefinition,
  type MetricName,
  metricDefinitions,
} from './metric-definitions.ts';
import { noSpans, type Spans } from './spans.ts';

/** A value of a metric. `suffix`: what follows the name of its family, empty for most; `labels`: pairs of name and value. */
export interface MetricSample {
  readonly suffix: '' | '_bucket' | '_sum' | '_count';
  readonly labels: readonly (readonly [name: string, value: string])[];
  readonly value: number;
}

/** A family of metrics: all values under one name. */
export interface MetricFamily {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** Says what is counted or measured, in a sentence. */
  readonly help: string;
  readonly samples: readonly MetricSample[];
}

/** What a process counts and measures since it began, and its traces. Labels have few values, none of which names a person, a conversation or what was said. */
export interface Metrics {
  /** Increments a counter. */
  add<Name extends CounterName>(name: Name, labels: LabelsOf<Name>): void;
  /** Adds a duration to a histogram, in seconds; one below zero, as after a clock was set back, counts as zero. */
  observe<Name extends HistogramName>(name: Name, labels: LabelsOf<Name>, seconds: number): void;
  /** Returns all families with their present values. */
  read(): readonly MetricFamily[];
  readonly spans: Spans;
}

/** The values under one set of labels; `counts` has one entry for each bucket, and one for what is above all. */
interface Series {
  readonly labels: MetricSample['labels'];
  total: number;
  readonly counts: number[];
}

type Given = Readonly<Record<string, string>>;

/** Creates metrics with all counters at zero. `channels`: the ids of those that are served, so that their counters are shown before anything has happened there. */
export function newMetrics(channels: readonly string[] = [], spans: Spans = noSpans): Metrics {
  const families = new Map(
    Object.entries(metricDefinitions).map(([name, definition]) => [name, family(definition, channels)] as const),
  );
  const seriesOf = (name: MetricName, labels: Given): Series => {
    const found = families.get(name);
    if (found === undefined) throw new Error(`There is no metric ${name}`);
    return found.seriesOf(labels);
  };
  return {
    add: (name, labels) => {
      seriesOf(name, labels).total += 1;
    },
    observe: (name, labels, seconds) => {
      const series = seriesOf(name, labels);
      const value = Math.max(0, seconds);
      series.total += value;
      const bucket = metricDefinitions[name].buckets.findIndex((most) => value <= most);
      const at = bucket < 0 ? series.counts.length - 1 : bucket;
      series.counts[at] = (series.counts[at] ?? 0) + 1;
    },
    read: () =>
      [...families].map(([name, { definition, all }]) => ({
        name,
        type: definition.type,
        help: definition.help,
        samples: [...all()].flatMap((series) =>
          definition.type === 'counter'
            ? [{ suffix: '', labels: series.labels, value: series.total } as const]
            : distribution(series, definition.buckets),
        ),
      })),
    spans,
  };
}

/** Returns the series of a family, with those at zero whose labels are known beforehand. */
function family(definition: MetricDefinition, channels: readonly string[]) {
  const names = Object.keys(definition.labels);
  const series = new Map<string, Series>();
  const seriesOf = (given: Given): Series => {
    let key = '';
    for (const name of names) key += `${given[name]} `;
    const known = series.get(key);
    if (known !== undefined) return known;
    const labels = names.map((name) => [name, given[name] ?? ''] as const);
    const made: Series = { labels, total: 0, counts: [0, ...definition.buckets.map(() => 0)] };
    series.set(key, made);
    return made;
  };
  const each = names.reduce<readonly Given[]>(
    (made, name) =>
      made.flatMap((one) => (definition.labels[name] ?? channels).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  for (const labels of each) seriesOf(labels);
  return { definition, seriesOf, all: () => series.values() };
}

/** Returns a histogram as its samples: how many values were at most as large as each bound, their sum and their number. */
function distribution({ labels, total, counts }: Series, bounds: readonly number[]): readonly MetricSample[] {
  let below = 0;
  const buckets = counts.map((count, n): MetricSample => {
    below += count;
    return { suffix: '_bucket', labels: [...labels, ['le', String(bounds[n] ?? '+Inf')]], value: below };
  });
  return [...buckets, { suffix: '_sum', labels, value: total }, { suffix: '_count', labels, value: below }];
}
