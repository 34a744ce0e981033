import { registers } from '../languages.ts';
import type { Language } from '../types.ts';

const kinds = registers.map(({ language, of, signs }) => ({
  language,
  of,
  words: signs.words,
  counted: new RegExp(`\\p{sc=${signs.of}}`, 'v'),
  foreign: new RegExp(`\\p{sc=${signs.without}}`, 'v'),
}));

/** Returns the register of a language that a person needs, by how they write it; undefined if none is. `own`: the text in their own words, without names. */
export function registerNeeded(text: string, own: string, language: Language): Language | undefined {
  return kinds.find(({ of, words, counted, foreign }) => {
    const apart = text.split(/\s+/).filter((word) => counted.test(word) && !foreign.test(word));
    return of === language && !foreign.test(own) && apart.length >= words;
  })?.language;
}
