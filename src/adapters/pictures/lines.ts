import type { TextLine } from '../../bot/pictures.ts';
import type { Word } from './engine.ts';

/** Lines of a reading at most, and characters of a line. */
const [maxLines, maxLength] = [200, 300];
/** A gap between words in heights of the line: from `column`, what follows is another column; below `blank`, two characters of Japanese belong together. */
const [column, blank] = [2.5, 0.8];
/** A character that is written without blanks, as kana and kanji are. */
const unspaced = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー、。「」]/u;

/** Puts words together to lines, from top to bottom: a wide gap ends a line, and the blanks that Tesseract puts between Japanese characters are left out. */
export function linesOf(words: readonly Word[]): readonly TextLine[] {
  return runsOf(words)
    .map((run) => ({
      text: run
        .reduce((text, word, n) => `${text}${between(run[n - 1], word)}${word.text}`, '')
        .trim()
        .slice(0, maxLength),
      sure: Math.round(run.reduce((sum, { sure }) => sum + sure, 0) / run.length),
    }))
    .filter(({ text }) => text !== '')
    .slice(0, maxLines);
}

/** Splits words into runs that stand in one line and one column. */
export function runsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run === undefined || last === undefined || last.line !== word.line || gap(last, word) > column)
      runs.push([word]);
    else run.push(word);
  }
  return runs;
}

/** Returns the gap between two words of a line, in heights of the taller one. */
const gap = (before: Word, after: Word): number =>
  (after.left - before.left - before.width) / Math.max(before.height, after.height, 1);

function between(before: Word | undefined, after: Word): string {
  if (before === undefined) return '';
  const together = unspaced.test(before.text.slice(-1)) && unspaced.test(after.text.slice(0, 1));
  return together && gap(before, after) < blank ? '' : ' ';
}
