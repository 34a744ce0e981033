import { z } from 'zod';
import { defaultLanguage, languages } from '../languages.ts';
import type { MessageRef, PersonId } from '../ports.ts';
import { fileSchema, sentFiles } from './files.ts';
import { notices, untried } from './lanes.ts';
import { snapshotSchema } from './snapshot.ts';

/** Returns the schema of a text that is an id. */
export const idOf = <T extends string>() => z.custom<T>((value) => typeof value === 'string');
/** The fields that every job has. */
const owed = {
  key: z.string(),
  since: z.number(),
  unsure: z.boolean(),
  slot: z.object({ limit: z.string(), number: z.number() }).nullable().default(null),
  refusals: z
    .object({ count: z.number(), span: z.number(), lastAt: z.number().nullable() })
    .default(() => untried.refusals),
  talk: snapshotSchema.optional(),
};
/** The schema of a job as it is stored: its snapshot is omitted where it is the conversation's present one. */
const job = z.discriminatedUnion('kind', [
  z.object({
    ...owed,
    kind: z.literal('post'),
    notices: z.array(z.enum(notices)),
    answer: z.string().nullable(),
    // Earlier versions only posted messages of their own.
    instead: idOf<MessageRef>().nullable().default(null),
  }),
  z.object({
    ...owed,
    kind: z.literal('settle'),
    message: idOf<MessageRef>(),
    notices: z.array(z.enum(notices)).default([]),
    answer: z.string(),
  }),
  z.object({ ...owed, kind: z.literal('attach'), attached: z.object({ desk: z.string(), files: sentFiles }) }),
  z.object({ ...owed, kind: z.literal('open') }),
  z.object({
    ...owed,
    kind: z.literal('note'),
    note: z.union([
      z.object({ kind: z.enum(['words', 'letter', 'remark']), text: z.string() }),
      // Earlier versions kept none of its files, and knew of none in a form.
      z.object({
        kind: z.literal('file'),
        text: z.string(),
        files: sentFiles.default([]),
        inForm: z.boolean().default(false),
      }),
      z.object({ kind: z.enum(['solved', 'withdrawn', 'with-bot', 'reminder']) }),
      z.object({
        kind: z.literal('answer'),
        text: z.string(),
        by: z.string(),
        author: idOf<PersonId>(),
        corrects: z.boolean(),
        at: z.number(),
        // Earlier versions do not tell.
        late: z.boolean().default(false),
        files: z.number().default(0),
      }),
    ]),
  }),
  z.object({ ...owed, kind: z.literal('show') }),
  z.object({ ...owed, kind: z.literal('read'), file: fileSchema }),
  z.object({
    ...owed,
    kind: z.literal('propose'),
    message: z.object({
      id: z.string(),
      text: z.string(),
      language: z.enum(languages).catch(defaultLanguage),
      languageChosen: z.boolean(),
      isFirst: z.boolean(),
    }),
  }),
]);
/** The schema of a lane as it is stored. */
export const laneSchema = z.object({ jobs: z.array(job), by: z.string(), at: z.number(), tries: z.number() });
