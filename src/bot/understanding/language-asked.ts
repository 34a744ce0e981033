import type { Language } from '../types.ts';
import { bareOf } from './bare.ts';
import { fold } from './fold.ts';
import { phrases } from './lexicon/phrases.ts';
import { sift } from './sieve.ts';

/** No such request is longer. */
const longest = 60;
const wanted: Readonly<Record<Language, 'japanese' | 'english'>> = { ja: 'japanese', en: 'english' };

/** The language that a message, as a whole, asks to be answered in; undefined: it asks for none. */
export function languageAsked(text: string): Language | undefined {
  if (text.length > longest) return undefined;
  const bare = bareOf(fold(text)).map(sift);
  return (['ja', 'en'] as const).find((language) =>
    phrases.some(
      ({ intent, whole }) => intent === wanted[language] && whole !== undefined && bare.some((fits) => fits(whole)),
    ),
  );
}
