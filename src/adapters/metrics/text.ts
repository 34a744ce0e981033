import type { MetricFamily, MetricSample } from '../../bot/runtime/index.ts';

/** A text format of metrics. */
export interface MetricsFormat {
  readonly contentType: string;
  /** Writes families; each must have a name of its own. */
  write(families: readonly MetricFamily[]): string;
}

/** The Prometheus text format: https://prometheus.io/docs/instrumenting/exposition_formats/ */
const prometheus: MetricsFormat = {
  contentType: 'text/plain; version=0.0.4; charset=utf-8',
  write: (families) => families.map((family) => written(family, family.name, plain)).join(''),
};

/** OpenMetrics, where a counter's family is called without `_total`: https://prometheus.io/docs/specs/om/open_metrics_spec/ */
const openMetrics: MetricsFormat = {
  contentType: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  write: (families) => {
    const called = ({ name, type }: MetricFamily) => (type === 'counter' ? name.replace(/_total$/, '') : name);
    return `${families.map((family) => written(family, called(family), canonical)).join('')}# EOF\n`;
  },
};

/** Returns the format that a client asks for by its header `accept`: OpenMetrics if it is named, else that of Prometheus. */
export const formatFor = (accept: string | undefined): MetricsFormat =>
  accept?.includes('application/openmetrics-text') === true ? openMetrics : prometheus;

function written({ name, type, help, samples }: MetricFamily, family: string, bound: (text: string) => string): string {
  const lines = samples.map(
    (sample) => `${name}${sample.suffix}${labelsOf(sample, bound)} ${numberOf(sample.value)}\n`,
  );
  return `# HELP ${family} ${escaped(help)}\n# TYPE ${family} ${type}\n${lines.join('')}`;
}

function labelsOf({ labels, suffix }: MetricSample, bound: (text: string) => string): string {
  if (labels.length === 0) return '';
  const pairs = labels.map(([name, value]) =>
    suffix === '_bucket' && name === 'le' ? `le="${bound(value)}"` : `${name}="${escaped(value)}"`,
  );
  return `{${pairs.join(',')}}`;
}

const plain = (bound: string): string => bound;
/** Returns a bound of a histogram as a float: `1` is written `1.0`. */
const canonical = (bound: string): string => (/^\d+$/.test(bound) ? `${bound}.0` : bound);

const escaped = (text: string): string => text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n');

const numberOf = (value: number): string => {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
};
