import { describe, expect, test } from 'vitest';
import { fold, longest } from '../../src/bot/understanding/fold.ts';
import { understand } from '../../src/bot/understanding/index.ts';
import { redact } from '../../src/bot/understanding/redact.ts';
import { bar, growth, readings, slowest, steepest, warmUp } from './fuzz/cost.ts';
import { literals } from './fuzz/literals.ts';
import { patterns } from './fuzz/patterns.ts';
import { pumped } from './fuzz/pumped.ts';
import { chance, long, type Recipe, repeats, seen, units } from './fuzz/recipes.ts';

// A sample: `npm run test:fuzz` reads many more texts, and each in every situation.
const every = <T>(nth: number, all: Iterable<T>): readonly T[] => [...all].filter((_, n) => n % nth === 0);
const few: ReadonlyMap<string, (text: string) => unknown> = new Map(every(4, readings));
const words = literals();
const plainly = every(3, long);

test('the texts are made of every word and every pattern that messages are read by', () => {
  expect(words.length).toBeGreaterThan(5_000);
  expect(patterns().length).toBeGreaterThan(300);
});

const tooSlow = (recipes: readonly Recipe[], among = few) =>
  recipes.map(({ name, text }) => ({ name, ...slowest(text, among) })).filter(({ ms }) => ms > bar);

describe(`no text takes more than ${bar} ms of CPU to be read:`, () => {
  warmUp(
    every(9, long).map(({ text }) => text),
    few,
  );

  test.each(seen)('$name', (recipe) => {
    expect(tooSlow([recipe], readings)).toEqual([]);
  });

  test('one unit over and over', () => {
    expect(tooSlow(plainly)).toEqual([]);
  });

  test('a word of a pattern over and over', () => {
    expect(tooSlow(every(300, repeats(words)))).toEqual([]);
  });

  test('what nearly matches a pattern', () => {
    expect(tooSlow(every(60, patterns()).flatMap((source, n) => pumped(source, n, 2)))).toEqual([]);
  });

  test('words and characters of chance', () => {
    expect(tooSlow(chance(words, 1, 4))).toEqual([]);
  });
});

test('a text of twice the length takes at most two and a half times as long', () => {
  const grown = every(8, units).flatMap((unit) =>
    [...few].map(([name, read]) => ({ unit, name, times: growth(unit, longest, read) })),
  );
  expect(grown.filter(({ times }) => times > steepest)).toEqual([]);
});

describe('what is left out for that:', () => {
  test('of a text that normalising makes longer, all but its beginning', () => {
    expect(fold('\ufdfa'.repeat(longest)).length).toBeLessThanOrEqual(longest);
    expect(redact('\ufdfa'.repeat(longest)).text.length).toBeLessThanOrEqual(longest);
  });

  test('of a sentence without any punctuation, nothing', () => {
    const text = `${'あ'.repeat(3_000)}会社のパソコンです`;
    expect(understand(text, { question: undefined, at: 'list', choices: [] }).facts.origin).toBe('organization');
  });

  test('of a long message of ordinary sentences, nothing', () => {
    const text = `${'昨日からこの表示がずっと出ています。'.repeat(100)}会社のパソコンです。`;
    expect(understand(text, { question: undefined, at: 'list', choices: [] }).facts.origin).toBe('organization');
  });
});
