import { writtenLanguages } from '../../languages.ts';
import { flatten } from './flatten.ts';

const spellings = writtenLanguages.map(({ spelling }) => spelling);
const flat = (word: string): string => flatten(word).text.toLowerCase();
const escaped = (word: string): string => flat(word).split(' ').map(RegExp.escape).join('\\s{0,2}');
const either = (words: readonly string[]): RegExp => new RegExp(words.map(escaped).join('|'), 'gi');
/** Returns the source of a pattern for any of some words; of one that fits nowhere if there are none. */
const sourceOf = (words: readonly string[]): string => `(?:${words.map(escaped).join('|') || '(?!)'})`;

/** Words that are read in a key or an id: the character that a word spells, or nothing where it only stands between groups. */
export const spelled: ReadonlyMap<string, string> = new Map(
  spellings.flatMap(({ characters, between }) => [
    ...between.map((word) => [flat(word), ''] as const),
    ...Object.entries(characters).flatMap(([character, words]) =>
      words.map((word) => [flat(word), character] as const),
    ),
  ]),
);

const longest = new Map<string, number>();
for (const word of spelled.keys()) longest.set(word.charAt(0), Math.max(longest.get(word.charAt(0)) ?? 0, word.length));

/** Returns the longest such word that begins there; empty: none. */
export function wordAt(text: string, from: number): string {
  for (let length = longest.get(text.charAt(from)) ?? 0; length > 0; length -= 1) {
    const word = text.slice(from, from + length);
    if (spelled.has(word)) return word;
  }
  return '';
}

/** The sources of patterns for what stands after the year and the month of a date in digits, and after an amount. */
export const units = {
  year: sourceOf(spellings.flatMap(({ year }) => year)),
  month: sourceOf(spellings.flatMap(({ month }) => month)),
  amount: sourceOf(spellings.flatMap(({ amount }) => amount)),
};
/** The source of a pattern for words of Latin letters that have a mark inside: x-ray. */
export const compounds = sourceOf([...spelled.keys()].filter((word) => /^[a-z\d]+[^a-z\d\s][a-z\d]+$/.test(word)));

/** Speaks of the last group of a product key, which Windows itself shows, in a flat text. */
export const namesEnds = either(spellings.flatMap(({ partly }) => partly));
/** Names a product key, in a flat text. */
export const namesKey = either(spellings.flatMap(({ key }) => key));
/** Names an installation id or a confirmation id, in a flat text. */
export const namesId = either(spellings.flatMap(({ id }) => id));
