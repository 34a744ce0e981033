import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ListId, list, listIds } from '../../src/flows/lists.ts';
import carried from './article-carried.json' with { type: 'json' };
import names from './article-names.json' with { type: 'json' };
import today from './article-today.json' with { type: 'json' };
import { comparable, hashBytes, hashOf, run, runsOf } from './make-shingles.ts';
import { textsOf } from './texts.ts';

// article-shingles.bin holds, for every run of 24 characters of the article, the first 5 bytes of its SHA-256.
// The article itself is not part of the project; make-shingles.ts writes the file again from a copy of it.
const bytes = readFileSync(new URL('article-shingles.bin', import.meta.url));
const shingles = new Set(
  Array.from({ length: bytes.length / hashBytes }, (_, n) =>
    bytes.subarray(n * hashBytes, (n + 1) * hashBytes).toString('hex'),
  ),
);
/** The languages in which the names of the screens and the phrases of the article are noted. */
const languages = ['ja', 'en'] as const;
const texts = { ja: textsOf('ja'), en: textsOf('en') };
const quoted = { ja: (name: string) => `「${name}」`, en: (name: string) => `“${name}”` };
/** The lists that the article has; the assistant may have more. */
const articles = Object.keys(names) as (keyof typeof names & ListId)[];
const stepKey = (id: ListId, step: number) => `lists:${id}.steps.${step}`;

/** The facts of the article that the world has overtaken: a step has today's form, and the note of that name beside it the article's. */
const overtaken = Object.entries(today).map(([note, { today: steps, ...fact }]) => ({
  ...fact,
  note,
  steps: Object.entries(steps),
}));
/** Returns true where a text says this, or where it is the article's form of an overtaken fact, and the note beside the step says it. */
const carries = (language: 'ja' | 'en', key: string, phrase: string): boolean =>
  [
    key,
    ...overtaken
      .filter(({ article }) => article[language].includes(phrase))
      .flatMap(({ note, steps }) => (steps.some(([step]) => keyOf(step) === key) ? [`notes:dated.${note}`] : [])),
  ].some((text) => texts[language].get(text)?.includes(phrase));
/** The text of a step by its name in article-carried.json: `P1.5`. */
const keyOf = (name: string) => stepKey(name.slice(0, 2) as ListId, Number(name.slice(3)) - 1);

test('every list of the article exists with all its steps, 39 in total', () => {
  expect(Object.fromEntries(listIds.map((id) => [id, list(id).steps]))).toMatchObject(
    Object.fromEntries(Object.entries(names).map(([id, steps]) => [id, steps.length])),
  );
  expect(Object.values(names).flat()).toHaveLength(39);
});

test.each(languages)('each step in %s holds every screen name and code that the article’s step has', (language) => {
  const missing = articles.flatMap((id) =>
    names[id].flatMap(({ names: screens, codes }, step) => {
      return [...screens.map((name) => quoted[language](name[language])), ...codes]
        .filter((name) => !carries(language, stepKey(id, step), name))
        .map((name) => `${id}.${step + 1}: ${name}`);
    }),
  );
  expect(missing).toEqual([]);
});

const numbers = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n + 1}`);

test('each of the 39 steps, 5 causes and 15 warnings of the article has an entry in article-carried.json', () => {
  const steps = articles.flatMap((id) => numbers(`${id}.`, list(id).steps));
  expect(Object.keys(carried).sort()).toEqual([...steps, ...numbers('cause.', 5), ...numbers('warning.', 15)].sort());
});

test('the entry of each step names the text of that step', () => {
  const steps = articles.flatMap((id) => numbers(`${id}.`, list(id).steps).map((name, n) => [name, stepKey(id, n)]));
  const entries: Readonly<Record<string, readonly { readonly key: string }[]>> = carried;
  expect(steps.map(([name = '']) => [name, entries[name]?.[0]?.key])).toEqual(steps);
});

test.each(languages)('the texts in %s hold the phrases of every step, cause and warning of the article', (language) => {
  const missing = Object.entries(carried).flatMap(([id, places]) =>
    places.flatMap(({ key, ...phrases }) =>
      phrases[language].filter((phrase) => !carries(language, key, phrase)).map((phrase) => `${id}, ${key}: ${phrase}`),
    ),
  );
  expect(missing).toEqual([]);
});

test('three facts of the article, and no others, are carried in today’s form: the time zone’s label, the hyphens, the telephone', () => {
  expect(overtaken.map(({ note, steps }) => [note, ...steps.map(([step]) => step)])).toEqual([
    ['time-zone-label', 'P1.5'],
    ['key-hyphens', 'P3.2'],
    ['phone-is-web', 'P4.2', 'P4.3'],
  ]);
});

test.each(languages)(
  'in %s, today’s form stands in the step, and the article’s in the step or the note beside it',
  (language) => {
    const missing = overtaken.flatMap(({ note, list: id, step, article, steps }) => {
      const beside = `${texts[language].get(stepKey(id as ListId, step - 1))}${texts[language].get(`notes:dated.${note}`)}`;
      return [
        ...(list(id as ListId).dated[note] === step ? [] : [`${note}: the note does not stand at ${id}.${step}`]),
        ...article[language].filter((phrase) => !beside.includes(phrase)),
        ...steps.flatMap(([name, phrases]) =>
          phrases[language].filter((phrase) => !texts[language].get(keyOf(name))?.includes(phrase)),
        ),
      ];
    });
    expect(missing).toEqual([]);
  },
);

test('every entry in article-carried.json names a text and phrases in both languages', () => {
  const empty = Object.entries(carried).filter(
    ([, places]) => places.length === 0 || places.some(({ ja, en }) => ja.join('') === '' || en.join('') === ''),
  );
  expect(empty).toEqual([]);
});

test('no text of the bot copies 24 characters in a row from the article', () => {
  expect(shingles.size).toBeGreaterThan(10_000);
  const copied = [...texts.ja, ...texts.en].flatMap(([key, text]) =>
    runsOf(text)
      .filter((characters) => shingles.has(hashOf(characters)))
      .map((characters) => `${key}: ${characters}`),
  );
  expect(copied).toEqual([]);
});

test('the search for copied runs ignores spaces, character width and quoted names', () => {
  const plain = '「設定」を開き,「ライセンス認証」の状態(2行目)を見て,メモに残します';
  const other = '「システム」を 開き,「更新」の状態(2行目)を見て,メモに 残します。';
  const found = new Set(runsOf(plain).map(hashOf));
  expect(comparable(plain).length).toBeGreaterThan(run);
  expect(runsOf(other).some((characters) => found.has(hashOf(characters)))).toBe(true);
  expect(runsOf('まったく別の文なので、同じ並びは1つも見つからないはずです。').some((c) => found.has(hashOf(c)))).toBe(
    false,
  );
});
