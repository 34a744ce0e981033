import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';

/** The workspaces' tokens and ids: the same channels in each. */
export const workspaces = {
  T0ONE00001: { token: 'xoxb-one', bot: 'U0BOT00001' },
  T0TWO00002: { token: 'xoxb-two', bot: 'U0BOT00002' },
} as const;
/** An organisation that installed the bot for all of its workspaces, with its one token. */
export const organization = {
  id: 'E0ORG00001',
  token: 'xoxb-org',
  bot: 'U0BOT00003',
  workspaces: ['T0ORG00001', 'T0ORG00002'],
} as const;
/** Everything that can have installed the bot. */
const installers = { ...workspaces, [organization.id]: organization } as const;
/** The id of a workspace, or of the organisation. */
export type Team = keyof typeof installers;
/** The token of the bot there. */
export const tokenOf = (team: Team): string => installers[team].token;
/** Returns the team whose token this is, or undefined if it is nobody's. */
export const teamOf = (token: string | undefined): Team | undefined =>
  (Object.keys(installers) as Team[]).find((team) => installers[team].token === token);
/** Returns why Slack refuses a call with the token of an organisation: one about a user group has to name a workspace of it (https://docs.slack.dev/reference/methods/usergroups.users.list), and none may name the organisation in its place. */
export function ofOrganization(team: Team, method: string, body: Readonly<Record<string, string>>): string | undefined {
  if (team !== organization.id) return undefined;
  const { team_id } = body;
  if (team_id === undefined) return method.startsWith('usergroups.') ? 'missing_argument' : undefined;
  return organization.workspaces.some((one) => one === team_id) ? undefined : 'team_access_not_granted';
}

/** The channels that every workspace has; the bot is a member of both. */
export const channels = { support: 'C000000001', general: 'C000000002' } as const;

/** One emulated workspace, with the bot in every channel; `oauth`: where somebody who installs it is sent back to. */
export async function emulator(
  team: string,
  { token, bot }: { readonly token: string; readonly bot: string },
  oauth?: { readonly redirect: string },
): Promise<Emulator> {
  const started = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        team: { name: team, domain: team.toLowerCase() },
        users: [],
        oauth_apps: [
          {
            client_id: '1.2',
            client_secret: 'client-secret',
            app_id: 'A000000001',
            name: 'Navi',
            redirect_uris: [oauth?.redirect ?? 'http://127.0.0.1/none'],
            scopes: ['chat:write', 'users:read'],
            bot_id: 'B000000009',
            bot_user_id: bot,
            bot_name: 'navi',
          },
        ],
        tokens: [
          {
            token,
            type: 'bot',
            user_id: bot,
            bot_id: 'B000000009',
            bot_user_id: bot,
            app_id: 'A000000001',
            scopes: [],
          },
        ],
      },
    },
  });
  for (const channel of Object.values(channels)) await call(started, team as Team, 'conversations.join', { channel });
  return started;
}

/** Calls a method as the bot. */
export async function call(
  emulator: Emulator | undefined,
  team: Team,
  method: string,
  body: Readonly<Record<string, string>>,
): Promise<object> {
  const answer = await fetch(`${emulator?.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenOf(team)}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(body).toString(),
  });
  return (await answer.json()) as object;
}

/** Hands a call of the bot on. */
export async function ask(
  emulator: Emulator | undefined,
  request: IncomingMessage,
  body: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const answer = await fetch(`${emulator?.url}${request.url}`, {
    method: 'POST',
    headers: { authorization, 'content-type': type },
    body,
  });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}

/** Hands a page of Slack's on to a browser. */
export async function pass(
  emulator: Emulator | undefined,
  { method, url, headers }: IncomingMessage,
  raw: string,
  response: ServerResponse,
): Promise<void> {
  const answer = await fetch(`${emulator?.url}${url}`, {
    method: method ?? 'GET',
    redirect: 'manual',
    headers: { 'content-type': headers['content-type'] ?? '' },
    ...(method === 'POST' && { body: raw }),
  });
  const location = answer.headers.get('location');
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? '',
    ...(location !== null && { location }),
  });
  response.end(await answer.text());
}

/** A port that nobody has: the emulator cannot choose one itself. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
