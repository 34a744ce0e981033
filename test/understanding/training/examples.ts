import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writtenLanguages } from '../../../src/bot/languages.ts';
import { questionIds } from '../../../src/flows/questions.ts';

/** The places that a message may be written at (`docs/labels.md`). */
const places = [
  ...['none', 'list', 'step', 'check', 'putback', 'rescue', 'advice', 'form', 'recipient', 'clarify', 'closed'],
  ...questionIds,
];

const exampleSchema = z.strictObject({
  /** What the person writes. */
  t: z.string().min(1).max(2_000),
  /** What the person was looking at when they wrote it. */
  asked: z.enum(places),
  labels: z.array(z.string().regex(/^[a-z]+=[a-z0-9-]+$/)).readonly(),
  /** `train`: it is taught; `known`: it is only known by heart, since somebody relies on it word for word; `dev`: it is kept to measure by. */
  set: z.enum(['train', 'known', 'dev']).default('train'),
});
/** A message with the labels of what it says; `docs/labels.md` tells what they mean. */
export type Example = Readonly<z.infer<typeof exampleSchema>>;

const locales = join(import.meta.dirname, '../../../locales');

/** Returns all examples, in every language. Throws an Error that names the line if one is not as the schema says. */
export const readExamples = (): readonly Example[] =>
  writtenLanguages.flatMap(({ language }) => examplesIn(join(locales, language, 'understanding/examples.jsonl')));

/** Returns the examples of a helpdesk: `<language>/examples.jsonl` in its words directory, taught unless they say otherwise. Throws an Error that names the line if one is not as the schema says. */
export const readOwnExamples = (directory: string): readonly Example[] =>
  writtenLanguages.flatMap(({ language }) => {
    const file = join(directory, language, 'examples.jsonl');
    return existsSync(file) ? examplesIn(file) : [];
  });

const examplesIn = (file: string): readonly Example[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, n) => parsed(line, `${file}:${n + 1}`));

function parsed(line: string, where: string): Example {
  try {
    return exampleSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new Error(`${where} is no example: ${line}`, { cause: error });
  }
}
