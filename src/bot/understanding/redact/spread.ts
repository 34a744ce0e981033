import { digitsIn, foreignIn, isFigure, isTight, isWord, kindsIn, lettersIn } from './characters.ts';
import type { Piece } from './pieces.ts';

/** Marks a key in groups of any other size, down to single letters: enough of its characters one after another. `named`: a key is spoken of shortly before a place. */
export function markSpread(
  pieces: readonly Piece[],
  named: (at: number) => boolean,
  mark: (piece: number) => void,
): void {
  let chain: number[] = [];
  const close = () => {
    const own = chain.map((at) => pieces[at]?.text ?? '');
    const enough = named(pieces[chain[0] ?? 0]?.start ?? 0) ? 15 : 20;
    if (isSpread(own, enough))
      for (const at of own.some((text) => text.length > 3) ? trimmed(chain, pieces) : chain) mark(at);
    chain = [];
  };
  for (const [at, piece] of pieces.entries()) {
    if (!isTight(piece)) close();
    if (isPart(piece)) chain.push(at);
    else close();
  }
  close();
}

/** Leaves out what stands apart at either end: a number or a name of what is told. */
function trimmed(chain: readonly number[], pieces: readonly Piece[]): readonly number[] {
  const isApart = (at: number | undefined, gap: number | undefined): boolean =>
    (pieces[at ?? -1]?.text.length ?? 0) <= 2 && (pieces[gap ?? -1]?.gap.marks ?? 0) > 0;
  let [from, to] = [0, chain.length];
  while (from < 2 && isApart(chain[from], chain[from + 1])) from += 1;
  while (to > chain.length - 2 && isApart(chain[to - 1], chain[to - 1])) to -= 1;
  return chain.slice(from, to);
}

/** Tells whether these pieces are a key. */
function isSpread(chain: readonly string[], enough: number): boolean {
  const own = chain.filter((text) => !isFigure(text));
  const all = own.join('');
  const share = 1 - foreignIn(all) / all.length;
  if (kindsIn(all) < 7 || digitsIn(all) < (all.length < 23 ? 2 : 1) || lettersIn(all) < 3) return false;
  if (own.every((text) => text.length === 1)) return all.length >= 15 && share >= 0.7;
  // Asset tags repeat a part. Serial numbers are all of one length, as the groups of a key cannot be from six on.
  const single = own.filter((text) => text.length === 1);
  const once = single.length + [...new Set(own.filter((text) => text.length > 1))].join('').length;
  const [first = '', ...more] = own.filter((text) => text.length > 2);
  const serials = first.length >= 7 && more.every((text) => text.length === first.length);
  const whole = first.length === 7 || own.at(-1)?.length === first.length;
  return once >= enough && share >= 0.85 && !(serials && whole);
}

/** Tells whether a piece can be a part of a key, maybe mistyped. */
function isPart(piece: Piece): boolean {
  const { text } = piece;
  const wrong = foreignIn(text);
  if (wrong === 0 || text.length === 1) return true;
  return text.length <= 9 && wrong <= text.length / 4 && !isWord(piece) && digitsIn(text) > 0;
}
