import type { TextLine } from '../../../src/bot/pictures.ts';

/** Returns the lines of a text as a reader of pictures gives them. */
export const linesOf = (text: string): readonly TextLine[] =>
  text.split('\n').map((line) => ({ text: line.trim(), sure: 80 }));
