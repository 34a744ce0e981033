import type { DeskEntry } from '../desk/file.ts';
import { type TeamsDesk, type TeamsPlace, teamsDesks, untrusted } from './desks.ts';
import type { TeamsValues } from './variables.ts';

/** The credentials with which the bot authenticates to Teams; `local` has none, for a developer's own machine. */
export type Identity =
  | { readonly kind: 'local' }
  | { readonly kind: 'secret'; readonly app: string; readonly secret: string; readonly tenant: string }
  | { readonly kind: 'managed'; readonly app: string; readonly tenant: string };

/** The configuration of the Teams adapter. */
export interface TeamsConfig {
  readonly identity: Identity;
  /** The tenants whose people may talk to the bot; empty when local, where any tenant may. */
  readonly tenants: readonly string[];
  /** The hosts to which the bot's token may be sent. */
  readonly hosts: readonly string[];
  readonly desks: readonly TeamsDesk[];
  /** The support channels, where every new post begins a case; in a listed group chat whoever has a case need not mention the bot. */
  readonly support: readonly TeamsPlace[];
  /** The rate limit: maximum number of messages per second in one conversation; 0 for no limit. */
  readonly postsPerSecond: number;
  /** The URL of the OpenID metadata that lists the Bot Framework's signing keys. */
  readonly keys: string;
}

/** The URL of the metadata of the keys that sign activities: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const microsoftKeys = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Returns the configuration of the Teams adapter; undefined if Teams is not set up. `mode` is NODE_ENV; `entries` are the desks of the desks file that are in Teams. Throws an Error with one line for each invalid or missing variable. */
export function teamsConfig(
  values: TeamsValues,
  mode: string | undefined,
  entries: readonly DeskEntry[],
): TeamsConfig | undefined {
  const identity = identityOf(values);
  const desks = teamsDesks(values, entries);
  const wrong = [
    ...half(values, mode),
    ...(identity === undefined || identity.kind === 'local' ? [] : untrusted(desks, values)),
  ];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  if (identity === undefined) return undefined;
  return {
    identity,
    tenants: identity.kind === 'local' ? [] : [identity.tenant, ...(values.TEAMS_TENANTS ?? [])],
    hosts: values.TEAMS_SERVICE_HOSTS,
    desks,
    support: values.TEAMS_SUPPORT_CONVERSATIONS.map((conversation) => ({
      conversation,
      serviceUrl: values.TEAMS_SERVICE_URL,
    })),
    postsPerSecond: values.TEAMS_POSTS_PER_SECOND,
    keys: microsoftKeys,
  };
}

function identityOf(values: TeamsValues): Identity | undefined {
  const { MicrosoftAppId: app, MicrosoftAppPassword: secret, MicrosoftAppTenantId: tenant } = values;
  if (values.TEAMS_LOCAL) return { kind: 'local' };
  if (app === undefined || tenant === undefined) return undefined;
  if (values.MicrosoftAppType === 'UserAssignedMSI') return { kind: 'managed', app, tenant };
  return secret === undefined ? undefined : { kind: 'secret', app, secret, tenant };
}

function half(values: TeamsValues, mode: string | undefined): readonly string[] {
  const credentials = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'] as const;
  const given = credentials.filter((name) => values[name] !== undefined);
  const missing = (name: string, why: string) => `${name}: missing; ${why}`;
  if (values.TEAMS_LOCAL)
    return [
      ...(mode === 'production' ? ['TEAMS_LOCAL: refused when NODE_ENV is production'] : []),
      ...given.map((name) => `${name}: not together with TEAMS_LOCAL, which runs without credentials`),
    ];
  if (given.length === 0)
    return [
      ...(values.TEAMS_DESK_CONVERSATION === undefined ? [] : ['TEAMS_DESK_CONVERSATION']),
      ...(values.TEAMS_SUPPORT_CONVERSATIONS.length === 0 ? [] : ['TEAMS_SUPPORT_CONVERSATIONS']),
    ].map((name) => missing('MicrosoftAppId', `${name} is set, but the bot has no credentials`));
  const managed = values.MicrosoftAppType === 'UserAssignedMSI';
  const needed = credentials.filter((name) => !(managed && name === 'MicrosoftAppPassword'));
  return [
    ...needed
      .filter((name) => values[name] === undefined)
      .map((name) => missing(name, `${given.join(', ')} ${given.length === 1 ? 'is' : 'are'} set`)),
    ...(managed && values.MicrosoftAppPassword !== undefined
      ? ['MicrosoftAppPassword: not together with MicrosoftAppType UserAssignedMSI']
      : []),
    ...trusted(values),
  ];
}

/** Returns an error line if the desk's address is not on a trusted host: the bot's token is sent there too. */
function trusted({ TEAMS_SERVICE_URL, TEAMS_SERVICE_HOSTS }: TeamsValues): readonly string[] {
  const { protocol, hostname } = new URL(TEAMS_SERVICE_URL);
  return protocol === 'https:' && TEAMS_SERVICE_HOSTS.includes(hostname)
    ? []
    : ['TEAMS_SERVICE_URL: must begin with https:// and a host of TEAMS_SERVICE_HOSTS'];
}
