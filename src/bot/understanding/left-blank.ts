import { writtenLanguages } from '../languages.ts';
import { fold } from './fold.ts';
import { phrasesOf } from './phrases.ts';

const said = phrasesOf(writtenLanguages.flatMap(({ blank }) => blank.phrases));

/** Returns true if a line, as a whole, says at a field of a form that it is left out: 「パス」, or nothing at all. */
export const leavesBlank = (line: string): boolean => line.trim() === '' || said(fold(line)) !== undefined;
