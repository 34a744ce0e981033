import { Agent } from 'undici';
import { z } from 'zod';
import { clockFindings } from '../doctor/clock.ts';
import { type Finding, found, inTime } from '../doctor/finding.ts';
import { exchange, type HttpAnswer } from '../http/exchange.ts';
import type { Identity, TeamsConfig } from './config.ts';
import { teamsId } from './keys.ts';
import type { Connector } from './send/connector.ts';

/** Where Microsoft Entra hands out the bot's token: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const microsoftLogin = 'https://login.microsoftonline.com/';
const scope = 'https://api.botframework.com/.default';

const refused = z.object({ error: z.string().regex(/^\w{1,60}$/), error_codes: z.array(z.number().int()).default([]) });

/** What the operator does about an error of Microsoft Entra: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const advice: Readonly<Record<number, string>> = {
  700016: 'MicrosoftAppId is no app of MicrosoftAppTenantId; compare both with those of the Azure Bot',
  700027: 'compare MicrosoftAppPassword with the client secret',
  90002: 'MicrosoftAppTenantId is no tenant',
  7000215: 'MicrosoftAppPassword is no secret of this app: set the value of the client secret, not its id',
  7000222: 'MicrosoftAppPassword has expired: create a new client secret under "Manage Password"',
};

/** Checks what the settings name in Teams: the bot's credentials, the clock, the support channels, and the conversations of the desks. */
export async function checkTeams(
  { identity, hosts, desks, support }: TeamsConfig,
  connector: Pick<Connector, 'look' | 'token'>,
  login = microsoftLogin,
): Promise<readonly Finding[]> {
  // Without credentials everything is on this machine.
  if (identity.kind === 'local') return [];
  let accepted = false;
  const accept = () => {
    accepted = true;
  };
  const own =
    identity.kind === 'secret'
      ? await inTime('Microsoft Entra', () => ofSecret(identity, login, accept))
      : await inTime('The managed identity', () => ofManaged(connector, `https://${hosts[0]}/teams/`, accept));
  // Without a token Teams says nothing of its conversations.
  if (!accepted) return own;
  const named = [
    ...support.map((place) => ({ ...place, setting: `TEAMS_SUPPORT_CONVERSATIONS ${place.conversation}` })),
    ...desks.map((desk) => ({
      ...desk,
      setting: desk.id === teamsId ? 'TEAMS_DESK_CONVERSATION' : `DESKS_FILE ${desk.id}`,
    })),
  ];
  const places = await Promise.all(
    named.map(({ setting, serviceUrl, conversation }) =>
      inTime(`${setting}: Teams`, () => ofPlace(connector, setting, serviceUrl, conversation)),
    ),
  );
  return [...own, ...places.flat()];
}

/** Asks for a token as the bot does for its messages, and calls `accept` if it is given. */
async function ofSecret(
  { app, secret, tenant }: Extract<Identity, { kind: 'secret' }>,
  login: string,
  accept: () => void,
): Promise<readonly Finding[]> {
  const { origin, pathname } = new URL(`${tenant}/oauth2/v2.0/token`, login);
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: app,
    client_secret: secret,
    scope,
  }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const agent = new Agent({ connect: { timeout: 3_000 } });
  try {
    const request = { origin, path: pathname, method: 'POST' as const, headers, body };
    const answer = await exchange(agent, request, Number.POSITIVE_INFINITY);
    if (answer.status === 200) accept();
    return ofAnswer(answer);
  } finally {
    void agent.destroy();
  }
}

function ofAnswer({ status, headers, text }: HttpAnswer): readonly Finding[] {
  const clock = clockFindings('Microsoft’s', Date.parse(String(headers['date'])));
  if (status === 200) return clock;
  if (status === 429 || status >= 500) return found('away', `Microsoft Entra could not be asked (HTTP ${status})`);
  const { data } = refused.safeParse(parsedOr(text));
  const [code = 0] = data?.error_codes ?? [];
  const why = [data?.error ?? `HTTP ${status}`, ...(code === 0 ? [] : [`AADSTS${code}`])].join(', ');
  const todo =
    advice[code] ?? 'compare MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId with the Azure Bot';
  return [...found('wrong', `Microsoft Entra gives the bot no token (${why}): ${todo}`), ...clock];
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function ofManaged(
  connector: Pick<Connector, 'token'>,
  serviceUrl: string,
  accept: () => void,
): Promise<readonly Finding[]> {
  if ((await connector.token(serviceUrl).catch(() => '')) !== '') {
    accept();
    return [];
  }
  return found(
    'wrong',
    'the managed identity of this machine gives no token: assign the one whose client id is MicrosoftAppId to it',
  );
}

/** Asks who is in a configured conversation, which only the bot's own conversations tell. */
async function ofPlace(
  connector: Pick<Connector, 'look'>,
  setting: string,
  serviceUrl: string,
  conversation: string,
): Promise<readonly Finding[]> {
  try {
    await connector.look(serviceUrl, conversation);
    return [];
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0;
    if (status === 401)
      return found(
        'wrong',
        `${setting}: Teams refuses the bot's token (401): compare MicrosoftAppId with the Azure Bot, and add Microsoft Teams to its channels`,
      );
    if (status >= 400 && status < 500 && status !== 408 && status !== 429)
      return found(
        'wrong',
        `${setting}: the app is not in this conversation, or there is none (${status}); add the app to its team or chat, or compare the id`,
      );
    throw error;
  }
}
