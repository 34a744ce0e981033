import { digest } from '../lib/hash.ts';
import { linksIn } from '../lib/links.ts';
import { foreignIn } from './redact/characters.ts';
import { type Found, type Secret, secretsIn, without } from './redact.ts';

/** What the check of an answer of staff finds. */
export type AnswerChecked =
  | { readonly kind: 'fine' }
  /** It holds a whole secret, and is refused: the kinds of what it holds. */
  | { readonly kind: 'sure'; readonly secrets: readonly Secret[] }
  /** Something in it may be a part of a secret, or a host name, a serial or a request number: whoever wrote it is asked. `parts`: what it is, as written and cut, each once; `sign`: a digest of all of them, by which a "send anyway" is known to be meant for these. */
  | { readonly kind: 'doubtful'; readonly parts: readonly string[]; readonly sign: string };

/** Maximum length of what is named of a part, and of how many of them. */
const longestPart = 60;
const mostParts = 5;

/** Checks an answer that staff wrote, before it is passed on, at whatever desk: what is surely a secret is refused, what may be one is asked about. Pure, linear in the length of the text. */
export function checkAnswer(text: string): AnswerChecked {
  const found = secretsIn(text);
  if (found.some(({ whole }) => whole)) return { kind: 'sure', secrets: [...new Set(found.map(({ kind }) => kind))] };
  const parts = outsideAddresses(found, text).map(({ start, end }) => text.slice(start, end).trim());
  if (parts.length === 0) return { kind: 'fine' };
  const each = [...new Set(parts)];
  const named = each.slice(0, mostParts).map((part) => part.replace(/\s+/g, ' ').slice(0, longestPart).toWellFormed());
  return { kind: 'doubtful', parts: named, sign: digest(...each) };
}

/** Leaves out what belongs to a web address. Nobody mistypes one: what has a character there that no key has is none. Both stand in their order. */
function outsideAddresses(found: readonly Found[], text: string): readonly Found[] {
  const addresses = linksIn(text).filter(({ url }) => url !== undefined);
  let next = 0;
  return found.filter(({ start, end }) => {
    const endOf = (n: number) => (addresses[n]?.start ?? text.length) + (addresses[n]?.text.length ?? 0);
    while (next < addresses.length && endOf(next) <= start) next += 1;
    const inside = start >= (addresses[next]?.start ?? text.length) && end <= endOf(next);
    const characters = text
      .slice(start, end)
      .toUpperCase()
      .replace(/[^A-Z\d]/g, '');
    return !(inside && /[A-Z]/.test(characters) && foreignIn(characters) > 0);
  });
}

/** Control characters but for tabs and line breaks. */
const control = /[^\P{Cc}\t\n]/gu;
const visible = /[^\s\p{C}\p{Z}]/u;

/** Returns an answer of staff as it is shown: unchanged but for how line breaks are coded, control characters, and blank lines around it. Empty if there is nothing to see in it. */
export function asWritten(text: string): string {
  if (!visible.test(text)) return '';
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(control, '')
    .replace(/^\s*\n/, '')
    .trimEnd();
}

/** Returns an answer of staff as it is passed on, cut to a maximum length in UTF-16 units. A desk has asked about what may be a secret; what surely is one is taken out here as well, whatever the desk let through. */
export function answerPassedOn(text: string, longest: number): string {
  const found = secretsIn(text);
  const isSure = found.some(({ whole }) => whole);
  return asWritten(isSure ? without(text, found) : text)
    .slice(0, longest)
    .toWellFormed();
}
