import { entryOf, languages } from '../languages.ts';
import type { Language } from '../types.ts';
import { fold } from './fold.ts';
import { phrasesOf } from './phrases.ts';

/** No such request is longer. */
const longest = 60;

const namesOf = (language: Language): readonly string[] => [entryOf(language).name, ...entryOf(language).wish.names];
/** Requests are made in any language for any other: "in nihongo please", 「Englishで」. */
const requested = phrasesOf(
  languages.flatMap((language) => entryOf(language).wish.requests),
  Object.fromEntries(languages.map((language) => [language, namesOf(language)])),
);

/** The language that a folded message, as a whole, asks to be answered in; undefined: it asks for none. */
export function languageIn(folded: string): Language | undefined {
  if (folded.length > longest) return undefined;
  const said = requested(folded);
  return languages.find((language) => language === said);
}

/** The same for a message as it was written. */
export const languageAsked = (text: string): Language | undefined =>
  text.length > longest ? undefined : languageIn(fold(text));
