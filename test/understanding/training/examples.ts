import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../../src/bot/languages.ts';

/** A message with the labels of what it says; `docs/labels.md` tells what they mean. */
export interface Example {
  readonly t: string;
  /** What the person was looking at when they wrote it. */
  readonly asked: string;
  readonly labels: readonly string[];
  readonly set: 'train' | 'dev';
}

const locales = join(import.meta.dirname, '../../../locales');

/** Returns all examples, in every language. Throws a SyntaxError if a line is no JSON. */
export const readExamples = (): readonly Example[] =>
  languages.flatMap((language) =>
    readFileSync(join(locales, language, 'understanding/examples.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Example),
  );
