import { foldKana } from './fold.ts';

/** A pattern over folded text. Line breaks and indents in the source mean nothing; a long vowel mark that ends a word may be missing in the text. */
export function re({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(source(raw, parts));
}

/** A piece of a pattern, to be used inside others. */
export function part({ raw }: TemplateStringsArray, ...parts: readonly string[]): string {
  return `(?:${source(raw, parts)})`;
}

function source(raw: readonly string[], parts: readonly string[]): string {
  const joined = raw.map((piece, at) => piece + (parts[at] ?? '')).join('');
  return foldKana(joined.replace(/\n\s*/g, '')).replace(/(?<=[ぁ-ん]ー?[ぁ-ん][ぁ-んー]?)ー(?![ぁ-ん?])/g, 'ー?');
}
