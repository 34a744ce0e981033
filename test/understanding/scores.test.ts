import { describe, expect, test } from 'vitest';
import { judge, measure, scoreOf, sets } from './measure.ts';
import committed from './scores.json' with { type: 'json' };

const measured = Object.entries(sets).map(([name, set]) => ({ name, score: scoreOf(measure(set())) }));
const before: Readonly<Record<string, (typeof committed)['dev']>> = committed;

describe.each(measured)('the set $name', ({ name, score }) => {
  const kept = before[name] ?? committed.dev;

  test('is as large as when its score was written down', () => {
    expect(score.of, 'npm run understanding -- --write').toBe(before[name]?.of);
  });

  test('has no fewer messages that are read fully right than its committed score', () => {
    expect(score.right).toBeGreaterThanOrEqual(kept.right);
  });

  test('has no more messages with a wrong label than its committed score', () => {
    expect(score.wrong).toBeLessThanOrEqual(kept.wrong);
  });

  test('has no fewer messages that are right or asked about than its committed score', () => {
    expect(score.right + score.asked).toBeGreaterThanOrEqual(kept.right + kept.asked);
  });

  test('has no more messages with a needless question than its committed score', () => {
    expect(score.needless).toBeLessThanOrEqual(kept.needless);
  });
});

test('judge() reports a wrong, a missing and a superfluous label', () => {
  expect(judge({ t: '会社のPCです', l: ['origin=used'] })).toMatchObject({ right: false, wrong: ['origin=org'] });
  expect(judge({ t: '今日の天気は？', l: ['origin=org'] })).toMatchObject({ right: false, wrong: [] });
  expect(judge({ t: '会社のPCです。自宅です', l: ['origin=org'] })).toMatchObject({
    right: false,
    wrong: ['place=remote'],
  });
});

test('judge() reads the labels of an example and those of an older set alike', () => {
  expect(judge({ t: '会社のPCです', asked: 'none', labels: ['origin=organization'] }).right).toBe(true);
  expect(judge({ t: '会社のPCです', ctx: 'none', l: ['origin=org'] }).right).toBe(true);
});
