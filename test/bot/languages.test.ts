import { describe, expect, test } from 'vitest';
import { en } from '../../locales/en/index.ts';
import type { Texts } from '../../locales/language.ts';
import { openConversation } from '../../src/bot/conversation/conversation.ts';
import { press } from '../../src/bot/conversation/on-choice.ts';
import { entryOf, languageButton, languageFor, languageOfButton, languages } from '../../src/bot/languages.ts';
import { languageAsked } from '../../src/bot/runtime/index.ts';
import { intents, recipients } from '../../src/flows/events.ts';
import { question, questionIds } from '../../src/flows/questions.ts';

describe.each(languages)('the language %s', (language) => {
  const { name, wish, locales } = entryOf(language);

  test('is asked for by its name in itself, and by whatever else it is called', () => {
    for (const called of [name, ...wish.names]) expect([called, languageAsked(called)]).toEqual([called, language]);
  });

  test('is that of its locales, whatever follows the tag', () => {
    for (const tag of locales) expect([tag, `${tag}-XX`].map(languageFor)).toEqual([language, language]);
  });

  test('has a button of its own, whose id is one word and nothing else in any view', () => {
    const { id } = languageButton(language);
    const taken = [...intents, ...recipients, ...questionIds.flatMap((one) => Object.keys(question(one).options))];
    expect(id).toMatch(/^[a-z-]+$/);
    expect(taken).not.toContain(id);
    expect(languages.filter((one) => languageButton(one).id === id)).toEqual([language]);
  });
});

test.each([
  ['japanese', 'ja'],
  ['english', 'en'],
] as const)('the button %s of a message that was sent long ago switches to %s', (id, language) => {
  expect(languageOfButton(id)).toBe(language);
  for (const before of languages) expect(press(openConversation(before), id).language).toBe(language);
});

test.each([
  ['英語で', 'en'],
  ['英語でお願いできますか？', 'en'],
  ['イングリッシュ', 'en'],
  ['can you explain that in English please', 'en'],
  ['Englishで', 'en'],
  ['にほんごに戻して', 'ja'],
  ['switch to nihongo', 'ja'],
  ['英語版のWindowsです', undefined],
  ['画面が英語です', undefined],
  ["I don't speak Japanese", undefined],
])('a language is asked for, and nothing else is taken for that: %s', (text, expected) => {
  expect(languageAsked(text)).toBe(expected);
});

test('a language that lacks a text does not compile', () => {
  const { greeting: _, ...says } = en.texts.says;
  // @ts-expect-error There is no greeting.
  const texts: Texts = { ...en.texts, says };
  expect(texts.says).not.toHaveProperty('greeting');
});
