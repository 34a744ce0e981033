import { lineAt, valueLines } from './positions.ts';

/** A problem of a file in the words directory: where it is, and what is wrong, with what to do. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

/** A JSON file that was read: its content, and the problem that something in it has, by its path. */
export interface JsonFile {
  readonly content: unknown;
  problem(path: readonly (string | number)[], what: string): Problem;
}

/** Parses a JSON file. Returns a problem if it is none; its line is that of the first error. */
export function parseJson(file: string, text: string): JsonFile | Problem {
  try {
    const content: unknown = JSON.parse(text);
    const lines = valueLines(text);
    return { content, problem: (path, what) => ({ file, line: lineAt(lines, path), what }) };
  } catch {
    const at = firstWrong(text);
    // What `JSON.parse` says quotes the text around the error.
    const what =
      at >= text.trimEnd().length
        ? 'the file ends too early: a quotation mark or bracket is not closed'
        : 'is no JSON: a comma, colon, quotation mark or bracket is wrong or missing here or right before';
    return { file, line: text.slice(0, at).split('\n').length, what };
  }
}

/** Returns the place in a text at which it stops being the beginning of a JSON text. `JSON.parse` tells it for some errors only, so its halves are tried. */
function firstWrong(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isBeginning(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns true if a text may go on as JSON. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    const [, position] = /at position (\d+)/.exec(why) ?? [];
    if (/Unexpected end|Unterminated/.test(why)) return true;
    // A line break in a text is wrong where it stands; elsewhere it may be followed by anything.
    return !why.includes('control character') && Number(position ?? -1) >= text.trimEnd().length;
  }
}

/** Returns true for a problem. */
export const isProblem = (given: object): given is Problem => 'what' in given;
