import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge, measure, sets } from './measure.ts';

/** How many of each set must be fully right. */
const bars: Readonly<Record<string, number>> = { test60: 58, hold60: 58, ctx40: 39, more: 585, broad: 1145 };

const measured = sets.map((file) => ({ name: basename(file, '.json'), results: measure(file) }));

describe.each(measured)('the labelled set $name', ({ name, results }) => {
  test('the number of utterances that are fully right reaches its bar', () => {
    const missed = results.filter(({ right }) => !right).map(({ item, got }) => `${item.t} → ${got.join(' ')}`);
    expect(results.length - missed.length, missed.join('\n')).toBeGreaterThanOrEqual(bars[name] ?? results.length);
  });

  test('the utterances with a wrong label are at most 2 %', () => {
    const wrong = results
      .filter(({ wrong }) => wrong.length > 0)
      .map(({ item, wrong }) => `${item.t} → ${wrong.join(' ')}`);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(results.length / 50);
  });

  test('no origin is read that the set does not name', () => {
    const guessed = results.filter(
      ({ expected, got }) => got.some(isOrigin) && !got.filter(isOrigin).every((label) => expected.includes(label)),
    );
    expect(guessed.map(({ item, got }) => `${item.t} → ${got.join(' ')}`)).toEqual([]);
  });
});

const isOrigin = (label: string): boolean => label.startsWith('origin=');

test('judge() reports a wrong, a missing and a superfluous label', () => {
  expect(judge({ t: '会社のPCです', l: ['origin=used'] })).toMatchObject({ right: false, wrong: ['origin=org'] });
  expect(judge({ t: '今日の天気は？', l: ['origin=org'] })).toMatchObject({ right: false, wrong: [] });
  expect(judge({ t: '会社のPCです。自宅です', l: ['origin=org'] })).toMatchObject({
    right: false,
    wrong: ['place=remote'],
  });
});
