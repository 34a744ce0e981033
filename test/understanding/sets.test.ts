import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measure, sets } from './measure.ts';

/** How many of each set must be fully right. */
const bars: Readonly<Record<string, number>> = { test60: 58, hold60: 58, ctx40: 39, more: 575, broad: 920 };

const measured = sets.map((file) => ({ name: basename(file, '.json'), results: measure(file) }));

describe.each(measured)('of the set $name', ({ name, results }) => {
  test('enough is fully right', () => {
    const missed = results.filter(({ right }) => !right).map(({ item, got }) => `${item.t} → ${got.join(' ')}`);
    expect(results.length - missed.length, missed.join('\n')).toBeGreaterThanOrEqual(bars[name] ?? results.length);
  });

  test('at most two labels in a hundred utterances are wrong', () => {
    const wrong = results
      .filter(({ wrong }) => wrong.length > 0)
      .map(({ item, wrong }) => `${item.t} → ${wrong.join(' ')}`);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(results.length / 50);
  });

  test('no origin is read where the set says none', () => {
    const guessed = results.filter(
      ({ expected, got }) => got.some(isOrigin) && !got.filter(isOrigin).every((label) => expected.includes(label)),
    );
    expect(guessed.map(({ item, got }) => `${item.t} → ${got.join(' ')}`)).toEqual([]);
  });
});

const isOrigin = (label: string): boolean => label.startsWith('origin=');

test('a set with a wrong label is found out', () => {
  const [first] = measured[0]?.results ?? [];
  expect(first?.got).not.toEqual(['origin=used']);
});
