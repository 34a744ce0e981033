import { createRequire } from 'node:module';
import { type Activity as BotActivity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  SkillValidation,
} from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { singleFlight, withTimeout } from '../../../bot/lib/async.ts';
import type { TeamsConfig } from '../config.ts';
import { isPlausible } from '../receive/bearer.ts';
import { trusts, UntrustedError } from '../trust.ts';
import { hush } from './hush.ts';

/** Something to send: an activity of the Bot Framework. */
export type Draft = Partial<BotActivity>;

/** The Bot Framework service, as far as this adapter needs it. Every call rejects with the SDK's error, which carries `statusCode` where the service answered. */
export interface Connector {
  /** Resolves to the service whose activities an Authorization header is for; to undefined unless the Bot Framework signed it for this bot and for Teams. Rejects if its keys cannot be read. */
  verify(authorization: string): Promise<string | undefined>;
  /** Sends to a conversation; gives the id of the new activity. */
  send(serviceUrl: string, conversation: string, draft: Draft): Promise<string>;
  /** Replaces what was sent. */
  update(serviceUrl: string, conversation: string, id: string, draft: Draft): Promise<void>;
  /** Begins a conversation: with a person (gives its id), or as a new thread of a channel, with a first activity. */
  begin(serviceUrl: string, parameters: Beginning): Promise<{ conversation: string; activity: string }>;
  /** The bot's token, for files that Teams holds; empty when local. */
  token(serviceUrl: string): Promise<string>;
}

type Beginning = Parameters<ConnectorClient['conversations']['createConversation']>[0];

/** A call that takes longer than this, in milliseconds, counts as cut; the outbox gives an attempt 10 s. */
const patience = 8_000;

/** Speaks to the Bot Framework with the bot's identity. This is the only file that imports the SDK, which is archived: https://github.com/microsoft/botbuilder-js */
export function connectorOf(config: TeamsConfig): Connector {
  keepEntities();
  const { identity } = config;
  const app = identity.kind === 'local' ? '' : identity.app;
  const authentication = new ConfigurationBotFrameworkAuthentication({ ...settingsOf(config) });
  const me = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: app }]);
  const factory = authentication.createConnectorFactory(me);
  const clients = new Map<string, Promise<ConnectorClient>>();

  /** One client a service; only trusted services get one, and with it the token. */
  function client(serviceUrl: string): Promise<ConnectorClient> {
    if (!trusts(config, serviceUrl)) return Promise.reject(new UntrustedError('This address is not on a trusted host'));
    const known = clients.get(serviceUrl);
    if (known !== undefined) return known;
    const made = factory.create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope).then(sendOnce);
    clients.set(serviceUrl, made);
    made.catch(() => clients.delete(serviceUrl));
    return made;
  }
  const options = { timeout: patience };

  return {
    verify: verifierOf(app, config.keys),
    async send(serviceUrl, conversation, draft) {
      const { conversations } = await client(serviceUrl);
      const { id } = await conversations.sendToConversation(conversation, draft, options);
      return id;
    },
    async update(serviceUrl, conversation, id, draft) {
      const { conversations } = await client(serviceUrl);
      await conversations.updateActivity(conversation, id, { ...draft, id }, options);
    },
    async begin(serviceUrl, parameters) {
      const { conversations } = await client(serviceUrl);
      const { id, activityId } = await conversations.createConversation(parameters, options);
      return { conversation: id, activity: activityId };
    },
    async token(serviceUrl) {
      const { credentials } = await client(serviceUrl);
      return 'getToken' in credentials ? (credentials as { getToken(): Promise<string> }).getToken() : '';
    },
  };
}

/** The one channel whose activities are read; the keys are endorsed for channels. */
const channel = 'msteams';
/** Seconds; as the SDK has it in ChannelValidation. */
const tolerance = 300;

/** Checks tokens as the SDK does (ParameterizedBotFrameworkAuthentication), yet without the activity: what depends on it is left to the caller. Tokens of the Emulator and of skills, which other issuers sign, are not taken. */
function verifierOf(audience: string, keys: string): Connector['verify'] {
  const { ToBotFromChannelTokenIssuer: issuer, AllowedSigningAlgorithms: algorithms } = AuthenticationConstants;
  const extractor = new JwtTokenExtractor({ issuer: [issuer], audience, clockTolerance: tolerance }, keys, algorithms);
  askOnce(extractor);
  return async (authorization) => {
    if (!isPlausible(authorization, { algorithms, issuer, audience, tolerance })) return undefined;
    try {
      // The SDK prints every refusal, with its stack: botframework-connector/lib/auth/jwtTokenExtractor.js.
      const identity = await hush(() => extractor.getIdentityFromAuthHeader(authorization, channel));
      if (identity === null || SkillValidation.isSkillClaim(identity.claims)) return undefined;
      return identity.getClaimValue(AuthenticationConstants.ServiceUrlClaim) ?? undefined;
    } catch (error) {
      if (refused(error)) return undefined;
      throw error;
    }
  };
}

/** Has the SDK ask for keys once at a time, not once a request, and in time. */
function askOnce({ openIdMetadata }: JwtTokenExtractor) {
  const refresh = openIdMetadata['refreshCache'].bind(openIdMetadata);
  const once = singleFlight<void>();
  openIdMetadata['refreshCache'] = () => once('keys', () => withTimeout(patience, refresh()));
}

/** Whether the SDK threw because a token is not good; anything else means that the check itself failed. */
const refused = (error: unknown) =>
  error instanceof AuthenticationError
    ? error.statusCode === 401
    : error instanceof Error && ['JsonWebTokenError', 'NotBeforeError'].includes(error.name);

function settingsOf({ identity }: TeamsConfig): Record<string, string> {
  if (identity.kind === 'local') return {};
  const { ToChannelFromBotLoginUrlPrefix, ToChannelFromBotOAuthScope } = AuthenticationConstants;
  return {
    MicrosoftAppId: identity.app,
    MicrosoftAppTenantId: identity.tenant,
    ...(identity.kind === 'secret'
      ? { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: identity.secret }
      : { MicrosoftAppType: 'UserAssignedMSI' }),
    ToChannelFromBotLoginUrl: `${ToChannelFromBotLoginUrlPrefix}${identity.tenant}`,
    ToChannelFromBotOAuthScope,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
  };
}

/** Takes the SDK's own retries away (after a reset they can send twice; the outbox retries) and its redirects (they would carry the token along). */
function sendOnce(client: ConnectorClient): ConnectorClient {
  const { pipeline } = client['client'];
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  return client;
}

/** 4.23.3 drops every field of an entity but three (labels, citations); mended upstream, never released: https://github.com/microsoft/botbuilder-js/pull/4903 */
function keepEntities() {
  const { Entity } = createRequire(import.meta.url)('botframework-connector/lib/connectorApi/models/mappers');
  Entity.type.additionalProperties = { type: { name: 'Object' } };
}
