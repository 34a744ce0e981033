import type { DeskEntry } from '../desk/file.ts';
import { isOrganization } from './address.ts';
import { type ChannelName, channelNamed, type SlackDesk, slackDesks } from './desks.ts';
import { type SlackValues, slackVariables } from './variables.ts';

/** The installation mode: one bot token for one workspace or organisation, or OAuth with a token for each that installs the bot. */
export type Installed =
  | { readonly kind: 'one'; readonly token: string }
  | {
      readonly kind: 'many';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      /** The encryption keys: the first encrypts, every one decrypts (key rotation). */
      readonly keys: readonly string[];
      /** The allowlist of workspaces and organisations that may install the bot; empty: any may. */
      readonly teams: readonly string[];
    };

/** The transport of deliveries: HTTP requests from Slack, or Socket Mode over a WebSocket that the bot opens. */
export type Transport =
  | { readonly kind: 'http'; readonly signingSecret: string }
  | { readonly kind: 'socket'; readonly appToken: string };

/** The configuration of the Slack adapter. */
export interface SlackConfig {
  readonly installed: Installed;
  readonly transport: Transport;
  readonly support: readonly ChannelName[];
  readonly desks: readonly SlackDesk[];
  /** The rate limits: the maximum number of calls; 0: no limit. */
  readonly rates: {
    readonly postsPerSecond: number;
    readonly editsPerMinute: number;
    readonly readsPerMinute: number;
  };
  /** The base URL of the Web API; ends with a slash. */
  readonly apiUrl: string;
}

/** Returns the configuration of the adapter, or undefined if Slack is not set up. `entries`: the desks of the desks file that are in Slack. Throws an Error with one line for each problem. */
export function slackConfig(values: SlackValues, entries: readonly DeskEntry[]): SlackConfig | undefined {
  const desks = slackDesks(values, entries);
  const wrong = problems(values, desks);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const installed = installedOf(values);
  const transport = transportOf(values);
  if (installed === undefined || transport === undefined) return undefined;
  return {
    installed,
    transport,
    support: values.SLACK_SUPPORT_CHANNELS.map(channelNamed),
    desks,
    rates: {
      postsPerSecond: values.SLACK_POSTS_PER_SECOND,
      editsPerMinute: values.SLACK_EDITS_PER_MINUTE,
      readsPerMinute: values.SLACK_READS_PER_MINUTE,
    },
    apiUrl: values.SLACK_API_URL.endsWith('/') ? values.SLACK_API_URL : `${values.SLACK_API_URL}/`,
  };
}

const oauth = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_ENCRYPTION_KEY'] as const;

function installedOf(values: SlackValues): Installed | undefined {
  const { SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = values;
  const { SLACK_STATE_SECRET: stateSecret, SLACK_ENCRYPTION_KEY: keys } = values;
  if (token !== undefined) return { kind: 'one', token };
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined || keys === undefined)
    return undefined;
  return { kind: 'many', clientId, clientSecret, stateSecret, keys, teams: values.SLACK_TEAMS };
}

function transportOf({
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
}: SlackValues): Transport | undefined {
  if (appToken !== undefined) return { kind: 'socket', appToken };
  return signingSecret === undefined ? undefined : { kind: 'http', signingSecret };
}

/** Settings that have a value where nobody has set them. */
const haveDefaults = ['SLACK_API_URL', 'SLACK_DESK_LANGUAGE'];

function problems(values: SlackValues, desks: readonly SlackDesk[]): readonly string[] {
  const given = Object.keys(slackVariables).filter((name) => {
    const value = values[name as keyof SlackValues];
    return !haveDefaults.includes(name) && value !== undefined && typeof value !== 'number' && value.length > 0;
  });
  if (given.length === 0) return [];
  const many = oauth.some((name) => values[name] !== undefined);
  const channels = [
    ...values.SLACK_SUPPORT_CHANNELS.map((name) => ({ ...channelNamed(name), setting: 'SLACK_SUPPORT_CHANNELS' })),
    ...desks,
  ];
  const called = ({ team, channel }: ChannelName) => (team === undefined ? channel : `${team}/${channel}`);
  return [
    ...(values.SLACK_BOT_TOKEN !== undefined && many
      ? ['SLACK_BOT_TOKEN: not together with OAuth (SLACK_CLIENT_ID …); choose one workspace or many']
      : []),
    ...(values.SLACK_BOT_TOKEN === undefined && !many
      ? [`SLACK_BOT_TOKEN: missing, though ${given.join(', ')} is set`]
      : []),
    ...(many
      ? oauth
          .filter((name) => values[name] === undefined)
          .map((name) => `${name}: missing; OAuth needs ${oauth.join(', ')}`)
      : []),
    ...(values.SLACK_BOT_TOKEN !== undefined && values.SLACK_TEAMS.length > 0
      ? ['SLACK_TEAMS: only with OAuth; SLACK_BOT_TOKEN is for one workspace anyway']
      : []),
    ...(transportOf(values) === undefined
      ? ['SLACK_SIGNING_SECRET: missing; or set SLACK_APP_TOKEN for Socket Mode']
      : []),
    ...(many
      ? channels
          .filter(({ team }) => team === undefined)
          .map(
            ({ setting, channel }) =>
              `${setting} ${channel}: with many workspaces write workspace (or organisation, E…) and channel, T0123ABCD/${channel}`,
          )
      : []),
    ...channels
      .filter(({ team = '' }) => values.SLACK_TEAMS.length > 0 && !values.SLACK_TEAMS.includes(team))
      .map((name) => `${name.setting} ${called(name)}: not in a workspace of SLACK_TEAMS`),
    ...desks
      .filter(({ team = '' }) => isOrganization(team))
      .flatMap(({ setting, staff }) =>
        staff
          .filter((one) => one.startsWith('S'))
          .map((group) => `${setting} ${group}: in an organisation write workspace and user group, T0123ABCD/${group}`),
      ),
  ];
}
