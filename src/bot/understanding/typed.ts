import { writtenLanguages } from '../languages.ts';
import type { Language } from '../types.ts';
import { fromKana } from './kana.ts';

const typed = writtenLanguages.map(({ language, typed }) => ({ language, ...typed }));
const kana = new Map(typed.flatMap((words) => Object.entries(words.kana)));
/** The words of each language in Latin letters. */
const inLatin = typed.map(({ language, romaji, particles }) => ({
  language,
  romaji: new Map(Object.entries(romaji)),
  particles: new Map(Object.entries(particles)),
}));
const longest = Math.max(0, ...[...kana.keys()].map((word) => word.length));
const kanji = /\p{Script=Han}/u;
const latin = /^[\x20-\x7e]*$/;

/** Returns a folded text that was typed in kana alone, or in Latin letters, with the words that it would have otherwise. A text that has any kanji stays as it is. */
export function asUsual(folded: string): string {
  if (kanji.test(folded)) return folded;
  // Spellings that depend on their neighbours come first: afterwards there are kanji beside them.
  return latin.test(folded) ? fromRomaji(folded) : withWords(fromKana(folded));
}

/** Returns a text with the words that it has in kana, the longest first. */
function withWords(folded: string): string {
  let text = '';
  for (let at = 0; at < folded.length; ) {
    const length = lengthOfWord(folded, at);
    const word = folded.slice(at, at + Math.max(1, length));
    text += kana.get(word) ?? word;
    at += word.length;
  }
  return text;
}

/** Returns the length of the longest word that stands at a place; 0 if there is none. */
function lengthOfWord(folded: string, at: number): number {
  for (let length = Math.min(longest, folded.length - at); length > 1; length -= 1)
    if (kana.has(folded.slice(at, at + length))) return length;
  return 0;
}

/** Returns a text in Latin letters with the words that it has of the language that it is in, if that is written otherwise. */
function fromRomaji(folded: string): string {
  const words = folded.split(/ |(?=[.,!?])/);
  const found = typistOf(words);
  if (found === undefined) return folded;
  return words.map((word) => found.romaji.get(word) ?? found.particles.get(word) ?? word).join('');
}

/** Finds the language that words in Latin letters are of: it has half of them and more. */
const typistOf = (words: readonly string[]) =>
  inLatin.find(({ romaji, particles }) => {
    const known = words.filter((word) => romaji.has(word) || particles.has(word)).length;
    return known >= 2 && 2 * known >= words.length && words.some((word) => romaji.has(word));
  });

/** Returns the language that words in Latin letters are of, though it is written otherwise; undefined if there is none. */
export const languageTyped = (words: readonly string[]): Language | undefined => typistOf(words)?.language;
