import { expect, test } from 'vitest';
import kanji from './school-kanji.json' with { type: 'json' };
import { textsOf } from './texts.ts';

const easy = [...textsOf('ja-easy')];
const taught = new Set(kanji.characters);
/** What stands on screens or is typed word for word, and what is filled in. */
const unquoted = (text: string) => text.replaceAll(/「[^」]*」|\{\{.+?\}\}/g, '').replaceAll(/日本語|認証ナビ/g, '');
const offending = (wrong: (text: string, key: string) => boolean) =>
  easy.filter(([key, text]) => wrong(text, key)).map(([key, text]) => `${key}: ${text}`);

test('the easy register has only kanji of the first three school years, but for names and what is quoted', () => {
  expect(taught.size).toBe(440);
  const hard = (text: string) =>
    [...unquoted(text)].some((one) => /\p{Script=Han}/u.test(one) && one !== '々' && !taught.has(one));
  expect(offending(hard)).toEqual([]);
});

test('a sentence of the easy register has at most 40 characters, without names, quotations and blanks', () => {
  const long = (text: string) =>
    unquoted(text)
      .split(/(?<=[。？！])/)
      .some((sentence) => [...sentence.replaceAll(' ', '')].length > 40);
  expect(offending(long)).toEqual([]);
});

test('the words of the easy register stand apart by single blanks, and none stands beside a mark', () => {
  expect(offending((text) => / [、。？！」）]|[、。？！「（] | {2}/.test(text))).toEqual([]);
  const joined = easy.filter(
    ([key, text]) => /^(answers|lists|says|codes):/.test(key) && /^[^「」]{24,}$/.test(text) && !text.includes(' '),
  );
  expect(joined.map(([key]) => key)).toEqual([]);
});

test('easy texts use full-width punctuation outside of names of screens', () => {
  expect(offending((text) => /[?!():,]/.test(unquoted(text)))).toEqual([]);
});
