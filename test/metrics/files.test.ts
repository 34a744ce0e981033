import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { watchProcess } from '../../src/adapters/metrics/process.ts';
import { standing } from '../../src/adapters/metrics/standing.ts';
import { censusOf } from '../../src/adapters/store/census.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';

const read = (file: string) => readFileSync(new URL(`../../docs/operations/${file}`, import.meta.url), 'utf8');
const alerts = read('alerts.yml');
const dashboard = read('dashboard.json');
const page = read('metrics.md');

/** All metrics by the names of their samples, with the values that each label has. */
const shown = new Map<string, Map<string, Set<string>>>();
const families = new Set<string>();
beforeAll(async () => {
  const database = await sqlite(':memory:');
  const own = watchProcess();
  const all = [
    ...newMetrics(['slack']).read(),
    ...(await standing(() => censusOf(database, 0), Date.now)()),
    ...own.read(),
  ];
  own.stop();
  for (const { name, samples } of all) {
    families.add(name);
    for (const { suffix, labels } of samples) {
      const known = shown.get(name + suffix) ?? new Map<string, Set<string>>();
      for (const [label, value] of labels) known.set(label, new Set([...(known.get(label) ?? []), value]));
      shown.set(name + suffix, known);
    }
  }
});

const named = /\b(?:ninsho|process|nodejs)_[a-z0-9_]+/g;
const expressions = {
  'alerts.yml': [...alerts.matchAll(/expr: (?:\|\n((?: {10}.*\n)+)|(.*)\n)/g)].map(
    ([, many, one]) => many ?? one ?? '',
  ),
  'dashboard.json': [...dashboard.matchAll(/"expr": ("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
    String(JSON.parse(text)),
  ),
};

describe.each(Object.entries(expressions))('%s', (_, all) => {
  test('every metric that it names is there', () => {
    const names = all.flatMap((text) => text.match(named) ?? []);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !shown.has(name))).toEqual([]);
  });

  test('every label that it asks for, groups by or shows is one of the metric', () => {
    const wrong: string[] = [];
    for (const text of all) {
      for (const [, name = '', label = '', value = ''] of text.matchAll(/(\w+)\{(\w+)="([^"]*)"\}/g))
        if (label !== 'job' || value !== 'ninsho-navi')
          if (!shown.get(name)?.get(label)?.has(value)) wrong.push(`${name}{${label}="${value}"}`);
      const [name = ''] = text.match(named) ?? [];
      for (const [, by = ''] of text.matchAll(/ by \(([^)]*)\)/g))
        for (const label of by.split(', ')) if (!shown.get(name)?.has(label)) wrong.push(`${name} by ${label}`);
    }
    expect(wrong).toEqual([]);
  });

  test('what every process reads from the database is never added up', () => {
    const ofDatabase = /ninsho_(?:database|conversations|outbox|dead|tickets|records_set)/;
    const wrong = all.filter((text) => ofDatabase.test(text) && !/^max(?: by \(\w+\))? ?\(/.test(text));
    expect(wrong).toEqual([]);
    expect(all.some((text) => ofDatabase.test(text))).toBe(true);
  });
});

test('the page names every metric, and no other', () => {
  const names = new Set(page.match(named));
  expect([...families].filter((name) => !names.has(name))).toEqual([]);
  expect([...names].filter((name) => !families.has(name))).toEqual([]);
});

test('the page says of every alert what to do, and of no other', () => {
  const rules = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  expect(headings).toEqual(rules);
});

test('the dashboard is JSON whose panels do not overlap', () => {
  const { panels } = JSON.parse(dashboard) as {
    panels: { id: number; gridPos: { x: number; y: number; w: number; h: number } }[];
  };
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const fields = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
  );
  expect(new Set(fields).size).toBe(fields.length);
});
