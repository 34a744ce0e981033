import { z } from 'zod';
import type { Input } from '../../../bot/types.ts';

const name = z.string().min(1).max(100);
const schema = z.union([
  z.object({ to: name, form: z.literal(true) }),
  z.object({ to: name, choice: name }),
  z.object({ say: z.string().max(100) }),
]);
/** The prefix of the names of a form's inputs, which tells them from other data of a button. */
export const fieldPrefix = 'field-';

/** Parses the data of a button into an input; data that no button of the bot sends becomes `malformed`. */
export function readPressed(data: Readonly<Record<string, unknown>>): Input {
  const { data: read } = schema.safeParse(data);
  if (read === undefined) return { type: 'malformed' };
  if ('say' in read) return { type: 'text', text: read.say };
  return 'choice' in read
    ? { type: 'choice', to: read.to, choice: read.choice }
    : { type: 'form', to: read.to, values: fieldsIn(data), files: [] };
}

const fieldsIn = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      key.startsWith(fieldPrefix) && typeof value === 'string' ? [[key.slice(fieldPrefix.length), value]] : [],
    ),
  );
