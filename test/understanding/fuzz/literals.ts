import { entryOf, languages } from '../../../src/bot/languages.ts';
import { foldKana } from '../../../src/bot/understanding/fold.ts';

/** Returns every word of the vocabularies, as a folded text has it. */
export function literals(): readonly string[] {
  const words = languages.flatMap((language) => Object.values(entryOf(language).vocabulary).flat());
  return [...new Set(words.map((word) => foldKana(word.replace(/\*$/, ''))))].toSorted();
}
