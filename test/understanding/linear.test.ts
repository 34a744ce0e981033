import { describe, expect, test } from 'vitest';
import { fold, longest } from '../../src/bot/understanding/fold.ts';
import { understand } from '../../src/bot/understanding/index.ts';
import { redact } from '../../src/bot/understanding/redact.ts';
import { bar, growth, readings, slowest, steepest, warmUp } from './fuzz/cost.ts';
import { literals } from './fuzz/literals.ts';
import { pumped } from './fuzz/pumped.ts';
import { chance, long, type Recipe, repeats, seen, units } from './fuzz/recipes.ts';
import { readExamples } from './training/examples.ts';

// A sample: `npm run test:fuzz` reads many more texts, and each in every situation.
const every = <T>(nth: number, all: Iterable<T>): readonly T[] => [...all].filter((_, n) => n % nth === 0);
const few: ReadonlyMap<string, (text: string) => unknown> = new Map(every(4, readings));
const words = literals();
const plainly = every(3, long);

test('the fuzz texts use over 5,000 words of the vocabularies', () => {
  expect(words.length).toBeGreaterThan(5_000);
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

  test('a text of one repeated unit is read within the limit', () => {
    expect(tooSlow(plainly)).toEqual([]);
  });

  test('a text of one repeated word is read within the limit', () => {
    expect(tooSlow(every(900, repeats(words)))).toEqual([]);
  });

  test('a text that repeats a piece of an example is read within the limit', () => {
    expect(tooSlow(every(900, readExamples()).flatMap(({ t }, n) => pumped(t, n, 2)))).toEqual([]);
  });

  test('a text of random words and characters is read within the limit', () => {
    expect(tooSlow(chance(words, 1, 4))).toEqual([]);
  });
});

test('a text of twice the length takes at most two and a half times as long to read', () => {
  const grown = every(8, units).flatMap((unit) =>
    [...few].map(([name, read]) => ({ unit, name, times: growth(unit, longest, read) })),
  );
  expect(grown.filter(({ times }) => times > steepest)).toEqual([]);
});

describe('the limits on the length of a text', () => {
  test('a text that normalisation lengthens is cut to the limit', () => {
    expect(fold('\ufdfa'.repeat(longest)).length).toBeLessThanOrEqual(longest);
    expect(redact('\ufdfa'.repeat(longest)).text.length).toBeLessThanOrEqual(longest);
  });

  test('nothing is left of a secret that a very long message is cut within', () => {
    const id = '428551-932076-256189-103857-239595-169347-354893-395789';
    const { text } = understand(`my key is ${id} `.repeat(200), { question: undefined, at: 'list', choices: [] });
    expect(text).not.toMatch(/\d{3}/);
  });

  test('a fact at the end of 3,000 characters without punctuation is read', () => {
    const text = `${'あ'.repeat(3_000)}会社のパソコンです`;
    expect(understand(text, { question: undefined, at: 'list', choices: [] }).facts.origin).toBe('organization');
  });

  test('a fact at the end of 100 ordinary sentences is read', () => {
    const text = `${'昨日からこの表示がずっと出ています。'.repeat(100)}会社のパソコンです。`;
    expect(understand(text, { question: undefined, at: 'list', choices: [] }).facts.origin).toBe('organization');
  });
});
