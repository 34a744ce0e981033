import { describe, expect, test } from 'vitest';
import { languages } from '../../src/bot/languages.ts';
import { asksForErasure } from '../../src/bot/runtime/index.ts';
import type { Asked } from '../../src/bot/understanding/asked.ts';
import { assistantWish } from '../../src/bot/understanding/assistant-wish.ts';
import { understand } from '../../src/bot/understanding/index.ts';
import { questionIds } from '../../src/flows/questions.ts';
import { textsOf } from '../content/texts.ts';

const told = /「([^」]+)」と書け|[Ww]rite “([^”]+)”/g;
const words = languages.flatMap((language) =>
  [...textsOf(language).values()].flatMap((text) => [...text.matchAll(told)].flatMap(([, ja, en]) => ja ?? en ?? [])),
);
const prompts = ['list', 'step', 'stuck', 'check', 'putback', 'rescue', 'advice', 'form', 'clarify', 'closed'] as const;
const places: readonly Asked[] = [
  ...questionIds.map((question) => ({ question, at: 'question', choices: [] }) as const),
  ...prompts.map((at) => ({ question: undefined, at, choices: [] })),
];

describe('what the bot tells people to write', () => {
  test('is found in the texts of every language', () => {
    expect(words).toEqual(expect.arrayContaining(['もう一度', '担当者に相談', 'Talk to a person', 'I have no backup']));
  });

  test.each([...new Set(words)])('is understood wherever it is written: %s', (text) => {
    const lost = places.filter((place) => {
      const { facts, intent, language } = understand(text, place);
      const isHeard = intent !== undefined || language !== undefined || Object.keys(facts).length > 0;
      return !isHeard && assistantWish(text) === undefined && !asksForErasure({ type: 'text', text });
    });
    expect(lost).toEqual([]);
  });
});
