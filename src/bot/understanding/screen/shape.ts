import { writtenLanguages } from '../../languages.ts';
import { foldKana } from '../fold.ts';

const alike = new Map(
  writtenLanguages
    .flatMap(({ screens }) => screens.alike)
    .flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
);
const marks = /\p{M}/gu;
/** Letters and digits, but for the mark of a long vowel, which a reader of pictures takes for a dash or leaves out. */
const kept = /[\p{L}\p{N}]/u;
const lengthener = /\p{Lm}/u;

/** Returns what a reader of pictures makes of a text, as far as that is always the same: no spaces, marks, voicing, letter case or long vowels, and one of what looks alike. */
export function shapeOf(text: string): string {
  let shape = '';
  for (const character of foldKana(text.toWellFormed().normalize('NFKC')).normalize('NFD').replace(marks, '')) {
    const one = alike.get(character) ?? character;
    if (kept.test(one) && !lengthener.test(one)) shape += one;
  }
  return shape;
}

/** The lines of a picture in one shape, and where each begins and ends (UTF-16 offsets). */
export interface Shape {
  readonly text: string;
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** Returns the shape of some lines, one behind another, until it has `most` characters (UTF-16). */
export function shapeOfLines(lines: readonly string[], most: number): Shape {
  let text = '';
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const line of lines) {
    if (text.length >= most) break;
    const shape = shapeOf(line).slice(0, most - text.length);
    if (shape === '') continue;
    starts.add(text.length);
    text += shape;
    ends.add(text.length);
  }
  return { text, starts, ends };
}
