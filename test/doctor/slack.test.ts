import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SlackConfig } from '../../src/adapters/slack/config.ts';
import { checkSlack } from '../../src/adapters/slack/install/check.ts';
import { scopes } from '../../src/adapters/slack/install/manifest.ts';
import { oneWorkspace } from '../../src/adapters/slack/install/one-workspace.ts';
import type { Workspaces } from '../../src/adapters/slack/install/workspaces.ts';

/** What Slack answers to a method, with what headers. */
type Says = Readonly<Record<string, { readonly body: object; readonly headers?: Readonly<Record<string, string>> }>>;
const identity = { ok: true, team_id: 'T0ONE00001', user_id: 'U0BOT00001', bot_id: 'B000000009' };
const usual: Says = {
  'auth.test': { body: identity, headers: { 'x-oauth-scopes': scopes.join(',') } },
  'conversations.info': { body: { ok: true, channel: { id: 'C1', name: 'help', is_member: true } } },
  'apps.connections.open': { body: { ok: true, url: 'wss://127.0.0.1/link' } },
};
let says: Says;
let asked: string[];
const server = createServer((request, response) => {
  const method = request.url?.replace('/api/', '') ?? '';
  asked.push(`${method} ${request.headers.authorization}`);
  const { body, headers = {} } = says[method] ?? { body: { ok: false, error: 'unknown_method' } };
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});
afterAll(() => void server.close());
beforeEach(() => {
  [says, asked] = [usual, []];
});

const one = (more: Partial<SlackConfig> = {}): SlackConfig => ({
  installed: { kind: 'one', token: 'xoxb-hunter2' },
  transport: { kind: 'http', signingSecret: 'hunter2' },
  support: [{ team: undefined, channel: 'C1' }],
  desks: [],
  rates: { postsPerSecond: 0, editsPerMinute: 0, readsPerMinute: 0 },
  apiUrl: url,
  ...more,
});
/** What is found; never a secret. */
async function said(config: SlackConfig, workspaces?: Workspaces, lost: readonly string[] = []) {
  const findings = await checkSlack(
    config,
    workspaces ?? oneWorkspace('xoxb-hunter2', config.apiUrl),
    async () => lost,
  );
  expect(JSON.stringify(findings)).not.toContain('hunter2');
  return findings.map(({ state, what }) => `${state} ${what}`);
}

test('a Slack in which everything works is no problem', async () => {
  expect(await said(one())).toEqual([]);
  expect(asked).toContain('conversations.info Bearer xoxb-hunter2');
});

test('a scope of the manifest that the app was not granted is found, with what to do', async () => {
  const granted = scopes.filter((scope) => scope !== 'reactions:write' && scope !== 'files:read').join(', ');
  says = { ...usual, 'auth.test': { body: identity, headers: { 'x-oauth-scopes': granted } } };
  expect(await said(one())).toEqual([
    'wrong the app lacks the scopes files:read, reactions:write; update it from its manifest (npm run -s slack:manifest) and install it again',
  ]);
});

test('a token that Slack refuses is found, and nothing is said of channels then', async () => {
  says = { ...usual, 'auth.test': { body: { ok: false, error: 'token_revoked' } } };
  expect(await said(one())).toEqual([
    expect.stringMatching(/^wrong Slack refuses SLACK_BOT_TOKEN \(token_revoked\): install/),
  ]);
});

test('a Slack that cannot be asked is away', async () => {
  says = { ...usual, 'auth.test': { body: { ok: false, error: 'service_unavailable' } } };
  expect(await said(one())).toEqual(['away Slack could not be asked (service_unavailable)']);
  expect(await said(one({ apiUrl: 'http://127.0.0.1:1/api/' }))).toEqual([
    'away Slack could not be asked (Error ECONNREFUSED)',
  ]);
});

test('a machine whose clock is far from Slack’s is found', async () => {
  const headers = { date: new Date(Date.now() - 400_000).toUTCString() };
  says = { ...usual, 'auth.test': { body: identity, headers } };
  expect(await said(one())).toEqual([
    expect.stringMatching(/^wrong the clock of this machine is 40\d s ahead of Slack’s/),
  ]);
});

test('a channel in which the app is not is found, also where scopes lack', async () => {
  const channel = { id: 'C1', name: 'help', is_member: false };
  says = {
    ...usual,
    'auth.test': { body: identity, headers: { 'x-oauth-scopes': scopes.slice(1).join(',') } },
    'conversations.info': { body: { ok: true, channel } },
  };
  expect(await said(one())).toEqual([
    expect.stringContaining(`lacks the scopes ${scopes[0]}`),
    'wrong SLACK_SUPPORT_CHANNELS C1: the app is not in #help; invite the app to #help',
  ]);
});

test('an app-level token that Slack refuses is found, and none is asked about over HTTP', async () => {
  says = { ...usual, 'apps.connections.open': { body: { ok: false, error: 'not_allowed_token_type' } } };
  expect(await said(one())).toEqual([]);
  expect(await said(one({ transport: { kind: 'socket', appToken: 'xapp-hunter2' } }))).toEqual([
    expect.stringMatching(/^wrong Slack refuses SLACK_APP_TOKEN \(not_allowed_token_type\): turn Socket Mode on/),
  ]);
});

test('of many workspaces the token of each that the settings name is checked, and what no key decrypts is named', async () => {
  const keys = { clientId: '1.2', clientSecret: 'hunter2', stateSecret: 'hunter2', keys: [], teams: [] };
  const installed = { kind: 'many', ...keys } as const;
  const bots = new Map([['T1', { token: 'xoxb-t1', user: 'U1', id: 'B1' }]]);
  const workspaces: Workspaces = {
    ...oneWorkspace('xoxb-hunter2', url),
    bot: async (team) => bots.get(team),
    only: async () => undefined,
  };
  const support = ['T1', 'T2'].map((team) => ({ team, channel: 'C1' }));
  expect(await said(one({ installed, support }), workspaces, ['T3', 'T4'])).toEqual([
    expect.stringMatching(/^wrong SLACK_ENCRYPTION_KEY does not decrypt what these installed: T3, T4; put the key/),
    'wrong SLACK_SUPPORT_CHANNELS C1: the app is not installed in workspace T2',
  ]);
  says = { ...usual, 'auth.test': { body: { ok: false, error: 'account_inactive' } } };
  expect(await said(one({ installed, support }), workspaces)).toEqual([
    'wrong Slack refuses the token of workspace T1 (account_inactive): have the app installed there again',
  ]);
});
