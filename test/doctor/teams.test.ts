import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkTeams } from '../../src/adapters/teams/check.ts';
import type { TeamsConfig } from '../../src/adapters/teams/config.ts';
import { connectorOf } from '../../src/adapters/teams/send/connector.ts';
import { deskOn } from '../teams/desk-on.ts';
import { startService } from '../teams/service.ts';

let answer: { readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> };
let asked: { readonly path: string; readonly form: URLSearchParams }[];
/** Microsoft Entra on this machine. */
const server = createServer(async (request, response) => {
  asked.push({ path: request.url ?? '', form: new URLSearchParams(await text(request)) });
  response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body));
});
let login: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  login = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());
beforeEach(() => {
  [answer, asked] = [{ status: 200, body: { access_token: 'hunter2' } }, []];
});

const config = (more: Partial<TeamsConfig> = {}): TeamsConfig => ({
  identity: { kind: 'secret', app: 'app-1', secret: 'hunter2', tenant: 'tenant-1' },
  tenants: ['tenant-1'],
  hosts: ['smba.trafficmanager.net'],
  desks: [deskOn('https://smba.trafficmanager.net', '19:desk@thread.tacv2')],
  support: [],
  postsPerSecond: 0,
  keys: '',
  ...more,
});
const connector = { look: async () => {}, token: async () => 'hunter2' };
const failing = (statusCode: number) => ({
  ...connector,
  look: () => Promise.reject(Object.assign(new Error('hunter2'), { statusCode })),
});
/** What is found; never a secret. */
async function said(of: TeamsConfig, over: Parameters<typeof checkTeams>[1] = connector) {
  const findings = await checkTeams(of, over, login);
  expect(JSON.stringify(findings)).not.toContain('hunter2');
  return findings.map(({ state, what }) => `${state} ${what}`);
}

test('credentials for which Microsoft Entra gives a token are no problem', async () => {
  expect(await said(config())).toEqual([]);
  expect(asked.map(({ path }) => path)).toEqual(['/tenant-1/oauth2/v2.0/token']);
  expect(Object.fromEntries(asked[0]?.form ?? [])).toEqual({
    grant_type: 'client_credentials',
    client_id: 'app-1',
    client_secret: 'hunter2',
    scope: 'https://api.botframework.com/.default',
  });
});

test.each([
  [401, 'invalid_client', 7000215, 'MicrosoftAppPassword is no secret of this app'],
  [401, 'invalid_client', 7000222, 'MicrosoftAppPassword has expired'],
  [400, 'unauthorized_client', 700016, 'MicrosoftAppId is no app of MicrosoftAppTenantId'],
  [400, 'invalid_request', 90002, 'MicrosoftAppTenantId is no tenant'],
  [400, 'invalid_grant', 1, 'compare MicrosoftAppId'],
])(
  'credentials that Microsoft Entra refuses (%d %s %d) are found, with what to do',
  async (status, error, code, what) => {
    const error_description = `AADSTS${code}: hunter2`;
    answer = { status, body: { error, error_codes: [code], error_description } };
    // What Teams says of the desks then means nothing.
    expect(await said(config(), failing(401))).toEqual([
      expect.stringContaining(`wrong Microsoft Entra gives the bot no token (${error}, AADSTS${code}): ${what}`),
    ]);
  },
);

test('a Microsoft Entra that cannot be asked is away', async () => {
  answer = { status: 503, body: {} };
  expect(await said(config())).toEqual(['away Microsoft Entra could not be asked (HTTP 503)']);
});

test('a machine whose clock is far from Microsoft’s is found', async () => {
  answer = { ...answer, headers: { date: new Date(Date.now() + 400_000).toUTCString() } };
  expect(await said(config())).toEqual([
    expect.stringMatching(/^wrong the clock of this machine is \d+ s behind Microsoft’s/),
  ]);
});

test('a desk where the app is not is found with its setting, and one that cannot be asked is away', async () => {
  for (const status of [403, 404])
    expect(await said(config(), failing(status))).toEqual([
      expect.stringMatching(
        new RegExp(`^wrong TEAMS_DESK_CONVERSATION: the app is not in .+\\(${status}\\); add the app`),
      ),
    ]);
  expect(await said(config(), failing(401))).toEqual([
    expect.stringContaining('wrong TEAMS_DESK_CONVERSATION: Teams refuses'),
  ]);
  expect(await said(config(), failing(502))).toEqual([
    'away TEAMS_DESK_CONVERSATION: Teams could not be asked (Error)',
  ]);
});

test('a support channel that the app is not in is found with its id', async () => {
  const support = [{ conversation: '19:help@thread.tacv2', serviceUrl: 'https://smba.trafficmanager.net/teams/' }];
  expect(await said(config({ desks: [], support }))).toEqual([]);
  expect(await said(config({ desks: [], support }), failing(404))).toEqual([
    expect.stringMatching(/^wrong TEAMS_SUPPORT_CONVERSATIONS 19:help@thread\.tacv2: the app is not in/),
  ]);
});

test('a managed identity that gives no token is found', async () => {
  const managed = config({ identity: { kind: 'managed', app: 'app-1', tenant: 'tenant-1' } });
  expect(await said(managed)).toEqual([]);
  expect(await said(managed, { ...connector, token: () => Promise.reject(new Error('hunter2')) })).toEqual([
    expect.stringMatching(/^wrong the managed identity of this machine gives no token/),
  ]);
  expect(asked).toEqual([]);
});

test('nobody is asked where the bot has no credentials', async () => {
  expect(await said(config({ identity: { kind: 'local' } }), failing(404))).toEqual([]);
  expect(asked).toEqual([]);
});

test('whether the bot is in a conversation is read from the roster of the conversation', async () => {
  const service = await startService();
  const { look } = connectorOf(config({ identity: { kind: 'local' } }));
  await look(`${service.url}/one/`, '19:desk@thread.tacv2');
  expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /one/v3/conversations/19%3Adesk%40thread.tacv2/pagedmembers?pageSize=50',
  ]);
  service.faults.push({ method: 'any', status: 404 });
  await expect(look(`${service.url}/one/`, '19:desk@thread.tacv2')).rejects.toMatchObject({ statusCode: 404 });
  await service.stop();
});
