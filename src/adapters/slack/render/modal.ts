import { z } from 'zod';
import { wordsIn } from '../../../bot/i18n.ts';
import { languages } from '../../../bot/languages.ts';
import { redactForm } from '../../../bot/runtime/index.ts';
import type { Form, Language } from '../../../bot/types.ts';
import { limits, type Modal, modalSchema } from './blocks.ts';
import { fileInput } from './file-field.ts';
import { cut, label } from './text.ts';

const origin = z.object({ conversation: z.string(), to: z.string(), language: z.enum(languages) });
/** The origin of a form: its conversation, and the view that it answers. */
export type Origin = z.infer<typeof origin>;

/** Maximum number of files of a form. */
export const mostFormFiles = 4;

/** Renders the form of a view as a modal, filled in with the known values; with a field for files where the letter goes to a desk (`toDesk`). */
export function modalOf({ submit, fields }: Form, from: Origin, toDesk: boolean): Modal {
  const words = wordsIn(from.language);
  return modalSchema.parse({
    type: 'modal',
    callback_id: 'form',
    private_metadata: JSON.stringify(from),
    title: label(words.text('slack:form.title'), limits.title),
    submit: label(submit, limits.title),
    close: label(words.text('slack:form.close'), limits.title),
    blocks: [
      ...fields.slice(0, limits.viewBlocks - 1).map(({ id, label: name, hint, value }) => ({
        type: 'input',
        block_id: id,
        optional: true,
        label: label(name, limits.label),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: limits.field,
          ...(hint !== '' && { placeholder: label(hint, limits.placeholder) }),
          ...(value !== '' && { initial_value: cut(value, limits.field, '…') }),
        },
      })),
      ...(toDesk ? [fileInput(words.text('slack:form.files'), mostFormFiles)] : []),
    ],
  });
}

/** Parses the origin of a submitted form; returns undefined if the bot did not write it. */
export function readOrigin(metadata: string): Origin | undefined {
  try {
    return origin.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

/** Validates a form, and returns its errors by field; empty if there are none. The search for secrets (redaction) covers all fields together. */
export function errorsIn(
  values: Readonly<Record<string, string>>,
  language: Language,
): Readonly<Record<string, string>> {
  const words = wordsIn(language);
  const { secrets } = redactForm(values);
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => {
      if (secrets.includes(id)) return [[id, words.text('slack:form.secret')]];
      return value.length > limits.field ? [[id, words.text('slack:form.long')]] : [];
    }),
  );
}
