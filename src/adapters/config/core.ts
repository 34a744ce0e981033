import { isIP } from 'node:net';
import { z } from 'zod';

/** Returns a schema for a number in plain digits; without it `0x50` and `1e3` would be accepted, too. */
const number = (range: z.ZodNumber) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'must be a number')
    .transform(Number)
    .pipe(range);
/** Returns a schema for a number of days, with its default; less than a quarter of an hour, which would close or delete a conversation in progress, is refused. */
const days = (otherwise: number, what: string) =>
  number(z.number().min(0.01).max(3650)).default(otherwise).describe(what);

const port = number(z.number().int().min(0).max(65_535));
const host = z
  .string()
  .refine((text) => isIP(text) !== 0 || z.hostname().safeParse(text).success, 'must be an IP address or a host name');

/** The schemas of the bot's own environment variables. */
export const coreVariables = {
  PORT: port.default(3978).describe('The port of the HTTP server; 0: any free one'),
  HOST: host.default('0.0.0.0').describe('The address that the HTTP server listens on'),
  METRICS_PORT: port.optional().describe('A port for /metrics, for Prometheus; 0: any free one; none: nothing listens'),
  METRICS_HOST: host
    .default('127.0.0.1')
    .describe('The address that the port of the metrics listens on; nobody signs in there, so keep it inside'),
  TRACES: z
    .enum(['on', 'off'])
    .default('off')
    .describe('on: traces by OpenTelemetry, if you have installed @opentelemetry/api and set up where they go'),
  DATA_DIR: z
    .string()
    .refine((text) => text !== ':memory:', 'must be a folder: in memory nothing outlives the process')
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
  DESKS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A JSON file with the desks that take cases (docs/desks.md); none: only those of SLACK_DESK_CHANNEL and TEAMS_DESK_CONVERSATION',
    ),
  WORDS_DIR: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A directory with your own words and answers (docs/words.md), read anew when it changes; none: those of the product',
    ),
  FOLLOW_UP_HOURS: number(z.number().min(0).max(720))
    .default(24)
    .describe('After so many hours a person who went to try something is asked, once, whether it worked; 0: never'),
  IDLE_DAYS: days(30, 'A conversation that is left alone for so many days is closed'),
  RETENTION_DAYS: days(90, 'A conversation is deleted so many days after its close'),
  DRAIN_SECONDS: number(z.number().min(0).max(300))
    .default(3)
    .describe('On SIGTERM it serves for so many seconds more, no longer ready, while a load balancer turns away'),
  PICTURES: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      'on: pictures of screens are read on this machine, one at a time, with up to 400 MB while one is; off: not',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much is logged: debug, info, warn, error or silent'),
} as const;

/** The parsed values of the bot's own environment variables. */
export type CoreValues = { readonly [Name in keyof typeof coreVariables]: z.output<(typeof coreVariables)[Name]> };
