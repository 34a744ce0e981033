import { z } from 'zod';

const number = { error: 'must be a number' };
const days = (otherwise: number, what: string) =>
  z.coerce.number(number).positive().max(3650).default(otherwise).describe(what);

/** The environment variables of the bot itself. */
export const coreVariables = {
  PORT: z.coerce
    .number(number)
    .int()
    .min(0)
    .max(65_535)
    .default(3978)
    .describe('The port of the HTTP server; 0: any free one'),
  HOST: z.string().min(1).default('0.0.0.0').describe('The address that the HTTP server listens on'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe('The folder of the SQLite database; used without DATABASE_URL'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A PostgreSQL database (postgres://user:password@host/name) instead of SQLite, for more than one machine')
    .meta({ secret: true }),
  CONTACTS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('A JSON file with your IT desk and data-recovery specialist; none: the example that comes along'),
  FOLLOW_UP_HOURS: z.coerce
    .number(number)
    .min(0)
    .max(720)
    .default(24)
    .describe('After so many hours a person who went to try something is asked, once, whether it worked; 0: never'),
  IDLE_DAYS: days(30, 'A conversation that is left alone for so many days is closed'),
  RETENTION_DAYS: days(90, 'A conversation is deleted so many days after its close'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much is logged: debug, info, warn, error or silent'),
} as const;

/** The variables of the bot itself, parsed. */
export type CoreValues = { readonly [Name in keyof typeof coreVariables]: z.output<(typeof coreVariables)[Name]> };
