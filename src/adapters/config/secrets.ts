import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { z } from 'zod';

/** The environment variables as the operating system provides them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The suffix by which the name of a secret names the file that holds it, as container runtimes and systemd hand secrets over. */
const suffix = '_FILE';
/** Maximum size of such a file in bytes: several keys, or the address of a database, are far shorter. */
const most = 8 * 1024;

/** Returns true for a variable that is a secret: it is never shown, and may be read from a file. */
export const isSecret = (name: string, schema: z.ZodType): boolean =>
  schema.meta()?.['secret'] === true || /PASSWORD|SECRET|TOKEN|_KEY|DATABASE_URL/i.test(name);

/** Returns the name of the variable that names the file with a secret. */
export const fileVariable = (name: string): string => `${name}${suffix}`;

/** The value of a variable, trimmed (undefined: not set, or empty), or the line that says what is wrong with the file that holds it. */
type Given = { readonly value: string | undefined } | { readonly wrong: string };

/** Returns the value of a variable that may be in a file. The line for what is wrong names the variable, never the file's name, which may be the secret itself by mistake, nor its content. */
export function valueOrFile(environment: Environment, name: string): Given {
  const value = environment[name]?.trim() || undefined;
  const file = environment[fileVariable(name)]?.trim();
  if (!file) return { value };
  const wrong = (why: string): Given => ({ wrong: `${fileVariable(name)}: ${why}` });
  if (value !== undefined) return wrong(`not together with ${name}; set one of them`);
  try {
    const text = textOf(file);
    return text === '' ? wrong('its file is empty') : { value: text };
  } catch (error) {
    return wrong(`its file ${whyNot(error)}`);
  }
}

/** Returns the environment with the secrets that are in files in place of the names of these files, and a line for each that cannot be used, or that names a file though it is no secret. */
export function withSecrets(
  environment: Environment,
  variables: Readonly<Record<string, z.ZodType>>,
): { readonly given: Environment; readonly wrong: readonly string[] } {
  const given: Record<string, string | undefined> = { ...environment };
  const wrong: string[] = [];
  for (const [name, schema] of Object.entries(variables)) {
    const inFile = fileVariable(name);
    if (!environment[inFile]?.trim() || inFile in variables) continue;
    delete given[inFile];
    if (!isSecret(name, schema)) {
      wrong.push(`${inFile}: no such variable; only secrets are read from files, set ${name} itself`);
      continue;
    }
    const read = valueOrFile(environment, name);
    if ('wrong' in read) wrong.push(read.wrong);
    else given[name] = read.value;
  }
  return { given, wrong };
}

/** The error for a file that can be read, but holds no secret. */
class Unfit extends Error {
  override readonly name = 'Unfit';
}

/** Returns the trimmed text of a file. Throws an Unfit if it is none or too large, else the system's error. */
function textOf(file: string): string {
  // Without waiting: to open a pipe that nobody writes to would never end.
  const open = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(open).isFile()) throw new Unfit('is no regular file');
    const bytes = Buffer.alloc(most + 1);
    const size = readSync(open, bytes, 0, bytes.length, 0);
    if (size > most) throw new Unfit(`is larger than ${most / 1024} kB`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, size)).trim();
  } finally {
    closeSync(open);
  }
}

/** Returns the end of a sentence: why a file cannot be used, by a code of the system. */
function whyNot(error: unknown): string {
  if (error instanceof Unfit) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is no text in UTF-8' : `cannot be read (${code})`;
}
