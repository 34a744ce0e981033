import type { Piece } from './pieces.ts';

/** Matches the characters that no product key has: it has no vowels, nor what looks like another character. */
const foreign = /[^BCDFGHJKMNPQRTVWXY2346789]/g;
/** Numbers with a letter that stand in any talk about PCs: 24H2, 512GB. */
const figure = /^\d\dH\d$|^\d+(?:[KMGT]B|[MG]HZ|[KMG]BPS|BIT)$/;

/** Returns how many characters of a text no product key has. */
export const foreignIn = (text: string): number => text.match(foreign)?.length ?? 0;
/** Returns how many different characters are in a text. */
export const kindsIn = (text: string): number => new Set(text).size;
/** Returns how many digits are in a text. */
export const digitsIn = (text: string): number => text.match(/\d/g)?.length ?? 0;
/** Returns how many letters are in a text. */
export const lettersIn = (text: string): number => text.match(/[A-Z]/g)?.length ?? 0;
/** Returns how often a text, as it was written, changes between capitals and small letters: names of videos and the like go up and down. */
export const turnsIn = (written: string): number => written.match(/[a-z](?=\d*[A-Z])|[A-Z](?=\d*[a-z])/g)?.length ?? 0;

/** Tells whether a text is a number with a letter that stands in any talk about PCs. */
export const isFigure = (text: string): boolean => figure.test(text);
/** Tells whether a piece is a word of a sentence. */
export const isWord = ({ written }: Piece): boolean => /^[A-Za-z]?[a-z]+$/.test(written) && /[aeiou]/i.test(written);
/** Tells whether nothing but marks, spaces and words that name a place stands between a piece and the one before it. */
export const isTight = ({ gap }: Piece): boolean => gap.letters === 0 && gap.marks <= 8;
