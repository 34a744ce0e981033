import { fold } from './fold.ts';
import { classesIn } from './stretches.ts';

/** Returns true if a message asks something: by its last mark, or by a word that asks. */
export const asksSomething = (text: string): boolean =>
  /[?？]\s*$/.test(text) || [...classesIn(fold(text))].some((name) => name.includes('question'));
