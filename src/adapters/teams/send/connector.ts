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

/** An activity of the Bot Framework to be sent. */
export type Draft = Partial<BotActivity>;

/** The client of the Bot Framework service, reduced to the needs of this adapter. Every call rejects with the SDK's error, which carries `statusCode` if the service answered. */
export interface Connector {
  /** Verifies an Authorization header; resolves to the URL of the service whose activities it permits, or to undefined unless the Bot Framework signed it for this bot and for Teams. Rejects if the signing keys cannot be fetched. */
  verify(authorization: string): Promise<string | undefined>;
  /** Sends an activity to a conversation; resolves to its id. */
  send(serviceUrl: string, conversation: string, draft: Draft): Promise<string>;
  /** Replaces an activity that was sent. */
  update(serviceUrl: string, conversation: string, id: string, draft: Draft): Promise<void>;
  /** Deletes an activity that was sent; one that is gone already needs no deletion. */
  remove(serviceUrl: string, conversation: string, id: string): Promise<void>;
  /** Begins a conversation: with a person (resolves to its id), or as a new thread of a channel, with its first activity. */
  begin(serviceUrl: string, parameters: Beginning): Promise<{ conversation: string; activity: string }>;
  /** Returns the e-mail address of a member of a conversation; empty if the service does not tell it. */
  mailOf(serviceUrl: string, conversation: string, member: string): Promise<string>;
  /** Resolves to the name of a member of a conversation; empty if Teams gives none. */
  nameOf(serviceUrl: string, conversation: string, member: string): Promise<string>;
  /** Reads a page of who is in a conversation, and resolves if that is told. */
  look(serviceUrl: string, conversation: string): Promise<void>;
  /** Resolves to the bot's token, for files that Teams stores; empty when local. */
  token(serviceUrl: string): Promise<string>;
}

type Beginning = Parameters<ConnectorClient['conversations']['createConversation']>[0];

/** The smallest page of members; the SDK's types want a continuation even for the first one. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const firstPage = { pageSize: 50 } as { pageSize: number; continuationToken: string };

/** Timeout of a call in milliseconds, after which its connection counts as cut; it is shorter than the 10 s that the outbox gives an attempt. */
const patience = 8_000;

/** Returns the client of the Bot Framework with the bot's identity. This is the only file that imports the SDK, which is archived: https://github.com/microsoft/botbuilder-js */
export function connectorOf(config: TeamsConfig): Connector {
  keepEntities();
  const { identity } = config;
  const app = identity.kind === 'local' ? '' : identity.app;
  const authentication = new ConfigurationBotFrameworkAuthentication({ ...settingsOf(config) });
  const me = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: app }]);
  const factory = authentication.createConnectorFactory(me);
  const clients = new Map<string, Promise<ConnectorClient>>();

  /** Returns the cached client of a service. Rejects with an UntrustedError if its host is not trusted: only trusted services get a client, and with it the token. */
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
    async remove(serviceUrl, conversation, id) {
      const { conversations } = await client(serviceUrl);
      await conversations.deleteActivity(conversation, id, options).catch((error: unknown) => {
        if (!(error instanceof Error && 'statusCode' in error && error.statusCode === 404)) throw error;
      });
    },
    async begin(serviceUrl, parameters) {
      const { conversations } = await client(serviceUrl);
      const { id, activityId } = await conversations.createConversation(parameters, options);
      return { conversation: id, activity: activityId };
    },
    async mailOf(serviceUrl, conversation, member) {
      const { conversations } = await client(serviceUrl);
      // Microsoft Teams adds them to the fields of the Bot Framework: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
      const { email, userPrincipalName } = (await conversations.getConversationMember(
        conversation,
        member,
        options,
      )) as {
        email?: unknown;
        userPrincipalName?: unknown;
      };
      return [email, userPrincipalName].find((one) => typeof one === 'string' && one.includes('@'))?.toString() ?? '';
    },
    async nameOf(serviceUrl, conversation, member) {
      const { conversations } = await client(serviceUrl);
      const { name } = await conversations.getConversationMember(conversation, member, options);
      return name ?? '';
    },
    async look(serviceUrl, conversation) {
      const { conversations } = await client(serviceUrl);
      await conversations.getConversationPagedMembers(conversation, { ...options, ...firstPage });
    },
    async token(serviceUrl) {
      if (identity.kind === 'local') return '';
      const { credentials } = await client(serviceUrl);
      return 'getToken' in credentials ? (credentials as { getToken(): Promise<string> }).getToken() : '';
    },
  };
}

/** The Bot Framework channel whose activities are accepted; the signing keys are endorsed for channels. */
const channel = 'msteams';
/** Maximum clock skew in seconds, as the SDK has it in ChannelValidation. */
const tolerance = 300;

/** Returns a function that verifies tokens as the SDK does (ParameterizedBotFrameworkAuthentication), but without the activity: the checks that depend on it are left to the caller. Tokens of the Emulator and of skills, which have other issuers, are refused. */
function verifierOf(audience: string, keys: string): Connector['verify'] {
  const { ToBotFromChannelTokenIssuer: issuer, AllowedSigningAlgorithms: algorithms } = AuthenticationConstants;
  const extractor = new JwtTokenExtractor({ issuer: [issuer], audience, clockTolerance: tolerance }, keys, algorithms);
  askOnce(extractor);
  return async (authorization) => {
    if (!isPlausible(authorization, { algorithms, issuer, audience, tolerance })) return undefined;
    try {
      // The SDK prints every refused token to the console, with its stack: botframework-connector/lib/auth/jwtTokenExtractor.js.
      const identity = await hush(() => extractor.getIdentityFromAuthHeader(authorization, channel));
      if (identity === null || SkillValidation.isSkillClaim(identity.claims)) return undefined;
      return identity.getClaimValue(AuthenticationConstants.ServiceUrlClaim) ?? undefined;
    } catch (error) {
      if (refused(error)) return undefined;
      throw error;
    }
  };
}

/** Makes the SDK fetch signing keys once at a time (single-flight) instead of once per request, and with a timeout. */
function askOnce({ openIdMetadata }: JwtTokenExtractor) {
  const refresh = openIdMetadata['refreshCache'].bind(openIdMetadata);
  const once = singleFlight<void>();
  openIdMetadata['refreshCache'] = () => once('keys', () => withTimeout(patience, refresh()));
}

/** Returns true if the SDK threw because a token is invalid; any other error means that the verification itself failed. */
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

/** Removes the SDK's own retries (after a reset they can send twice; the outbox retries) and its redirects (they would carry the token along). */
function sendOnce(client: ConnectorClient): ConnectorClient {
  const { pipeline } = client['client'];
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  return client;
}

/** Works around a bug of the SDK: 4.23.3 drops every field of an entity but three (so labels and citations are lost); fixed upstream, never released: https://github.com/microsoft/botbuilder-js/pull/4903 */
function keepEntities() {
  const { Entity } = createRequire(import.meta.url)('botframework-connector/lib/connectorApi/models/mappers');
  Entity.type.additionalProperties = { type: { name: 'Object' } };
}
