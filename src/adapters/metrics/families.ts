import type { MetricFamily, MetricSample } from '../../bot/runtime/index.ts';

/** Returns a gauge without labels. */
export const gauge = (name: string, help: string, value: number): MetricFamily => ({
  ...{ name, type: 'gauge', help },
  samples: [{ suffix: '', labels: [], value }],
});

/** Returns a gauge with one label. `values`: by the value of that. */
export const gauges = (
  name: string,
  help: string,
  label: string,
  values: Readonly<Record<string, number>>,
): MetricFamily => ({
  ...{ name, type: 'gauge', help },
  samples: Object.entries(values).map(([of, value]): MetricSample => ({ suffix: '', labels: [[label, of]], value })),
});

/** Returns a counter without labels, counted elsewhere. */
export const total = (name: string, help: string, value: number): MetricFamily => ({
  ...{ name, type: 'counter', help },
  samples: [{ suffix: '', labels: [], value }],
});
