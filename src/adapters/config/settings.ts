import { z } from 'zod';
import { type SlackConfig, slackConfig } from '../slack/config.ts';
import { slackVariables } from '../slack/variables.ts';
import { type TeamsConfig, teamsConfig } from '../teams/config.ts';
import { teamsVariables } from '../teams/variables.ts';
import { type CoreValues, coreVariables } from './core.ts';

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

/** The values of all variables; an empty one counts as not set. Throws a SettingsError. */
export function readValues(environment: Environment): Values {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const read = schema.safeParse(given);
  if (read.success) return read.data as Values;
  throw new SettingsError(
    read.error.issues.map(({ path, message }) => `${path[0]?.toString() ?? ''}: ${message}`).join('\n'),
  );
}

/** The settings. Throws a SettingsError that names everything that is wrong or half-set, without the values. */
export function readSettings(environment: Environment): Settings {
  const values = readValues(environment);
  const [slack, teams] = [attempt(() => slackConfig(values)), attempt(() => teamsConfig(values, environment))];
  const wrong = [slack, teams].flatMap((one) => ('wrong' in one ? [one.wrong] : []));
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  return {
    core: values,
    slack: 'config' in slack ? slack.config : undefined,
    teams: 'config' in teams ? teams.config : undefined,
  };
}

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
