import type { z } from 'zod';
import { type Environment, readValues, variables } from './settings.ts';

const isSecret = (name: string, schema: z.ZodType): boolean =>
  schema.meta()?.['secret'] === true || /PASSWORD|SECRET|TOKEN|_KEY|DATABASE_URL/i.test(name);
const written = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value ?? ''));
const defaultOf = (schema: z.ZodType): string => written(schema.safeParse(undefined).data);

/** Returns the settings in force, one line per variable, with secrets redacted. Throws a SettingsError if a variable is invalid. */
export function printSettings(environment: Environment): string {
  const values = readValues(environment);
  return Object.entries(variables)
    .map(([name, schema]) => {
      const value = written(values[name]);
      const shown = value !== '' && isSecret(name, schema) ? '********' : value;
      const from = (environment[name] ?? '').trim() === '' ? '  # default' : '';
      return `${name}=${shown}${value === '' ? '  # not set' : from}`;
    })
    .join('\n');
}

/** Returns the text of `.env.example`: every variable with its description and its default. */
export const exampleFile = (): string =>
  [
    '# Copy this file to .env and fill in what you need. Written by: npm run config -- --example > .env.example',
    ...Object.entries(variables).map(
      ([name, schema]) => `\n# ${schema.description ?? ''}\n# ${name}=${defaultOf(schema)}`,
    ),
    '',
  ].join('\n');
