import type { z } from 'zod';
import { type Environment, fileVariable, isSecret } from './secrets.ts';
import { readValues, variables } from './settings.ts';

const written = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value ?? ''));
const defaultOf = (schema: z.ZodType): string => written(schema.safeParse(undefined).data);

/** Returns the settings in force, one line per variable, with secrets redacted. Throws a SettingsError if a variable is invalid. */
export function printSettings(environment: Environment): string {
  const values = readValues(environment);
  return Object.entries(variables)
    .map(([name, schema]) => {
      const value = written(values[name]);
      const shown = value !== '' && isSecret(name, schema) ? '********' : value;
      const file = fileVariable(name);
      const inFile = isSecret(name, schema) && environment[file]?.trim() ? `  # by ${file}` : '';
      const from = (environment[name] ?? '').trim() === '' && inFile === '' ? '  # default' : inFile;
      return `${name}=${shown}${value === '' ? '  # not set' : from}`;
    })
    .join('\n');
}

/** Returns the text of `.env.example`: every variable with its description and its default, and for a secret the variable that names its file. */
export const exampleFile = (): string =>
  [
    '# Copy this file to .env and fill in what you need. Written by: npm run config -- --example > .env.example',
    '# A secret may be in a file instead, which the variable with _FILE behind its name names (at most 8 kB).',
    ...Object.entries(variables).map(([name, schema]) =>
      [
        '',
        `# ${schema.description ?? ''}`,
        `# ${name}=${defaultOf(schema)}`,
        ...(isSecret(name, schema) ? [`# ${fileVariable(name)}=`] : []),
      ].join('\n'),
    ),
    '',
  ].join('\n');
