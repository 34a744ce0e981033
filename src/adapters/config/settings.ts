import { z } from 'zod';
import { type DeskEntry, readDesks } from '../desk/file.ts';
import { deskKinds } from '../desk/kinds.ts';
import { type InsightSettings, readInsight } from '../insight/config.ts';
import { type InsightValues, insightVariables } from '../insight/variables.ts';
import { type ModelSettings, readModelSettings } from '../proposer/config.ts';
import { type ModelValues, modelVariables } from '../proposer/variables.ts';
import type { ServiceKind, ServiceSetup } from '../service.ts';
import { services } from '../services.ts';
import { type CoreValues, coreVariables } from './core.ts';
import { misspelt } from './misspelt.ts';
import { type Environment, fileVariable, isSecret, withSecrets } from './secrets.ts';

export type { Environment } from './secrets.ts';

/** The schemas of all environment variables that the program reads. */
export const variables: ServiceKind['variables'] = Object.assign(
  {},
  coreVariables,
  insightVariables,
  modelVariables,
  ...services.map((service) => service.variables),
);
const schema = z.object(variables);
/** The names of all variables, with those that name the file of a secret. */
const names: readonly string[] = Object.entries(variables).flatMap(([name, one]) =>
  isSecret(name, one) ? [name, fileVariable(name)] : [name],
);

/** The parsed values of the environment variables, with defaults applied. */
export type Values = CoreValues & InsightValues & ModelValues & Readonly<Record<string, unknown>>;
/** A service that is set up. */
export type ConfiguredService = Pick<ServiceKind, 'id' | 'name'> & ServiceSetup;
/** The configuration of the whole program: its own, the operator's page and a language model if they are set up, and the services that are. */
export interface Settings {
  readonly core: CoreValues;
  readonly insight: InsightSettings | undefined;
  readonly model: ModelSettings | undefined;
  readonly services: readonly ConfiguredService[];
}
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
  const { entries, wrong: unusable } = desksIn(values, environment);
  const inChat = (entry: DeskEntry, id: string) => entry.via.kind === id;
  const read = services.map((service) => {
    const own = entries.filter((entry) => inChat(entry, service.id));
    return attempt(service, values, environment['NODE_ENV'], own);
  });
  const others = entries.filter((entry) => !services.some(({ id }) => inChat(entry, id))).map(apart);
  const page = insightIn(values);
  const model = modelIn(values);
  const all = [...wrong, ...unusable, ...[page, model, ...read, ...others].flatMap((one) => one.wrong ?? [])];
  if (all.length > 0) throw new SettingsError(all.join('\n'));
  return {
    core: values,
    insight: page.insight,
    model: model.model,
    services: [...read, ...others].flatMap((one) => one.configured ?? []),
  };
}

/** Returns the parsed values (undefined if one of them cannot be parsed) and a line for each error. */
function parse(environment: Environment): { readonly values: Values | undefined; readonly wrong: readonly string[] } {
  const filled = withSecrets(environment, variables);
  const given = Object.fromEntries(
    Object.entries(filled.given).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const read = schema.safeParse(given);
  const wrong = [...misspelt(filled.given, names), ...filled.wrong, ...nowhere(environment, given)];
  if (read.success) return { values: read.data as Values, wrong };
  const issues = read.error.issues.map(({ path, message }) => `${path[0]?.toString() ?? ''}: ${message}`);
  return { values: undefined, wrong: [...wrong, ...issues] };
}

/** Returns an error line for a DATA_DIR that is set but empty, as from `DATA_DIR=$VOLUME`: the default may be a folder that does not last. */
const nowhere = (environment: Environment, given: Environment): readonly string[] =>
  environment['DATA_DIR'] !== undefined && given['DATA_DIR'] === undefined && given['DATABASE_URL'] === undefined
    ? ['DATA_DIR: empty; name a folder that lasts, or do not set it (./data)']
    : [];

/** A service as it is set up, or what is wrong with that; neither if it is not set up. */
interface Attempt {
  readonly configured?: ConfiguredService;
  readonly wrong?: string;
}

function attempt(
  { id, name, setUp }: ServiceKind,
  values: Values,
  mode: string | undefined,
  desks: readonly DeskEntry[],
): Attempt {
  try {
    const setup = setUp(values, mode, desks);
    if (setup !== undefined) return { configured: { id, name, ...setup } };
    return desks.length === 0 ? {} : { wrong: `DESKS_FILE: a desk in ${name}, which is not set up` };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns the operator's page, or what is wrong with it. */
function insightIn(values: InsightValues): { readonly insight?: InsightSettings | undefined; readonly wrong?: string } {
  try {
    return { insight: readInsight(values) };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns the language model, or what is wrong with it. */
function modelIn(values: ModelValues): { readonly model?: ModelSettings | undefined; readonly wrong?: string } {
  try {
    return { model: readModelSettings(values) };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns the desks of the desks file, or what is wrong with it. */
function desksIn(
  { DESKS_FILE: file }: Values,
  environment: Environment,
): { readonly entries: readonly DeskEntry[]; readonly wrong: readonly string[] } {
  if (file === undefined) return { entries: [], wrong: [] };
  try {
    return {
      entries: readDesks(
        file,
        environment,
        services.map(({ id }) => id),
      ),
      wrong: [],
    };
  } catch (error) {
    return { entries: [], wrong: [error instanceof Error ? error.message : String(error)] };
  }
}

/** Returns a desk that is in no chat as a service of its own. */
function apart({ setup, via: { kind, ...via } }: DeskEntry): Attempt {
  const known = deskKinds.find((one) => one.kind === kind);
  if (known === undefined) {
    const kinds = [...services.map(({ id }) => id), ...deskKinds.map((one) => one.kind)];
    return { wrong: `DESKS_FILE: ${setup.id}: there is no kind ${kind}; there is ${kinds.join(', ')}` };
  }
  try {
    const create = known.read(via);
    return {
      configured: {
        id: setup.id,
        name: setup.id,
        loopback: false,
        create: async ({ log, vault }) => {
          const { desk, routes, check } = create(setup, { log, vault });
          return { adapter: undefined, desks: [desk], routes, check, trouble: () => undefined };
        },
      },
    };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { wrong: `DESKS_FILE: ${setup.id}: ${why}` };
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
