import { entryOf, languages } from '../../bot/languages.ts';
import type { Language } from '../../bot/types.ts';
import type { JsonFile, Problem } from './json.ts';
import { whyFixed, wrongWith } from './rules.ts';

/** Returns the language of a name, undefined if it is none. */
export const languageNamed = (name: string): Language | undefined => languages.find((language) => language === name);

/** Returns the names of the files of texts. */
export const textFiles = (): readonly string[] => Object.keys(entryOf(languages[0] as Language).texts);

/** Checks a file of texts in place of the product's, and returns its problems. `file`: its name without ending. */
export function checkTexts(language: Language, file: string, { content, problem }: JsonFile): readonly Problem[] {
  const product: unknown = (entryOf(language).texts as unknown as Readonly<Record<string, unknown>>)[file];
  if (product === undefined)
    return [problem([], `there are no texts of this name; there are ${textFiles().join(', ')}`)];
  return compare(product, content, []);

  function compare(theirs: unknown, ours: unknown, path: readonly (string | number)[]): readonly Problem[] {
    const key = `${file}:${path.join('.')}`;
    if (Array.isArray(theirs)) {
      const fixed = whyFixed(key);
      if (fixed !== undefined) return [problem(path, fixed)];
      if (!Array.isArray(ours)) return [problem(path, 'must be a list of texts: ["…", "…"]')];
      const same = /^(lists|situations|prompts):/.test(key);
      if (same && ours.length !== theirs.length)
        return [
          problem(path, `the list has ${ours.length} texts, it must have ${theirs.length}: each step has its notes`),
        ];
      if (ours.length === 0 || ours.length > Math.max(3, theirs.length))
        return [problem(path, `the list must have 1 to ${Math.max(3, theirs.length)} texts`)];
      return ours.flatMap((text: unknown, n) => compare(theirs[n] ?? withPlaceholders(theirs), text, [...path, n]));
    }
    if (typeof theirs === 'string') {
      const fixed = whyFixed(key);
      if (fixed !== undefined) return [problem(path, fixed)];
      if (typeof ours !== 'string') return [problem(path, 'must be a text: "…"')];
      const wrong = wrongWith(language, key, theirs, ours);
      return wrong === undefined ? [] : [problem(path, wrong)];
    }
    if (typeof ours !== 'object' || ours === null || Array.isArray(ours))
      return [problem(path, 'must be an object: { … }')];
    const known = theirs as Readonly<Record<string, unknown>>;
    return Object.entries(ours).flatMap(([name, value]) => {
      const below = [...path, name];
      if (!Object.hasOwn(known, name))
        return [problem(below, `there is no text ${file}:${below.join('.')}; npm run words -- list prints all`)];
      return compare(known[name], value, below);
    });
  }
}

/** Returns a text that stands for a line that the product does not have: any placeholder of the others may stand in it. */
const withPlaceholders = (_: readonly unknown[]): string => '';

/** Returns all texts of a language that may be others, by their keys. */
export function* textsOf(language: Language): Generator<readonly [key: string, text: string]> {
  function* leaves(tree: unknown, path: string): Generator<readonly [string, string]> {
    if (typeof tree === 'string') yield [path, tree];
    else if (typeof tree === 'object' && tree !== null)
      for (const [name, value] of Object.entries(tree))
        yield* leaves(value, path.endsWith(':') ? path + name : `${path}.${name}`);
  }
  for (const [file, tree] of Object.entries(entryOf(language).texts)) yield* leaves(tree, `${file}:`);
}
