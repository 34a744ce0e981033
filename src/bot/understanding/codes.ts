import { writtenLanguages } from '../languages.ts';
import { foldKana, normalize } from './fold.ts';
import { withCodesTyped } from './spelled-codes.ts';
import { vocabularyOf } from './vocabulary.ts';

const hex = '[0-9A-FO]';
const cross = '[X×✕✖Х*]';
/** After `0x`, what a scan makes of a 1 is one. */
const scanned = '[0-9A-FOLI|]';
const marked = new RegExp(`(?<![0-9A-Z])[0O] ?${cross}((?:[ \\t-]?${scanned}){8})[LH]?(?!${scanned})`, 'g');
const head = '(?:C ?[0O]|8 ?[0O7]|D ?[0O])';
const whole = new RegExp(`(?<![0-9A-Z_#-])${cross}?(${head}${hex}{6})[LH]?(?![0-9A-Z-])`, 'g');
const spaced = new RegExp(`(?<![0-9A-Z_#-])(${head}(?: ?${hex}){6})L?(?![0-9A-Z-])`, 'g');
const short = new RegExp(`(?<![0-9A-Z-])(?=[A-Z]*[0-9])([B-F]${hex}{3})(?![0-9A-Z-])`, 'g');
/** What every code has. */
const suspicious = new RegExp(`(?:${scanned}[ \\t-]?){4}`);
const spoken = writtenLanguages.map(({ codes }) => codes);
/** What people say about codes, by what it does to the reading of one. */
const words = vocabularyOf(
  {
    about: spoken.flatMap(({ about }) => about),
    corrects: spoken.flatMap(({ corrects }) => corrects),
    otherwise: spoken.flatMap(({ otherwise }) => otherwise),
  },
  foldKana,
);
const has = (text: string, name: 'about' | 'corrects'): boolean =>
  words(foldKana(text)).some((found) => found.name === name);
/** Words all of whose letters a code may have. */
const alike = spoken.flatMap(({ hexadecimal }) => hexadecimal).map((word) => word.toUpperCase());
/** The tails of the codes that activation gives itself. */
const ownTail = /^(?:F0|F2|FC|FD|FE|C0|C4|C5|C7|B0|B1|D3|D4|E0)/;

/** The error codes in a text, in any typing: `0x` and 8 upper-case hex digits each. `asked`: a code was asked for; `known`: the codes that a tail such as F074 may stand for. */
export function findCodes(text: string, asked = false, known: readonly string[] = []): readonly string[] {
  const upper = normalize(withCodesTyped(text)).toUpperCase();
  if (!suspicious.test(upper)) return [];
  const about = asked || upper.includes('0X') || has(upper, 'about');
  const typed = alike.reduce((left, word) => left.replaceAll(word, '-'.repeat(word.length)), upper);
  const full = [...read(typed, marked), ...read(typed, whole).filter(([, code]) => about || /[A-F]/.test(code))];
  const patterns = about ? [spaced, short] : [];
  const loose = patterns.map((pattern) => read(typed, pattern)).find((found) => found.length > 0) ?? [];
  const found = (full.length > 0 ? full : loose).toSorted(([a], [b]) => a - b);
  const standing = found.filter(([at], n) => !has(typed.slice(at, found[n + 1]?.[0] ?? at), 'corrects'));
  const codes = standing.map(([, code]) => expand(code, known));
  return [...new Set(codes.filter((code) => code !== undefined))];
}

function read(typed: string, pattern: RegExp): readonly [at: number, digits: string][] {
  return [...typed.matchAll(pattern)].map((match) => [
    match.index,
    (match[1] ?? '')
      .replace(/[ \t-]/g, '')
      .replaceAll('O', '0')
      .replace(/[LI|]/g, '1'),
  ]);
}

function expand(digits: string, known: readonly string[]): string | undefined {
  if (digits.length === 8) return `0x${digits}`;
  const [only, ...more] = known.filter((code) => code.endsWith(digits));
  if (only !== undefined && more.length === 0) return only;
  return ownTail.test(digits) && /\d/.test(digits) ? `0xC004${digits}` : undefined;
}
