import type { UrgencyWords } from '../../../locales/language.ts';
import { writtenLanguages } from '../languages.ts';
import { fold, foldWord } from './fold.ts';
import { isInWord } from './phrases.ts';

/** How urgent a message says that its case is. */
interface UrgencySaid {
  /** The words that say so, of a closed set, and numbers of one or two digits: 「至急、15時の会議まで」. */
  readonly kept: string;
  /** True if the message says nothing besides. */
  readonly alone: boolean;
}

/** A word of a phrase: folded, and as the data spell it; `null`: a number. */
type Word = { readonly folded: string; readonly spelled: string } | null;
/** The ways to say a part of a phrase, by the character that they begin with, so that most places of a text cost nothing. */
interface Part {
  readonly ways: ReadonlyMap<string, readonly (readonly Word[])[]>;
  readonly isOptional: boolean;
}
/** A phrase, ready to be read: see `UrgencyWords`. */
interface Said {
  readonly parts: readonly Part[];
  readonly followed: readonly string[];
}
/** A place that a phrase has reached, and what is kept of it until there. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kept: string;
}

/** The number of pieces that are kept of a message. */
const most = 2;
/** Characters (UTF-16) of what is kept. */
const longest = 60;

/** Returns true for what ends a clause; empty: the end of the text. */
const isEnd = (character: string): boolean => character === '' || '。、，,.!?;:\n'.includes(character);
/** What is quoted is what somebody else says, or a screen. */
const quoted = /[「『][^「」『』]*[」』]|"[^"\n]*"/g;
/** The ends of sentences, and of clauses. */
const sentences = /[。!?\n]+|\. /;
const clauses = /[。、，,.!?;:\n]+/;

/** Returns a reader of folded texts by the words of one language. */
function readerOf({ join, classes, said, unless, not, past, beside }: UrgencyWords) {
  const folded = (words: readonly string[]) => words.map((word) => (word.trim() === word ? fold(word) : word));
  /** Folded alone and within a text a word may come to two forms. */
  const wordsOf = (spelled: string): readonly Word[] =>
    [...new Set([fold(spelled), foldWord(spelled)])].map((folded) => ({ folded, spelled }));
  /** Returns the ways to say an alternative of a part: 「{{day}}の」 is a word of a class, then another. */
  const waysOf = (given: string): readonly (readonly Word[])[] => {
    const [, before = '', name = '', after = ''] = /^(.*?)\{\{(\w+)\}\}(.*)$/.exec(given) ?? [];
    if (name === '') return given === '' ? [] : wordsOf(given).map((one) => [one]);
    const inner: readonly Word[] = name === 'number' ? [null] : (classes[name] ?? []).flatMap(wordsOf);
    const around = (text: string): readonly Word[] => (text === '' ? [] : wordsOf(text).slice(0, 1));
    return inner.map((one) => [...around(before), one, ...around(after)]);
  };
  const partOf = (part: readonly string[]): Part => ({
    ways: groupedBy(part.flatMap(waysOf), ([first]) => firstsOf(first)),
    isOptional: part.includes(''),
  });
  const phrases = said.map(
    ({ parts, followed }): Said => ({
      parts: parts.map(partOf),
      followed: followed.map((one) => (one === '。' ? one : fold(one))),
    }),
  );
  const byFirst = groupedBy(phrases, ({ parts }) => {
    const needed = parts.findIndex(({ isOptional }) => !isOptional);
    return new Set(parts.slice(0, needed + 1).flatMap(({ ways }) => [...ways.keys()]));
  });
  const words = {
    unless: folded(unless),
    not: folded(not),
    past: folded(past),
    beside: [...new Set(folded(beside))].toSorted((one, other) => other.length - one.length),
  };

  /** Returns the longest piece that begins at a place of a sentence. */
  function pieceAt(sentence: string, start: number): Piece | undefined {
    const found = (byFirst.get(sentence.charAt(start)) ?? []).flatMap((phrase) => walk(phrase, sentence, start));
    const standing = found.filter(({ end }) => !words.not.some((one) => sentence.startsWith(one, end)));
    return standing.toSorted((one, other) => other.end - one.end)[0];
  }

  /** Returns the pieces of a sentence, from left to right. */
  function piecesIn(sentence: string): readonly Piece[] {
    const pieces: Piece[] = [];
    for (let at = 0; at < sentence.length; at += 1) {
      if (isInWord(sentence, at) || (isDigit(sentence.charAt(at)) && isDigit(sentence.charAt(at - 1)))) continue;
      const piece = pieceAt(sentence, at);
      if (piece === undefined || words.unless.some((one) => sentence.endsWith(one, at))) continue;
      pieces.push(piece);
      at = piece.end - 1;
    }
    const last = pieces.at(-1);
    return last !== undefined && words.past.some((one) => sentence.includes(one, last.end)) ? [] : pieces;
  }

  /** Returns true if a text consists of words that say nothing besides. */
  function isBeside(text: string): boolean {
    for (let at = 0; at < text.length; ) {
      const next = words.beside.find((one) => text.startsWith(one, at) && !isInWord(text, at + one.length));
      if (next === undefined && text.charAt(at) !== ' ') return false;
      at += next?.length ?? 1;
    }
    return true;
  }

  return (text: string): UrgencySaid | undefined => {
    const read = text
      .replace(quoted, '「」')
      .split(sentences)
      .map((sentence) => ({ sentence, pieces: piecesIn(sentence) }));
    const kept = [...new Set(read.flatMap(({ pieces }) => pieces.map((piece) => piece.kept)))].slice(0, most);
    if (kept.length === 0) return undefined;
    const rest = read.map(({ sentence, pieces }) => without(sentence, pieces));
    return {
      kept: kept.join(join).slice(0, longest),
      alone: rest.every((one) => one.split(clauses).every((clause) => isBeside(clause.trim()))),
    };
  };
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** Returns the characters with which a word may begin. */
const firstsOf = (word: Word | undefined): Iterable<string> =>
  word === null ? '0123456789' : (word?.folded.charAt(0) ?? '');

/** Returns a map from each key to what has it. */
function groupedBy<T>(all: readonly T[], keysOf: (one: T) => Iterable<string>): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  return groups;
}

/** Returns what a phrase finds from a place on: all ways through it are walked at once, so that it takes no longer than the phrase has words. */
function walk({ parts, followed }: Said, text: string, start: number): readonly Piece[] {
  let reached: ReadonlyMap<number, Piece> = new Map([[start, { start, end: start, kept: '' }]]);
  for (const { ways, isOptional } of parts) {
    const longer: Piece[] = [];
    for (const piece of reached.values())
      for (const way of ways.get(text.charAt(onward(piece, text))) ?? []) {
        const next = way.reduce<Piece | undefined>((before, word) => before && after(before, word, text), piece);
        if (next !== undefined) longer.push(next);
      }
    if (longer.length === 0 && !isOptional) return [];
    if (longer.length > 0)
      reached = new Map([
        ...(isOptional ? reached : []),
        ...longer.toReversed().map((piece) => [piece.end, piece] as const),
      ]);
  }
  return [...reached.values()].filter(({ end }) => end > start && isFollowed(followed, text, end));
}

/** Returns true if one of these words follows, over one blank. */
const isFollowed = (followed: readonly string[], text: string, end: number): boolean => {
  const at = text.charAt(end) === ' ' ? end + 1 : end;
  return followed.some((one) => (one === '。' ? isEnd(text.charAt(end)) : text.startsWith(one, one === '' ? end : at)));
};

/** Returns the place at which a piece may go on: over one blank. */
const onward = ({ start, end }: Piece, text: string): number =>
  end > start && text.charAt(end) === ' ' ? end + 1 : end;

/** Returns a piece that goes on by a word; undefined if that does not stand there. */
function after(piece: Piece, word: Word, text: string): Piece | undefined {
  const { start, end, kept } = piece;
  const from = onward(piece, text);
  const found = word === null ? numberAt(text, from) : text.startsWith(word.folded, from) ? word.folded : '';
  const stop = from + found.length;
  if (found === '' || isInWord(text, stop) || isInWord(text, from)) return undefined;
  return { start, end: stop, kept: `${kept}${' '.repeat(from - end)}${word?.spelled ?? found}` };
}

/** Returns the number of one or two digits that stands at a place; empty if none does, or more digits. */
const numberAt = (text: string, at: number): string => /^\d{1,2}(?!\d)/.exec(text.slice(at, at + 3))?.[0] ?? '';

/** Returns a sentence without its pieces. */
const without = (sentence: string, pieces: readonly Piece[]): string =>
  [...pieces, { start: sentence.length, end: sentence.length }]
    .map(({ start }, n) => sentence.slice(pieces[n - 1]?.end ?? 0, start))
    .join(' ');

const readers = writtenLanguages.map(({ urgency }) => readerOf(urgency));

/** Returns how urgent a message says that its case is; undefined if it does not say. */
export function urgencyIn(text: string): UrgencySaid | undefined {
  const folded = fold(text);
  for (const read of readers) {
    const said = read(folded);
    if (said !== undefined) return said;
  }
  return undefined;
}
