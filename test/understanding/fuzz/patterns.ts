import { globSync } from 'node:fs';

const src = `${import.meta.dirname}/../../../src/bot/understanding`;
const files = globSync([`${src}/lexicon/**/*.ts`, `${src}/reply/*.ts`, `${src}/*.ts`]).toSorted();
const modules: readonly unknown[] = await Promise.all(files.map((file) => import(file)));

/** The sources of all patterns that the modules of the understanding give away, however deep within their values. */
export function patterns(): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const look = (value: unknown): void => {
    if (value instanceof RegExp) found.add(value.source);
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const one of Object.values(value)) look(one);
  };
  for (const module of modules) look({ ...Object(module) });
  return [...found].toSorted();
}

const opening = /\(\?(?:=|!|<=|<!)/g;

/** A pattern without what looks around, so that texts can be made from it. */
export function withoutLooks(source: string): string {
  opening.lastIndex = 0;
  const found = opening.exec(source);
  if (found === null) return source.replace(/\\[b1-9]|(?<!\\)\^(?![^[]*\])|(?<!\\)\$/g, '');
  let depth = 0;
  let at = found.index;
  do {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') at = source.indexOf(']', at);
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    at += 1;
  } while (depth > 0);
  return withoutLooks(source.slice(0, found.index) + source.slice(at));
}
