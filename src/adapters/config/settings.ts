import { z } from 'zod';
import { type SlackConfig, slackConfig } from '../slack/config.ts';
import { slackVariables } from '../slack/variables.ts';
import { type TeamsConfig, teamsConfig } from '../teams/config.ts';
import { teamsVariables } from '../teams/variables.ts';
import { type CoreValues, coreVariables } from './core.ts';
import { misspelt } from './misspelt.ts';

/** Every environment variable that means something here. */
export const variables = { ...coreVariables, ...slackVariables, ...teamsVariables } as const;
const schema = z.object(variables);

/** The environment variables, parsed and with their defaults. */
export type Values = { readonly [Name in keyof typeof variables]: z.output<(typeof variables)[Name]> };
/** What the whole program is set up to do; a channel that is not configured is undefined. */
export interface Settings {
  readonly core: CoreValues;
  readonly slack: SlackConfig | undefined;
  readonly teams: TeamsConfig | undefined;
}
/** Environment variables as the system gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that cannot be used; the message has one line for each variable that is wrong. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** The values of all variables, trimmed; an empty one counts as not set. Throws a SettingsError. */
export function readValues(environment: Environment): Values {
  const { values, wrong } = parse(environment);
  if (values === undefined || wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  return values;
}

/** The settings. Throws a SettingsError that names everything that is wrong or half-set, without the values. */
export function readSettings(environment: Environment): Settings {
  const { values, wrong } = parse(environment);
  if (values === undefined) throw new SettingsError(wrong.join('\n'));
  const slack = attempt(() => slackConfig(values));
  const teams = attempt(() => teamsConfig(values, environment['NODE_ENV']));
  const all = [...wrong, ...[slack, teams].flatMap((one) => ('wrong' in one ? [one.wrong] : []))];
  if (all.length > 0) throw new SettingsError(all.join('\n'));
  return {
    core: values,
    slack: 'config' in slack ? slack.config : undefined,
    teams: 'config' in teams ? teams.config : undefined,
  };
}

/** The values, undefined where one of them cannot be read, and a line for everything that is wrong. */
function parse(environment: Environment): { readonly values: Values | undefined; readonly wrong: readonly string[] } {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const read = schema.safeParse(given);
  const wrong = [...misspelt(environment, Object.keys(variables)), ...nowhere(environment, given)];
  if (read.success) return { values: read.data as Values, wrong };
  const issues = read.error.issues.map(({ path, message }) => `${path[0]?.toString() ?? ''}: ${message}`);
  return { values: undefined, wrong: [...wrong, ...issues] };
}

/** A folder that was to be named and came out empty, as from `DATA_DIR=$VOLUME`: the default may be a place that does not last. */
const nowhere = (environment: Environment, given: Environment): readonly string[] =>
  environment['DATA_DIR'] !== undefined && given['DATA_DIR'] === undefined && given['DATABASE_URL'] === undefined
    ? ['DATA_DIR: empty; name a folder that lasts, or do not set it (./data)']
    : [];

function attempt<Config>(read: () => Config): { readonly config: Config } | { readonly wrong: string } {
  try {
    return { config: read() };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads `.env` in the working directory, where there is one; what the environment says already stands. Throws a SettingsError for a file that cannot be read. */
export function loadEnvironmentFile(): Environment {
  try {
    process.loadEnvFile('.env');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (!missing) throw new SettingsError('.env: cannot be read', { cause });
  }
  return process.env;
}
