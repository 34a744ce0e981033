import { type Character, chainsOf } from './code-characters.ts';
import { flatten } from './redact/flatten.ts';

/** Characters of four that are said by words: fewer are typed, or said by chance. */
const enough = 3;
const marked = /[0O]?X[0-9A-FO]{8}/g;
const bare = /(?:C[0O]|8[0O7]|D[0O])[0-9A-FO]{6}/g;
const tail = /^[B-F][0-9A-FO]{3}$/;
const hexadecimal = /[0-9A-FO]/;

/** Returns a text with the error codes that are spelled in words, whole or by their last four characters, as they are typed: "zero x c zero …". */
export function withCodesTyped(text: string): string {
  const { text: flat, at } = flatten(text);
  let typed = '';
  let done = 0;
  for (const chain of chainsOf(flat, (index) => text.charAt(at[index] ?? 0)))
    for (const { from, to, code } of codesIn(chain)) {
      typed += `${text.slice(done, at[chain[from]?.start ?? 0])} ${code} `;
      done = at[chain[to - 1]?.end ?? 0] ?? text.length;
    }
  return typed + text.slice(done);
}

/** A code in a chain of characters: which of them, and what is typed for it. */
interface Spelled {
  readonly from: number;
  readonly to: number;
  readonly code: string;
}

function codesIn(chain: readonly Character[]): readonly Spelled[] {
  const all = chain.map(({ character }) => character).join('');
  const isEnd = (at: number): boolean => !hexadecimal.test(all.charAt(at)) || chain[at]?.doubtful === true;
  const saidIn = ({ from, to }: Spelled): number =>
    chain.slice(from, to).filter(({ said, doubtful }) => said && !doubtful).length;
  const find = (pattern: RegExp): readonly Spelled[] =>
    [...all.matchAll(pattern)]
      .map(({ 0: code, index: from }) => ({ from, to: from + code.length, code }))
      .filter((one) => isEnd(one.to) && saidIn(one) > 0);
  const withMark = find(marked).map((one) => ({ ...one, code: one.code.replace(/^[0O]?X/, '0x') }));
  if (withMark.length > 0) return withMark;
  const without = find(bare).filter(({ from }) => isEnd(from - 1));
  if (without.length > 0) return without;
  const from = tail.test(all.slice(0, 4)) ? 0 : 1;
  const last = { from, to: from + 4, code: all.slice(from, from + 4) };
  const isWhole = (from === 0 || isEnd(0)) && isEnd(last.to) && chain.length - 1 <= last.to;
  return isWhole && tail.test(last.code) && saidIn(last) >= enough ? [last] : [];
}
