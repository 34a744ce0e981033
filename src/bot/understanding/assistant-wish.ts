import { writtenLanguages } from '../languages.ts';
import { fold } from './fold.ts';
import { phrasesOf } from './phrases.ts';

const off = phrasesOf(writtenLanguages.flatMap(({ assistant }) => assistant.off));
const on = phrasesOf(writtenLanguages.flatMap(({ assistant }) => assistant.on));
/** Maximum length (UTF-16) of such a message. */
const longest = 60;

/** Returns whether a message, as a whole, turns the language model off or on that reads along; undefined if it does neither. */
export function assistantWish(text: string): 'off' | 'on' | undefined {
  if (text.length > longest) return undefined;
  const folded = fold(text).replace(/[!?\s]+$/, '');
  if (off(folded) !== undefined) return 'off';
  return on(folded) === undefined ? undefined : 'on';
}
