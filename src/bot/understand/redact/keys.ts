import type { Piece } from './pieces.ts';

/** The characters that product keys are made of; no word has five of them in a row without a vowel. */
const foreign = /[^BCDFGHJKMNPQRTVWXY2346789]/g;
const five = /[BCDFGHJKMNPQRTVWXY2346789]{5}/;
const long = /[BCDFGHJKMNPQRTVWXY2346789]{10,}/g;
/** Numbers with a letter that stand in any talk about PCs: 24H2, 512GB. */
const figure = /^\d\dH\d$|^\d+(?:[KMGT]B|[MG]HZ|[KMG]BPS|BIT|W|V|MM|CM)$/;
const hexadecimal = /^[\dA-F]+$/;

const foreignIn = (text: string): number => text.match(foreign)?.length ?? 0;
const kindsIn = (text: string): number => new Set(text).size;
const digitsIn = (text: string): number => text.match(/\d/g)?.length ?? 0;
const lettersIn = (text: string): number => text.match(/[A-Z]/g)?.length ?? 0;
const isWord = ({ written }: Piece): boolean => /^[A-Za-z]?[a-z]+$/.test(written) && /[aeiou]/i.test(written);

/** Nothing but marks, spaces and words that name a place stands between a piece and the one before it. */
const isTight = ({ gap }: Piece): boolean => gap.letters === 0 && gap.marks <= 8;
/** So short a piece counts groups, or is a rest. */
const isShort = ({ text }: Piece): boolean => text.length <= 2;
/** Groups in a sentence stand so close, in characters. */
const near = 60;

/** Marks the pieces that are parts of product keys. `named`: a key is spoken of shortly before, so that less is needed; `ends`: the ends of keys are, so that more is. */
export function markKeys(
  pieces: readonly Piece[],
  { named, ends }: { readonly named: (at: number) => boolean; readonly ends: boolean },
  mark: (piece: number) => void,
): void {
  for (const [n, piece] of pieces.entries()) if (isLongKey(piece, named(piece.start))) mark(n);
  markGroups(pieces, ends ? 4 : 3, mark);
  markSpread(pieces, named, mark);
}

/** Whether a piece alone is a key, or half of one. */
function isLongKey({ text, written }: Piece, named: boolean): boolean {
  if (text.length < 10 || kindsIn(text) < 5 || (hexadecimal.test(text) && foreignIn(text) > 0)) return false;
  const runs = text.match(long) ?? [];
  const most = runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  const mixed = digitsIn(most) > 0 && lettersIn(most) > 0;
  // Names of videos and the like go up and down.
  const turns = written.match(/[a-z](?=\d*[A-Z])|[A-Z](?=\d*[a-z])/g)?.length ?? 0;
  if (mixed && most.length >= (turns > 2 ? 16 : named ? 10 : 12)) return true;
  const some = digitsIn(text) >= 2 && lettersIn(text) >= 2 && turns <= 8;
  return some && text.length >= 23 && text.length <= 60 && foreignIn(text) <= text.length / 4;
}

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

/** Marks groups of five that stand together: some right behind one another, or `enough` of them in a sentence. */
function markGroups(pieces: readonly Piece[], enough: number, mark: (piece: number) => void): void {
  let run: Group[] = [];
  let sentence: Group[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const closeRun = () => {
    if (isKeyInGroups(run, pieces)) markRun(run, pieces, mark);
    run = [];
  };
  const closeSentence = () => {
    closeRun();
    const sure = sentence.filter(({ text, glued }) => !glued && foreignIn(text) === 0);
    const mixed = sure.filter(({ text }) => lettersIn(text) > 0);
    const all = sure.map(({ text }) => text).join('');
    if (sure.length >= enough && mixed.length >= 2 && digitsIn(all) > 0 && kindsIn(all) > 6)
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
      tight &&= isShort(piece);
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

function isKeyInGroups(run: readonly Group[], pieces: readonly Piece[]): boolean {
  const own = run.filter(({ glued }) => !glued);
  const all = own.map(({ text }) => text).join('');
  const numbered = run.filter(({ number }, n) => number > 0 && (n === 0 || number === (run[n - 1]?.number ?? 0) + 1));
  if (numbered.length >= 3) return true;
  if (run.every(({ text }) => figure.test(text))) return false;
  if (run.some((group, n) => isPair(run[n - 1], group))) return true;
  const dashed = own.slice(1).every(({ at }) => pieces[at]?.gap.dash === true);
  const capitals = own.every(({ at, text }) => pieces[at]?.written === text);
  const plain = digitsIn(all) > 0 ? lettersIn(all) > 0 : dashed && capitals;
  const share = 1 - foreignIn(all) / all.length;
  return plain && kindsIn(all) > 6 && share >= (own.length >= 5 ? 0.65 : own.length >= 3 ? 0.85 : 2);
}

/** Whether two groups one right after the other can be nothing else than parts of a key. */
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

/** Marks a key in groups of any other size, down to single letters: so many of its characters one after another. */
function markSpread(pieces: readonly Piece[], named: (at: number) => boolean, mark: (piece: number) => void): void {
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

function isSpread(own: readonly string[], enough: number): boolean {
  const all = own.join('');
  const share = 1 - foreignIn(all) / all.length;
  if (kindsIn(all) < 7 || digitsIn(all) < 2 || lettersIn(all) < 3) return false;
  if (own.every((text) => text.length === 1)) return all.length >= 15 && share >= 0.7;
  // Asset tags repeat a part. Serial numbers are all of one length, as the groups of a key cannot be from six on.
  const once = own.filter((text, n) => text.length === 1 || own.indexOf(text) === n).join('');
  const [first = '', ...more] = own.filter((text) => text.length > 2);
  const serials = first.length >= 7 && more.every((text) => text.length === first.length);
  const whole = first.length === 7 || more.length + 1 === own.length;
  return once.length >= enough && share >= 0.85 && !(serials && whole);
}

function isPart(piece: Piece): boolean {
  const { text } = piece;
  if (figure.test(text)) return false;
  const wrong = foreignIn(text);
  if (wrong === 0 || text.length === 1) return true;
  return text.length <= 9 && wrong <= text.length / 4 && !isWord(piece) && digitsIn(text) > 0;
}
