import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../../src/bot/types.ts';

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const leaves = (tree: Tree, path: string): [string, string][] =>
  typeof tree === 'string'
    ? [[path, tree]]
    : Object.entries(tree).flatMap(([key, value]) => leaves(value, `${path}${path.endsWith(':') ? '' : '.'}${key}`));

/** The files of a language. */
export const filesOf = (language: Language): readonly string[] =>
  readdirSync(new URL(`../../locales/${language}/`, import.meta.url))
    .filter((file) => file.endsWith('.json'))
    .sort();

/** Every text of a language by its name: `<file>:<path>`. */
export const textsOf = (language: Language): ReadonlyMap<string, string> =>
  new Map(
    filesOf(language).flatMap((file) =>
      leaves(
        JSON.parse(readFileSync(new URL(`../../locales/${language}/${file}`, import.meta.url), 'utf8')) as Tree,
        `${file.replace('.json', '')}:`,
      ),
    ),
  );
