import { digitsIn, foreignIn, kindsIn, lettersIn, turnsIn } from './characters.ts';
import { markGroups } from './groups.ts';
import type { Piece } from './pieces.ts';
import { markSpread } from './spread.ts';

const long = /[BCDFGHJKMNPQRTVWXY2346789]{10,}/g;
const hexadecimal = /^[\dA-F]+$/;

/** Marks the pieces that are parts of product keys. `named`: a key is spoken of shortly before, so that less is needed; `ends`: the ends of keys are, so that more is. */
export function markKeys(
  pieces: readonly Piece[],
  { named, ends }: { readonly named: (at: number) => boolean; readonly ends: boolean },
  mark: (piece: number) => void,
): void {
  for (const [n, piece] of pieces.entries()) if (isLongKey(piece, named(piece.start))) mark(n);
  markGroups(pieces, ends, mark);
  markSpread(pieces, named, mark);
}

/** Tells whether a piece alone is a key, or half of one. */
function isLongKey({ text, written }: Piece, named: boolean): boolean {
  if (text.length < 10 || kindsIn(text) < 5 || (hexadecimal.test(text) && foreignIn(text) > 0)) return false;
  const runs = text.match(long) ?? [];
  const most = runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  // No word of any language is so long without a vowel.
  if (most.length >= 20 && kindsIn(most) > 5) return true;
  const mixed = digitsIn(most) > 0 && lettersIn(most) > 0;
  const turns = turnsIn(written);
  if (mixed && most.length >= (turns > 2 ? 16 : named ? 10 : 12)) return true;
  const some = digitsIn(text) >= 2 && lettersIn(text) >= 2 && turns <= 8;
  const wrong = foreignIn(text) / text.length;
  return some && text.length >= 23 && text.length <= 60 && wrong <= (turns > 0 ? 1 / 4 : 1 / 6);
}
