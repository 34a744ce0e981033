import { foreignIn, turnsIn } from './characters.ts';

/** Characters of a product key, and how many of them may be mistyped. */
const keyLength = 25;
const mistyped = 3;
/** Characters before and behind a key that may be written together with it. */
const glued = 2;
/** Changes between capitals and small letters. */
const most = 4;
const runs = /[BCDFGHJKMNPQRTVWXY2346789]{25,}/g;
/** A group of five, maybe with its number or a word right before it or behind it. */
const group = /^.{5}$|^[BCDFGHJKMNPQRTVWXY2346789]{5}|[BCDFGHJKMNPQRTVWXY2346789]{5}$/;

/** The digits of a confirmation id are 48, those of an installation id 54 or 63. */
const idLengths = [48, 54, 63];
/** So many in groups of the usual sizes are an id of which some are missing. */
const leastDigits = 45;
const groupSizes = [6, 7, 9];
/** Digits that stand together so long are no number of anything else. */
const solid = 24;
/** The sizes of parcel numbers, in groups or not. */
const parcelSizes = [4, 12];

/** Tells whether pieces that were found to be parts of product keys, by stretches that stand together, hold all of one: five groups in all, or 25 characters in a stretch however they are grouped. As written, without width and the like. */
export function isWholeKey(stretches: readonly (readonly string[])[]): boolean {
  const groups = stretches.flat().flatMap((text) => text.toUpperCase().match(group) ?? []);
  const clean = groups.filter((text) => foreignIn(text) === 0);
  if (clean.length >= 5 || (groups.length === 5 && foreignIn(groups.join('')) <= mistyped)) return true;
  return stretches.some((stretch) => {
    const long = stretch.filter((text) => text.length > 2);
    return [stretch, long].some((parts) => isSolid(parts.join('')));
  });
}

/** Tells whether characters that stand together are a key. What goes up and down is rather a part of an address. */
function isSolid(written: string): boolean {
  if (turnsIn(written) > most) return false;
  const text = written.toUpperCase();
  if (text.length === keyLength && foreignIn(text) <= mistyped) return true;
  return (text.match(runs) ?? []).some(({ length }) => length % keyLength <= glued);
}

/** Tells whether pieces that were found to be parts of an installation or a confirmation id are all of one. */
export function isWholeId(all: readonly string[]): boolean {
  const long = all.filter((text) => text.length > 2);
  const numbers = (long.length > 0 ? long : all).map((text) => text.toUpperCase().replace(/[^\dOILSBZ]/g, ''));
  const sizes = numbers.map(({ length }) => length).filter((length) => length > 0);
  const digits = sizes.reduce((sum, size) => sum + size, 0);
  const usual = sizes.filter((size) => groupSizes.includes(size) || size >= solid || long.length === 0).length;
  const exact = idLengths.includes(digits) && !sizes.every((size) => parcelSizes.includes(size));
  return exact || (digits >= leastDigits && usual * 2 >= sizes.length);
}
