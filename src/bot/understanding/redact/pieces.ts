import { compounds, spelled, units, wordAt } from './spelling.ts';

/** Letters and digits that stand together. */
export interface Piece {
  /** In capitals. */
  readonly text: string;
  /** As it was written. */
  readonly written: string;
  /** Where it stands in the flat text. */
  readonly start: number;
  readonly end: number;
  /** The stretch before it, back to the piece before. */
  readonly gap: Gap;
}

/** The stretch between two pieces. */
export interface Gap {
  /** Characters of words that have nothing to do with a key. */
  readonly letters: number;
  /** Punctuation marks. */
  readonly marks: number;
  readonly dash: boolean;
}

/** Shapes that support people write all day, with the numbers in them: they are part of no secret. */
const shapes = new RegExp(
  [
    // GUIDs, codes, security identifiers, updates.
    '[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}',
    '0x[\\da-f]{8}',
    '(?:c[01]|8\\d)(?=\\d{0,5}[a-f])[\\da-f]{6}',
    's-1-\\d{1,2}(?:-\\d{1,10}){1,6}',
    'kb ?\\d{6,7}',
    // Product ids, short and extended: they name a kind of licence and open nothing.
    '\\d{5}-\\d{5}-\\d{5}-[a-z]{2}[a-z\\d]{3}',
    '\\d{5}-\\d{5}-\\d{3}-\\d{6}-\\d{2}-\\d{4,5}-\\d{4,5}\\.\\d{4}-\\d{7}',
    // Orders, goods.
    '\\d{3}-\\d{7}-\\d{7}',
    '4[59]\\d{11}',
    // Dates, times, telephone numbers, postal codes.
    `(?:19|20)\\d\\d(?:[-/.]|${units.year})\\d{1,2}(?:[-/.]|${units.month})\\d{1,2}`,
    '\\d{1,2}[-/]\\d{1,2}[-/](?:19|20)\\d\\d',
    '\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d{1,7})?)?',
    '0\\d{1,4}[-(]\\d{1,4}[-)]\\d{3,4}',
    '\\+\\d{1,3}[- ]\\d{1,4}[- ]\\d{1,4}[- ]\\d{3,4}',
    // Addresses and versions; amounts.
    '\\d{1,5}(?:\\.\\d{1,5}){2,3}(?::\\d{1,5})?',
    '\\d{4,5}\\.\\d{1,5}',
    `\\d{1,3}(?:,\\d{3}){1,3}(?=${units.amount})`,
  ]
    .map((shape) => `(?<![a-z\\d]|\\d[-.:/])${shape}(?![a-z\\d]|[-.:/]\\d)`)
    .join('|'),
  'gi',
);
const filler = '■';
/** Elements of HTML, as they come along with what is copied. */
const elements =
  /<\/?(?:br|hr|td|tr|th|p|div|li|ul|ol|span|b|i|u|em|strong|code|kbd|pre|table|tbody|thead)\b[^<>]{0,80}>/;
/** Characters that are escaped for HTML, URLs or JSON. What may begin a group of five characters is no escape: %28BBB. */
const escapes =
  /&(?:#\d{1,5}|#x[\da-f]{1,4}|[a-z]{2,8});|%(?:2[\dcdf]|0[ad]|5f|7c)(?![a-z\d]{3}(?![a-z\d]))|\\u00[\da-f]{2}|\\x[0-2][\da-f]|\\[nrt](?=\d{6}|\\)/;
const token = new RegExp(
  `${elements.source}|${escapes.source}|${compounds}|[A-Za-z\\d]+|(?:(?![A-Za-z\\d])[\\p{L}\\p{N}■])+|\\s+|.`,
  'gisu',
);
const ascii = /^[A-Za-z\d]/;
const word = /^[\p{L}\p{N}■]/u;
const dashes = /^[-‐‑‒–—―−ー~〜_./\\|:;+=・•·*,、]$/;

/** Returns the pieces of a flat text, in order. */
export function piecesOf(flat: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let gap = { letters: 0, marks: 0, dash: false };
  /** Where the last spelled character ends. */
  let spelledTo = -1;
  const add = (written: string, start: number) => {
    pieces.push({ text: written.toUpperCase(), written, start, end: start + written.length, gap });
    gap = { letters: 0, marks: 0, dash: false };
  };
  const spell = (word: string, start: number, character: string) => {
    const last = pieces.at(-1);
    const end = start + word.length;
    // Characters that are spelled one right after another are one piece.
    if (last !== undefined && spelledTo === start)
      pieces[pieces.length - 1] = { ...last, text: last.text + character, written: last.written + character, end };
    else pieces.push({ text: character, written: character, start, end, gap });
    gap = { letters: 0, marks: 0, dash: false };
    spelledTo = end;
  };
  const masked = flat.replace(shapes, (shape) => filler.repeat(shape.length));
  for (const { 0: found, index } of masked.matchAll(token)) {
    if (ascii.test(found)) {
      const character = spelled.get(found.toLowerCase());
      if (character === undefined) add(found, index);
      else if (character === '') gap.marks += 1;
      else spell(found, index, character);
    } else if (word.test(found)) readWords(found, index);
    else mark(found);
  }
  return pieces;

  function mark(found: string): void {
    if (found.trim() !== '') gap.marks += 1;
    if (dashes.test(found)) gap.dash = true;
  }

  /** Reads words without spaces between them, the longest first. */
  function readWords(words: string, index: number): void {
    for (let from = 0; from < words.length; ) {
      const known = wordAt(words, from);
      const character = spelled.get(known) ?? '';
      if (character !== '') spell(known, index + from, character);
      else if (known !== '') gap.marks += 1;
      else if (words[from] === 'ー') mark('ー');
      else gap.letters += 1;
      from += known.length || 1;
    }
  }
}
