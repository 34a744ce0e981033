import type { TeamsValues } from './variables.ts';

/** How the bot proves who it is to Teams; `local`: not at all, for a machine of one's own. */
export type Identity =
  | { readonly kind: 'local' }
  | { readonly kind: 'secret'; readonly app: string; readonly secret: string; readonly tenant: string }
  | { readonly kind: 'managed'; readonly app: string; readonly tenant: string };

/** All that the Teams adapter needs to know. */
export interface TeamsConfig {
  readonly identity: Identity;
  /** The tenants that may talk to the bot; empty when local: any. */
  readonly tenants: readonly string[];
  /** The hosts that are trusted with the bot's token. */
  readonly hosts: readonly string[];
  readonly desk: { readonly serviceUrl: string; readonly conversation: string } | undefined;
  /** How many messages a conversation gets a second at most; 0: as many as there are. */
  readonly postsPerSecond: number;
  /** Where the keys of the Bot Framework are described (OpenID metadata). */
  readonly keys: string;
}

/** Where Microsoft describes the keys that sign activities: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const microsoftKeys = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** The adapter's configuration; undefined: Teams is not set up. `mode`: NODE_ENV. Throws an Error with one line for each thing that is wrong. */
export function teamsConfig(values: TeamsValues, mode: string | undefined): TeamsConfig | undefined {
  const identity = identityOf(values);
  const wrong = half(values, mode);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  if (identity === undefined) return undefined;
  const { TEAMS_DESK_CONVERSATION: conversation, TEAMS_SERVICE_URL: serviceUrl } = values;
  return {
    identity,
    tenants: identity.kind === 'local' ? [] : [identity.tenant, ...(values.TEAMS_TENANTS ?? [])],
    hosts: values.TEAMS_SERVICE_HOSTS,
    desk: conversation === undefined ? undefined : { serviceUrl, conversation },
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
    return values.TEAMS_DESK_CONVERSATION === undefined
      ? []
      : [missing('MicrosoftAppId', 'TEAMS_DESK_CONVERSATION is set, but the bot has no credentials')];
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

/** The desk's address gets the bot's token, so it must be on a trusted host too. */
function trusted({ TEAMS_SERVICE_URL, TEAMS_SERVICE_HOSTS }: TeamsValues): readonly string[] {
  const { protocol, hostname } = new URL(TEAMS_SERVICE_URL);
  return protocol === 'https:' && TEAMS_SERVICE_HOSTS.includes(hostname)
    ? []
    : ['TEAMS_SERVICE_URL: must begin with https:// and a host of TEAMS_SERVICE_HOSTS'];
}
