import { digitsIn, foreignIn, isFigure, isTight, isWord, kindsIn, lettersIn } from './characters.ts';
import type { Piece } from './pieces.ts';

const five = /[BCDFGHJKMNPQRTVWXY2346789]{5}/;
/** A number or a letter that counts groups. */
const isCounter = ({ text }: Piece): boolean => /^(?:\d{1,2}|[A-I]|[IVX]{1,3})?$/.test(text);
/** Groups in a sentence stand so close, in characters. */
const near = 60;

/** A piece that is a group of five, maybe with its number or a word before it or behind it. */
interface Group {
  readonly at: number;
  /** The five characters. */
  readonly text: string;
  readonly glued: boolean;
  /** Its number, where one is glued to it: 1 and A are 1. */
  readonly number: number;
  /** Nothing but marks and numbers stands before it, back to the group before. */
  readonly tight: boolean;
  /** The same, and no number either. */
  readonly next: boolean;
}

/** Marks groups of five that stand together: two right behind one another, or more of them in a sentence. `ends`: the ends of keys are spoken of, so that more is needed. */
export function markGroups(pieces: readonly Piece[], ends: boolean, mark: (piece: number) => void): void {
  let run: Group[] = [];
  let sentence: Group[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const closeRun = () => {
    if (isKeyInGroups(run, pieces, ends)) markRun(run, pieces, mark);
    run = [];
  };
  const closeSentence = () => {
    closeRun();
    const sure = sentence.filter(({ text, glued }) => !glued && foreignIn(text) === 0);
    const mixed = sure.filter(({ text }) => lettersIn(text) > 0);
    const all = sure.map(({ text }) => text).join('');
    const names = new Set(sure.map(({ at }) => nameBefore(at, pieces)));
    const hosts = names.size === 1 && !names.has('');
    if (sure.length >= (ends ? 4 : 3) && !hosts && mixed.length >= 2 && digitsIn(all) > 0 && kindsIn(all) > 6)
      for (const { at } of sentence) mark(at);
    sentence = [];
  };
  let tight = true;
  let next = true;
  for (const [at, piece] of pieces.entries()) {
    tight &&= isTight(piece);
    next &&= tight && piece.gap.marks <= 4;
    const group = groupIn(piece);
    if (group === undefined) {
      tight &&= isCounter(piece);
      next = false;
      continue;
    }
    if (piece.start - end > near) closeSentence();
    else if (!tight) closeRun();
    run.push({ ...group, at, tight, next });
    sentence.push({ ...group, at, tight, next });
    end = piece.end;
    tight = true;
    next = true;
  }
  closeSentence();
}

/** The name that a dash joins to a piece, as hosts of one place have it; empty: none. */
function nameBefore(at: number, pieces: readonly Piece[]): string {
  const gap = pieces[at]?.gap;
  const name = pieces[at - 1]?.text ?? '';
  return gap?.dash && gap.letters === 0 && gap.marks === 1 && /^[A-Z]{2,}$/.test(name) ? name : '';
}

function groupIn(piece: Piece): Pick<Group, 'text' | 'glued' | 'number'> | undefined {
  const { text } = piece;
  if (text.length === 5) return foreignIn(text) <= 2 && !isWord(piece) ? { text, glued: false, number: 0 } : undefined;
  if (text.length < 5 || text.length > 60) return undefined;
  const ends = [text.slice(-5), text.slice(0, 5)].find((part) => five.test(part) && kindsIn(part) > 1);
  if (ends === undefined) return undefined;
  const first = text.charCodeAt(0);
  const number = text.length > 6 || ends !== text.slice(-5) ? 0 : first >= 65 ? first - 64 : first - 48;
  return { text: ends, glued: true, number };
}

function isKeyInGroups(run: readonly Group[], pieces: readonly Piece[], ends: boolean): boolean {
  const own = run.filter(({ glued }) => !glued);
  const all = own.map(({ text }) => text).join('');
  const numbered = run.filter(({ number }, n) => number > 0 && (n === 0 || number === (run[n - 1]?.number ?? 0) + 1));
  if (numbered.length >= 3) return true;
  if (run.every(({ text }) => isFigure(text))) return false;
  if (run.some((group, n) => isPair(run[n - 1], group) && (!ends || pieces[group.at]?.gap.dash === true))) return true;
  const dashed = own.slice(1).every(({ at }) => pieces[at]?.gap.dash === true);
  const capitals = own.every(({ at, text }) => pieces[at]?.written === text);
  const plain = digitsIn(all) > 0 ? lettersIn(all) > 0 : dashed && capitals;
  const share = 1 - foreignIn(all) / all.length;
  return plain && kindsIn(all) > 6 && share >= (own.length >= 5 ? 0.65 : own.length >= 3 ? 0.85 : 2);
}

/** Tells whether two groups one right after the other can be nothing else than parts of a key. */
function isPair(one: Group | undefined, other: Group): boolean {
  if (one === undefined || (one.glued && other.glued) || ((one.glued || other.glued) && !other.next)) return false;
  const both = one.text + other.text;
  return foreignIn(both) === 0 && lettersIn(both) > 0 && kindsIn(both) > 4;
}

/** Marks a run of groups, and what is left of a torn group on either side. */
function markRun(run: readonly Group[], pieces: readonly Piece[], mark: (piece: number) => void): void {
  for (const { at } of run) mark(at);
  const [first, last] = [run[0]?.at ?? 0, run.at(-1)?.at ?? 0];
  const isRest = (rest: Piece | undefined, { gap }: Piece): boolean =>
    rest !== undefined && gap.dash && gap.letters === 0 && gap.marks <= 2 && rest.text.length <= 4;
  const [before, from, behind] = [pieces[first - 1], pieces[first], pieces[last + 1]];
  if (from !== undefined && isRest(before, from) && foreignIn(before?.text ?? '') === 0) mark(first - 1);
  if (behind !== undefined && isRest(behind, behind) && foreignIn(behind.text) === 0) mark(last + 1);
}
