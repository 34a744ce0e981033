import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { baseOf, commonLanguage, defaultLanguage, languages } from '../bot/languages.ts';
import type { Contacts, Language } from '../bot/types.ts';

const text = z.string().trim();
const reachable = z.strictObject({
  desk: z.strictObject({ name: text.min(1), address: text }),
  specialist: z.strictObject({
    name: text.min(1),
    phone: text.min(1),
    phoneHours: text.min(1),
    visitHours: text.min(1),
    diagnosis: text.min(1),
    postage: text.min(1),
  }),
});
/** The languages without which the file is refused; a register falls back to its language, any other one to the common one. */
const required: readonly Language[] = [defaultLanguage, commonLanguage];
const schema: z.ZodType<Contacts> = z
  .strictObject(
    Object.fromEntries(
      languages.map((language) => [language, required.includes(language) ? reachable : reachable.optional()]),
    ),
  )
  .transform(
    (given) =>
      Object.fromEntries(
        languages.map((language) => [language, given[language] ?? given[baseOf(language)] ?? given[commonLanguage]]),
      ) as unknown as Contacts,
  );

/** The location of the contacts file that is shipped with the product: an example that a deployer replaces. */
export const exampleContacts = new URL('./contacts.json', import.meta.url);

/** Returns the contacts that people are referred to, read from a JSON file. Throws an Error that names the file and every invalid field. */
export function readContacts(file: string | URL): Contacts {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Error(`The contacts file ${file} cannot be used: ${why}`, { cause });
  }
}
