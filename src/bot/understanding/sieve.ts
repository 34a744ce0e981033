import { beginningsOf, depth, end, start } from './beginnings.ts';

/** Finds something in a text. */
type Shape = Pick<RegExp, 'test'>;

/** A shape to look for that the sieve knows. */
export interface Pattern {
  readonly shape: Shape;
  /** What its matches begin with is told by this; only where it is the shape itself is it ever run. */
  readonly pattern: RegExp;
  readonly number: number;
}

let count = 0;
/** Patterns by a hash of what their matches can begin with. A hash shared by chance only lets a pattern too many through. */
const patterns = new Map<number, number[]>();
const onward = (hash: number, code: number): number => (Math.imul(hash, 0x9e35) + code) | 0;

function filedUnder(hash: number): number[] {
  const filed = patterns.get(hash) ?? [];
  patterns.set(hash, filed);
  return filed;
}

/** Files a shape under all that the matches of a pattern without flags can begin with: its own, if it is one. */
export function file(pattern: RegExp, shape: Shape = pattern): Pattern {
  const number = count;
  count += 1;
  for (const beginning of beginningsOf(pattern)) {
    let hash = 0;
    for (let at = 0; at < beginning.length; at += 1) {
      hash = onward(hash, beginning.charCodeAt(at));
      // Whoever reads along stops where nothing is filed.
      filedUnder(hash);
    }
    filedUnder(hash).push(number);
  }
  return { shape, pattern, number };
}

/** Looks for filed patterns in a text. Most of them begin with nothing that is in the text, and need not be run. */
export function sift(text: string): (pattern: Pattern) => boolean {
  const whole = `${start}${text}${end}`;
  const possible = new Uint8Array(count);
  for (const number of patterns.get(0) ?? []) possible[number] = 1;
  for (let from = 0; from < whole.length; from += 1) {
    let hash = 0;
    for (let at = from; at < Math.min(from + depth, whole.length); at += 1) {
      hash = onward(hash, whole.charCodeAt(at));
      const found = patterns.get(hash);
      if (found === undefined) break;
      for (const number of found) possible[number] = 1;
    }
  }
  return ({ shape, number }) => possible[number] === 1 && shape.test(text);
}
