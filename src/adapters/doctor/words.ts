import { describeError } from '../../bot/lib/describe-error.ts';
import { readWords } from '../words/read.ts';
import { type Check, type Finding, found } from './finding.ts';

/** Returns the check of a words directory: a line for each problem. At the start these are in the log by themselves. */
export const wordsCheck =
  (directory: string): Check =>
  async () => {
    try {
      return readWords(directory).problems.map(
        ({ file, line, what }): Finding => ({ state: 'wrong', what: `WORDS_DIR: ${file}:${line}: ${what}` }),
      );
    } catch (error) {
      return found(
        'wrong',
        `WORDS_DIR cannot be read (${describeError(error)}); name a directory that the bot may read`,
      );
    }
  };
