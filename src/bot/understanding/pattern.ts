import { foldKana } from './fold.ts';
import { around, peel } from './peel.ts';
import { file, type Pattern } from './sieve.ts';

type Source = readonly [strings: TemplateStringsArray, ...parts: readonly string[]];

/** How often a group may repeat: what `*` and `+` after a group stand for, or a text with many ways to be read would keep the matcher trying for ever. */
const most = 5;

/** A pattern over folded text. Line breaks and indents in the source mean nothing; a long vowel mark that ends a word may be missing in the text. */
export const re = (...source: Source): Pattern => file(new RegExp(written(source)));

/** The same for a pattern that is data of a language. */
export const ofData = (source: string): Pattern => file(new RegExp(compiled(source)));

/** A piece of a pattern, to be used inside others. */
export const part = (...source: Source): string => `(?:${written(source)})`;

/** A pattern for a whole reply, but for what people put around it: 「たぶん…だと思います」. */
export const reply = (...source: Source): Pattern => whole(written(source));

/** The same for a reply that something must not be found in, nor in what follows it. */
export const replyUnless =
  (denied: string) =>
  (...source: Source): Pattern =>
    whole(written(source), new RegExp(denied));

function whole(source: string, denied?: RegExp): Pattern {
  const shape = new RegExp(`^(?:${source})$`);
  const beginnings = new RegExp(`^${around.before}*(?:${source})${around.after}*$`);
  const test = (text: string): boolean =>
    peel(text).some((peeled) => shape.test(peeled.text) && denied?.test(peeled.rest) !== true);
  return file(beginnings, { test });
}

const written = ([{ raw }, ...parts]: Source): string =>
  compiled(raw.map((piece, at) => piece + (parts[at] ?? '')).join(''));

function compiled(source: string): string {
  return foldKana(source.replace(/\n\s*/g, ''))
    .replace(/(?<=[ぁ-ん]ー?[ぁ-ん][ぁ-んー]?)ー(?![ぁ-ん?])/g, 'ー?')
    .replaceAll(')*', `){0,${most}}`)
    .replaceAll(')+', `){1,${most}}`);
}
