import type { Writing } from '../../../locales/language.ts';
import { baseOf, writtenLanguages } from '../languages.ts';
import { widthOf } from '../lib/width.ts';
import type { Language } from '../types.ts';
import { normalize } from './fold.ts';
import { leavesRegister, registerNeeded } from './register-needed.ts';
import { languageTyped } from './typed.ts';

/** Marks of quotation in pairs; an opening one without its end quotes nothing. */
const quotation = /「[^「」]*」|『[^『』]*』|“[^“”]*”|"[^"\n]*"/g;
/** Runs in which codes, keys, addresses and names of files stand. */
const run = /[!-~]+/g;
const technical = /[\d@\\/]|\.\w/;
const plain = /^[\s!-~]*$/;
const letters = /[a-z]+/g;
const apostrophe = /['’‘`´]/g;

const ofScripts = (scripts: readonly string[]): string => scripts.map((name) => `\\p{scx=${name}}`).join('');

/** Returns what finds the words of a language in a text, and tells whether one of them shows it. */
function reader({ scripts, signs, least }: Writing) {
  const word = new RegExp(`[[${ofScripts(scripts)}]&&[\\p{L}\\p{M}]]+`, 'gv');
  const letter = signs.scripts.length > 0 ? new RegExp(`[[${ofScripts(signs.scripts)}]&&\\p{L}]`, 'v') : undefined;
  const common = new Set(signs.words);
  return {
    wordsIn: (text: string): readonly string[] => text.match(word) ?? [],
    isShownBy: (words: readonly string[]): boolean =>
      words.length >= least.words &&
      words.join('').length >= least.letters &&
      words.some((one) => common.has(one) || letter?.test(one)),
  };
}

const readers = writtenLanguages.map(({ language, writing }) => ({ language, ...reader(writing) }));

const plainly = (text: string): string => text.toLowerCase().replace(apostrophe, '');
const names = writtenLanguages.flatMap(({ writing }) => writing.neutral.map(plainly));
const longestFirst = names.toSorted((one, other) => other.length - one.length).map(RegExp.escape);
const neutral = new RegExp(String.raw`(?<!\p{Script=Latin})(?:${longestFirst.join('|')})(?!\p{Script=Latin})`, 'gu');

/** Returns a text without what the person quotes. */
const unquoted = (text: string): string => normalize(text).replace(quotation, ' ');

/** Returns the person's own words: without quotations, codes, addresses, and what is called so in every language. */
const ownWords = (text: string): string =>
  plainly(unquoted(text).replace(run, (one) => (technical.test(one) ? ' ' : one))).replace(neutral, ' ');

/** Returns the language that most of a message is written in, by the width of its words; the present one among equals, in the register that the person needs; undefined where nothing of the person's own shows any. */
export function languageWritten(text: string, present: Language): Language | undefined {
  const own = ownWords(text);
  const typed = plain.test(own) ? languageTyped(own.match(letters) ?? []) : undefined;
  if (typed !== undefined) return typed;
  const shown = readers.flatMap(({ language, wordsIn, isShownBy }) => {
    const words = wordsIn(own);
    return isShownBy(words) ? [{ language, width: widthOf(words.join('')) }] : [];
  });
  const most = Math.max(...shown.map(({ width }) => width));
  const largest = shown.filter(({ width }) => width === most).map(({ language }) => language);
  if (largest.includes(baseOf(present)))
    return (
      registerNeeded(unquoted(text), own, baseOf(present)) ??
      (leavesRegister(unquoted(text), own, present) ? baseOf(present) : present)
    );
  const [other] = largest;
  return other === undefined ? undefined : (registerNeeded(unquoted(text), own, other) ?? other);
}
