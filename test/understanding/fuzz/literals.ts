import { writtenLanguages } from '../../../src/bot/languages.ts';
import { foldKana } from '../../../src/bot/understanding/fold.ts';

/** Returns every word of the vocabularies, as a folded text has it. */
export function literals(): readonly string[] {
  const words = writtenLanguages.flatMap(({ vocabulary }) => Object.values(vocabulary).flat());
  return [...new Set(words.map((word) => foldKana(word.replace(/\*$/, ''))))].toSorted();
}
