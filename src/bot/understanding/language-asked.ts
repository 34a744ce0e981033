import { entryOf, languages } from '../languages.ts';
import type { Language } from '../types.ts';
import { bareOf } from './bare.ts';
import { fold } from './fold.ts';
import { ofData } from './pattern.ts';
import { sift } from './sieve.ts';

/** No such request is longer. */
const longest = 60;

/** What a language is called, as a folded message has it. */
const namesOf = (language: Language): string => {
  const { name, wish } = entryOf(language);
  const folded = [name, ...wish.names].flatMap((one) => bareOf(fold(one)).slice(0, 1));
  return `(?:${folded.map((one) => one.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')).join('|')})`;
};

/** Requests are made in any language for any other: "in nihongo please", 「Englishで」. */
const requests = languages.flatMap((language) => entryOf(language).wish.requests);
const shapes = languages.map((language) => {
  const asked = requests.map((request) => request.replaceAll('{{language}}', namesOf(language)));
  return { language, whole: ofData(`^(?:${asked.join('|')})$`) };
});

/** The language that a folded message, as a whole, asks to be answered in; undefined: it asks for none. */
export function languageIn(folded: string): Language | undefined {
  const bare = bareOf(folded).map(sift);
  return shapes.find(({ whole }) => bare.some((fits) => fits(whole)))?.language;
}

/** The same for a message as it was written. */
export const languageAsked = (text: string): Language | undefined =>
  text.length > longest ? undefined : languageIn(fold(text));
