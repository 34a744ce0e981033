import { writtenLanguages } from '../languages.ts';
import { fold, longest } from './fold.ts';
import { isInWord, phrasesOf } from './phrases.ts';

const words = writtenLanguages.map(({ sight }) => sight);
const yes = phrasesOf(words.flatMap((one) => one.yes));
const no = phrasesOf(words.flatMap((one) => one.no));
const polite = phrasesOf(words.flatMap((one) => one.polite));
const after = words.flatMap(({ deniedAfter }) => deniedAfter.map(fold));
const before = words.flatMap(({ deniedBefore }) => deniedBefore.map(fold));
/** A code as people type it. */
const code = /(?<![0-9a-z])0x[0-9a-f]{8}(?![0-9a-z])/g;

/** Returns whether a clause, as a whole, says that what was seen on a picture is right, or that it is not; undefined if it says neither. */
export function answersSight(clause: string): 'yes' | 'no' | undefined {
  const folded = fold(clause);
  if (yes(folded) !== undefined) return 'yes';
  return no(folded) === undefined ? undefined : 'no';
}

/** Returns true for a clause that is nothing but a courtesy beside an answer: 「お願いします」. */
export const isCourtesy = (clause: string): boolean => polite(fold(clause)) !== undefined;

/** Returns true if a message names codes only to deny them: 「0xC004F074ではないです」, "not 0xC004F074". */
export function deniesCodes(text: string): boolean {
  const folded = fold(text.slice(0, longest));
  const found = [...folded.matchAll(code)];
  return found.length > 0 && found.every(({ index, 0: one }) => isDenied(folded, index, index + one.length));
}

function isDenied(folded: string, from: number, to: number): boolean {
  const behind = folded.slice(to).trimStart();
  const ahead = folded.slice(0, from).trimEnd();
  return (
    after.some((word) => behind.startsWith(word) && !isInWord(behind, word.length)) ||
    before.some((word) => ahead.endsWith(word) && !isInWord(ahead, ahead.length - word.length))
  );
}
