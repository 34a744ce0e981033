import { beginningsOf, depth, end, start } from './beginnings.ts';

/** A shape to look for that the sieve knows. */
export interface Pattern {
  readonly shape: RegExp;
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

/** Files a shape without flags under all that its matches can begin with. */
export function file(shape: RegExp): Pattern {
  const number = count;
  count += 1;
  for (const beginning of beginningsOf(shape)) {
    let hash = 0;
    for (let at = 0; at < beginning.length; at += 1) {
      hash = onward(hash, beginning.charCodeAt(at));
      // Whoever reads along stops where nothing is filed.
      filedUnder(hash);
    }
    filedUnder(hash).push(number);
  }
  return { shape, number };
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
