import { fold } from './fold.ts';
import { classesIn } from './stretches.ts';

/** Returns true if a folded text has a word that asks. */
export const hasQuestion = (folded: string): boolean =>
  [...classesIn(folded)].some((name) => name.includes('question'));

/** Returns true if a message asks something: by its last mark, or by a word that asks. */
export const asksSomething = (text: string): boolean => /[?？]\s*$/.test(text) || hasQuestion(fold(text));
