import { writtenLanguages } from '../languages.ts';
import { compounds, spelled, wordAt } from './redact/spelling.ts';

/** A character of a code as it was said or typed. */
export interface Character {
  readonly character: string;
  /** Where it stands in the flat text. */
  readonly start: number;
  readonly end: number;
  /** It was said by a word. */
  readonly said: boolean;
  /** Its word may as well be one of the sentence: に (2), a. */
  readonly doubtful: boolean;
}

/** The most words and marks between two characters of one code. */
const between = 6;
const token = new RegExp(`${compounds}(?![a-z])|[a-z]+|\\d|[\\p{L}\\p{N}]|\\s+|.`, 'isuy');
const word = /[\p{L}\p{N}]/u;
/** Marks that end a sentence. */
const end = /[。.!?;]/;
const hiragana = /\p{Script=Hiragana}/u;
const codeWords = writtenLanguages.map(({ codes }) => codes);
const twice = new Set(codeWords.flatMap((words) => words.twice));
const doubtful = new Set(codeWords.flatMap((words) => words.doubtful));

/** Returns the stretches of a flat text that are nothing but characters, said or typed, and what may stand between them. `written`: what stands in the original at a place of the flat text. */
export function chainsOf(flat: string, written: (index: number) => string): readonly (readonly Character[])[] {
  const chains: Character[][] = [];
  let chain: Character[] = [];
  let gaps = 0;
  let times = 1;
  const close = () => {
    if (chain.length >= 4) chains.push(chain);
    chain = [];
    gaps = 0;
    times = 1;
  };
  const add = (character: string, start: number, end: number, said: boolean) => {
    const one = { character, start, end, said, doubtful: isDoubtful(start, end) };
    for (let n = 0; n < times; n += 1) chain.push(one);
    gaps = 0;
    times = 1;
  };
  const skip = () => {
    gaps += 1;
    if (gaps > between) close();
  };
  for (let at = 0; at < flat.length; ) {
    token.lastIndex = at;
    const piece = token.exec(flat)?.[0] ?? flat.charAt(at);
    const latin = /^[A-Za-z]/.test(piece);
    const said = latin ? piece.toLowerCase() : wordAt(flat, at) || piece;
    const to = at + said.length;
    const character = spelled.get(said);
    if (twice.has(said)) times = 2;
    else if (/^[a-z\d]$/.test(said)) add(said.toUpperCase(), at, to, false);
    else if (/^x[a-f]$/.test(said)) {
      add('X', at, at + 1, false);
      add(said.charAt(1).toUpperCase(), at + 1, to, false);
    } else if (character !== undefined && character !== '' && isMeant(at, to)) add(character, at, to, true);
    else if (character !== undefined || said === 'ー' || !(word.test(said) || end.test(said))) skip();
    else close();
    at = to;
  }
  close();
  return chains;

  function isDoubtful(start: number, end: number): boolean {
    return end - start === 1 && doubtful.has(written(start).toLowerCase());
  }

  /** A doubtful kana spells a character only where the word before it is written like it, or where it stands alone. */
  function isMeant(start: number, end: number): boolean {
    if (!isDoubtful(start, end)) return true;
    if (chain.at(-1)?.end === start) return hiragana.test(written(start - 1));
    return /^\s*$/.test(flat.charAt(start - 1)) && /^\s*$/.test(flat.charAt(end));
  }
}
