import { describe, expect, test } from 'vitest';
import { formatFor } from '../../src/adapters/metrics/text.ts';
import type { MetricFamily } from '../../src/bot/runtime/index.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { parseMetrics } from './parse.ts';

const forms = { Prometheus: undefined, OpenMetrics: 'application/openmetrics-text;version=1.0.0,text/plain;q=0.5' };

describe.each(Object.entries(forms))('the text for %s', (name, accept) => {
  const open = name === 'OpenMetrics';
  const { write, contentType } = formatFor(accept);

  test('all counters and histograms of a new process are valid, and zero', () => {
    const families = parseMetrics(write(newMetrics(['slack', 'teams']).read()), open);
    expect(families.length).toBeGreaterThan(10);
    expect(families.flatMap(({ samples }) => samples).filter(({ value }) => value !== 0)).toEqual([]);
    expect(contentType).toMatch(
      open ? /^application\/openmetrics-text; version=1\.0\.0/ : /^text\/plain; version=0\.0\.4/,
    );
  });

  test('a label with quotation marks, backslashes and line breaks comes back as it was', () => {
    const odd = 'a "b" \\ c\nd,e="f"}';
    const family: MetricFamily = {
      name: 'odd',
      type: 'gauge',
      help: 'Says "odd" \\ twice.\nEnd.',
      samples: [
        {
          suffix: '',
          labels: [
            ['one', odd],
            ['two', ''],
          ],
          value: Number.POSITIVE_INFINITY,
        },
        {
          suffix: '',
          labels: [
            ['one', 'x'],
            ['two', '\\n'],
          ],
          value: 1.5e-9,
        },
      ],
    };
    expect(parseMetrics(write([family]), open)[0]?.samples).toEqual([
      { name: 'odd', labels: { one: odd, two: '' }, value: Number.POSITIVE_INFINITY },
      { name: 'odd', labels: { one: 'x', two: '\\n' }, value: 1.5e-9 },
    ]);
  });

  test('a histogram counts each value in its bucket and in all above it', () => {
    const metrics = newMetrics(['slack']);
    for (const seconds of [0.001, 0.005, 0.006, 3, 99, -1])
      metrics.observe('ninsho_turn_duration_seconds', { channel: 'slack' }, seconds);
    const family = parseMetrics(write(metrics.read()), open).find(({ type }) => type === 'histogram');
    const values = Object.fromEntries((family?.samples ?? []).map((one) => [one.labels['le'] ?? one.name, one.value]));
    expect(values).toMatchObject({ '0.005': 3, '0.01': 4, '2.5': 4, [open ? '5.0' : '5']: 5, '+Inf': 6 });
    expect(values['ninsho_turn_duration_seconds_count']).toBe(6);
    expect(values['ninsho_turn_duration_seconds_sum']).toBeCloseTo(102.012);
  });
});
