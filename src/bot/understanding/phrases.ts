import type { Phrase } from '../../../locales/language.ts';
import { fold } from './fold.ts';

/** A way to say a part of a phrase: a folded word, and what it names; empty: nothing. */
type Word = readonly [word: string, name: string];

/** Spaces and marks, which may stand after any word. */
const gap = /[\s。、，,.!:;()「」『』"“”…・]*/y;
const isLatin = (character: string): boolean => character >= 'a' && character <= 'z';

/** Returns a reader of folded texts: the name of the one of `names` that stands in its place in one of the phrases, empty if that phrase has no such place; undefined if the text, as a whole, is none of them. `names`: what may stand in a place that is written `{{…}}`, by its name. */
export function phrasesOf(
  phrases: readonly Phrase[],
  names: Readonly<Record<string, readonly string[]>> = {},
): (folded: string) => string | undefined {
  const named = Object.entries(names).flatMap(([name, words]) => words.map((word): Word => [fold(word), name]));
  const wordsOf = (part: string): readonly Word[] => (part.startsWith('{{') ? named : [[fold(part), '']]);
  const compiled = phrases.map((phrase) => phrase.map((part) => part.flatMap(wordsOf)));
  return (folded) => {
    for (const phrase of compiled) {
      const name = nameIn(phrase, folded);
      if (name !== undefined) return name;
    }
    return undefined;
  };
}

/** Walks all ways through a phrase at once, so that it takes no longer than the phrase has words at each place of the text. */
function nameIn(phrase: readonly (readonly Word[])[], text: string): string | undefined {
  let reached: ReadonlyMap<number, string> = new Map([[afterGap(text, 0), '']]);
  for (const words of phrase) {
    const next = new Map<number, string>();
    for (const [from, found] of reached)
      for (const [word, name] of words) {
        const end = from + word.length;
        if (!text.startsWith(word, from) || isInWord(text, end)) continue;
        const to = word === '' ? from : afterGap(text, end);
        if (!next.has(to)) next.set(to, name || found);
      }
    reached = next;
  }
  return reached.get(text.length);
}

function afterGap(text: string, from: number): number {
  gap.lastIndex = from;
  return from + (gap.exec(text)?.[0].length ?? 0);
}

/** Returns true if a place of a folded text is inside a word of Latin letters. */
export const isInWord = (text: string, at: number): boolean => isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
