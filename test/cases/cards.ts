import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writtenLanguages } from '../../src/bot/languages.ts';
import { rows } from './rows.ts';

/** The names of the files of cases. */
export const files = ['first', 'second'] as const;
/** The name of a file of cases, and of the questions that were written with it. */
export type File = (typeof files)[number];

const language = z.enum(writtenLanguages.map(({ language }) => language));
const text = z.string().min(1).max(2_000);
const cardSchema = z.strictObject({
  language,
  row: z.enum(rows),
  /** What the person writes first. */
  t: text,
  /** What they say of whose PC it is, and where it is from. */
  whose: text,
  /** What they say of the screen. */
  screen: text,
  /** What they say of their data and its copies. */
  data: text,
  /** What they say to any other question. */
  else: text,
  /** What is really the case, for the reader. */
  fact: text,
  /** Whom the case belongs to; `resolved` and `none`: nobody has to be written to. */
  exit: z.enum(['resolved', 'none', 'police-bank', 'it-admin', 'microsoft', 'seller', 'maker', 'specialist']),
});
/** A case on a card: all that the person in it knows and says, and where it should end. */
export type Card = Readonly<z.infer<typeof cardSchema>>;

const questionSchema = z.strictObject({
  language,
  /** What the person wrote before; empty: the question comes first. */
  context: z.string().max(2_000),
  whose: text,
  /** The question. */
  q: text,
  /** What a right answer says. */
  right: text,
  /** What a wrong one would say. */
  wrong: text,
});
/** A question of fact, with what makes an answer right or wrong. */
export type Question = Readonly<z.infer<typeof questionSchema>>;

/** Returns the cases of a file. Throws an Error that names the line if one is not as the schema says. */
export const readCards = (file: File): readonly Card[] => read(`${file}.jsonl`, cardSchema);

/** Returns the questions of a file. Throws an Error that names the line if one is not as the schema says. */
export const readQuestions = (file: File): readonly Question[] => read(`questions-${file}.jsonl`, questionSchema);

function read<Line>(name: string, schema: z.ZodType<Line>): readonly Line[] {
  const lines = readFileSync(join(import.meta.dirname, name), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line, n) => {
    try {
      return schema.parse(JSON.parse(line));
    } catch (error) {
      throw new Error(`${name}:${n + 1} cannot be read: ${line}`, { cause: error });
    }
  });
}
