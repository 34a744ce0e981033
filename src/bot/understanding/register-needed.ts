import { registers } from '../languages.ts';
import type { Language } from '../types.ts';

/** Blanks between the words of one clause: those after a mark or at the end of a line stand in any text. */
const between = /(?<=\p{L})[ \u3000]+(?=\p{L})/u;

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
    const apart = text.split(between).filter((word) => counted.test(word) && !foreign.test(word));
    return of === language && !foreign.test(own) && apart.length >= words;
  })?.language;
}

/** The letters of the other script from which on a message is one of somebody who needs no register: the bot itself names words with a few. */
const fluent = 6;

/** Returns true where a person who was spoken to in a register writes as people do who need none. */
export function leavesRegister(text: string, own: string, register: Language): boolean {
  const kind = kinds.find(({ language }) => language === register);
  const letters = kind === undefined ? [] : [...own].filter((letter) => kind.foreign.test(letter));
  return letters.length >= fluent && !between.test(text);
}
