import { z } from 'zod';
import { type SlackConfig, slackConfig } from '../slack/config.ts';
import { slackVariables } from '../slack/variables.ts';
import { type TeamsConfig, teamsConfig } from '../teams/config.ts';
import { teamsVariables } from '../teams/variables.ts';
import { type CoreValues, coreVariables } from './core.ts';
import { misspelt } from './misspelt.ts';

/** The schemas of all environment variables that the program reads. */
export const variables = { ...coreVariables, ...slackVariables, ...teamsVariables } as const;
const schema = z.object(variables);

/** The parsed values of the environment variables, with defaults applied. */
export type Values = { readonly [Name in keyof typeof variables]: z.output<(typeof variables)[Name]> };
/** The configuration of the whole program; a channel that is not configured is undefined. */
export interface Settings {
  readonly core: CoreValues;
  readonly slack: SlackConfig | undefined;
  readonly teams: TeamsConfig | undefined;
}
/** The environment variables as the operating system provides them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The error for settings that cannot be used; its message has one line for each invalid variable. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Returns the values of all variables, trimmed; an empty variable counts as not set. Throws a SettingsError if one is invalid or misspelt. */
export function readValues(environment: Environment): Values {
  const { values, wrong } = parse(environment);
  if (values === undefined || wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  return values;
}

/** Returns the configuration of the program. Throws a SettingsError that names everything invalid, misspelt or incomplete, without the values, which may be secret. */
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

/** Returns the parsed values (undefined if one of them cannot be parsed) and a line for each error. */
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

/** Returns an error line for a DATA_DIR that is set but empty, as from `DATA_DIR=$VOLUME`: the default may be a folder that does not last. */
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

/** Loads `.env` in the working directory, if there is one, and returns the environment; variables that are set already take precedence. Throws a SettingsError if the file cannot be read. */
export function loadEnvironmentFile(): Environment {
  try {
    process.loadEnvFile('.env');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (!missing) throw new SettingsError('.env: cannot be read', { cause });
  }
  return process.env;
}
