import type { Piece } from './pieces.ts';

/** Digits that stand together, in a piece. */
interface Digits {
  readonly text: string;
  /** Which of all digits these are. */
  readonly n: number;
  /** The piece. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Nothing but marks and a label stands before them, back to the digits before. */
  readonly tight: boolean;
  /** The letter right before them, as the groups of a confirmation id have it. */
  readonly label: string;
  readonly dash: boolean;
}

/** Groups of an id in a sentence stand so close, in characters. */
const near = 40;
const groupSizes = [6, 7, 9];

/** Marks the pieces that are parts of installation ids (54 or 63 digits) and confirmation ids (48). `named`: one is spoken of shortly before, so that less is needed. */
export function markIds(
  pieces: readonly Piece[],
  named: (at: number) => boolean,
  mark: (piece: number, kind: 'installation-id' | 'confirmation-id') => void,
): void {
  const digits = digitsIn(pieces);
  const isNamed = ([first]: readonly Digits[]) => first !== undefined && named(first.start);
  const taken = new Set<number>();
  const take = (group: readonly Digits[]) => {
    for (const { n } of group) taken.add(n);
  };
  for (const one of digits) if (one.text.length >= 24 || (one.text.length >= 12 && isNamed([one]))) take([one]);
  for (const chain of chainsOf(digits)) if (isLong(chain, isNamed(chain))) take(chain);
  for (const group of groupsOf(digits)) if (isId(group, isNamed(group))) take(withRests(group, digits));
  for (const id of nearOnes(digits.filter(({ n }) => taken.has(n)))) {
    const kind = isConfirmation(id) ? 'confirmation-id' : 'installation-id';
    const own = new Set(id.map(({ at }) => at));
    const [from, to] = [id[0]?.at ?? 0, id.at(-1)?.at ?? -1];
    // The letters and numbers of the groups go with them.
    for (let at = from; at <= to; at += 1) if (own.has(at) || (pieces[at]?.text.length ?? 0) <= 2) mark(at, kind);
  }
}

/** Splits digits where they are too far from one another to be one id. */
function nearOnes(digits: readonly Digits[]): readonly (readonly Digits[])[] {
  const ids: Digits[][] = [];
  for (const one of digits) {
    const last = ids.at(-1);
    if (one.start - (last?.at(-1)?.end ?? Number.NEGATIVE_INFINITY) <= near) last?.push(one);
    else ids.push([one]);
  }
  return ids;
}

/** The digits of all pieces; letters that stand for digits among digits are read as those. */
function digitsIn(pieces: readonly Piece[]): readonly Digits[] {
  const found: Digits[] = [];
  let gap = { letters: 0, marks: 0, dash: false, label: '' };
  for (const [at, piece] of pieces.entries()) {
    gap.letters += piece.gap.letters;
    gap.marks += piece.gap.marks;
    gap.dash ||= piece.gap.dash;
    if (isHash(piece.text)) {
      gap.letters += piece.text.length;
      continue;
    }
    let { start } = piece;
    for (const text of readable(piece.text).match(/\d+|\D+/g) ?? []) {
      const from = start;
      start += text.length;
      if (!/\d/.test(text)) {
        if (/^[A-I]$/.test(text)) gap.label = text;
        else gap.letters += text.length;
        continue;
      }
      const { letters, marks, dash, label } = gap;
      found.push({
        text,
        n: found.length,
        at,
        start: from,
        end: piece.end,
        tight: letters === 0 && marks <= 8,
        label,
        dash,
      });
      gap = { letters: 0, marks: 0, dash: false, label: '' };
    }
  }
  return found;
}

/** Hexadecimal: more letters than labels would be. */
const isHash = (text: string): boolean =>
  text.length > 12 && /^[\dA-F]+$/.test(text) && text.replace(/\d/g, '').length > text.length / 5;

/** O for 0 and the like undone, in what is nearly all digits. */
function readable(text: string): string {
  if (text.length < 5 || !/^[\dOILSBZ]+$/.test(text) || /^B\d{6,}$/.test(text)) return text;
  const letters = text.replace(/\d/g, '').length;
  const most = /[SBZ]/.test(text) ? text.length / 3 : text.length / 2;
  return letters > most ? text : text.replace(/[OILSBZ]/g, (letter) => '011582'['OILSBZ'.indexOf(letter)] ?? letter);
}

/** Digits one right after another, of any size. */
function chainsOf(digits: readonly Digits[]): readonly (readonly Digits[])[] {
  const chains: Digits[][] = [];
  for (const one of digits) {
    const last = chains.at(-1);
    if (last !== undefined && one.tight) last.push(one);
    else chains.push([one]);
  }
  return chains;
}

/** Groups of one size that an id has, near one another; a number or a word may stand between them. */
function groupsOf(digits: readonly Digits[]): readonly (readonly Digits[])[] {
  const groups: Digits[][] = [];
  let tight = true;
  for (const one of digits) {
    tight &&= one.tight;
    if (!groupSizes.includes(one.text.length)) {
      tight &&= one.text.length <= 2;
      continue;
    }
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (before?.text.length === one.text.length && one.start - before.end <= near) last?.push({ ...one, tight });
    else groups.push([one]);
    tight = true;
  }
  return groups;
}

const total = (chain: readonly Digits[]): number => chain.reduce((sum, { text }) => sum + text.length, 0);
/** A table of sizes or the like, in order. */
const isRising = (chain: readonly Digits[]): boolean =>
  chain.length >= 6 && chain.every(({ text }, n) => n === 0 || Number(text) > Number(chain[n - 1]?.text));
/** Dates, error codes in decimal or without 0x, telephone numbers. */
const everyday = /^(?:(?:19|20)\d\d[01]\d[0-3]\d(?:\d{4,9})?|80\d{6}|0\d{9,10}|(?:19|20)\d\d)$/;

/** Tells whether these are numbers of one list, such as tickets or updates: most begin as the one before. */
function isList(list: readonly Digits[]): boolean {
  const alike = list.filter(({ text }, n) => {
    const before = list[n - 1]?.text ?? text;
    return text !== before && text.slice(0, 2) === before.slice(0, 2) && !text.startsWith('00');
  });
  return list.length > 1 && alike.length * 2 >= list.length - 1;
}

/** Tells whether digits of any size are as many as an id has. */
function isLong(chain: readonly Digits[], named: boolean): boolean {
  const own = chain.filter(({ text }) => !everyday.test(text));
  const distinct = new Map(own.map((one) => [one.text, one] as const));
  // A table repeats itself.
  const count = total(distinct.size * 2 > own.length ? own : [...distinct.values()]);
  if (isRising(chain)) return false;
  if (chain.every(({ text }) => text.length === 1)) return total(chain) >= 20;
  const alike = own.every(({ text }) => text.length >= 6) && isList(own);
  return !alike && (count >= 40 || (named && count >= 18));
}

/** Tells whether groups of one size are an id, or a part of it. */
function isId(groups: readonly Digits[], named: boolean): boolean {
  const count = groups.length;
  const joined = groups.slice(1).every(({ tight }) => tight);
  const dashed = joined && groups.slice(1).every(({ dash }) => dash);
  const labelled = groups.every(({ label }, n) => n === 0 || label === next(groups[n - 1]?.label)) && count > 1;
  const alike = isList(groups);
  if (labelled) return count >= 3 || named;
  if (alike && !(named && joined)) return false;
  return count >= 6 || (count >= 4 && (joined || named)) || (count >= 3 && dashed) || (count >= 2 && joined && named);
}

const next = (label: string | undefined): string =>
  label === undefined || label === '' ? ' ' : String.fromCharCode(label.charCodeAt(0) + 1);

/** The groups, and what is left of a torn one on either side. */
function withRests(group: readonly Digits[], digits: readonly Digits[]): readonly Digits[] {
  const [from, to] = [group[0], group.at(-1)];
  const before = from?.tight && from.dash ? digits.slice(Math.max(from.n - 1, 0), from.n) : [];
  const behind = to === undefined ? [] : digits.slice(to.n + 1, to.n + 2).filter(({ tight, dash }) => tight && dash);
  return [...before, ...group, ...behind];
}

/** A confirmation id has eight groups of six; groups may have been mistyped, and their numbers count along. */
function isConfirmation(id: readonly Digits[]): boolean {
  const sizes = id.map(({ text }) => text.length).filter((size) => size > 2);
  const sixes = sizes.filter((size) => size === 6).length;
  return total(id) === 48 || (sizes.length <= 8 && sixes * 2 > sizes.length);
}
