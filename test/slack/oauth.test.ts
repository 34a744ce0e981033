import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manyWorkspaces } from '../../src/adapters/slack/install/many-workspaces.ts';
import { envelopeOf, json, nextTs } from './deliver.ts';
import { fakeSlack } from './fake-slack.ts';
import { installed, installIn } from './install.ts';
import { type Rig, rig } from './rig.ts';
import { channels, freePort } from './workspace.ts';

let bot: Rig;
beforeEach(async () => {
  const port = await freePort();
  const redirect = `http://127.0.0.1:${port}/slack/oauth_redirect`;
  bot = await rig({ installed }, await fakeSlack({ redirect }), port);
});
afterEach(() => bot.stop());

/** Goes through Slack's pages as somebody who adds the bot to a workspace; resolves to the last page. */
async function install(change: (state: string) => string = (state) => state): Promise<Response> {
  const first = await fetch(`${bot.url}/slack/install`, { redirect: 'manual' });
  const cookie = first.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const page = await (await fetch(first.headers.get('location') ?? '')).text();
  const fields = [...page.matchAll(/name="([^"]+)"\s+value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&amp;', '&'),
  ]);
  // Slack fills in the address of the manifest; the emulator wants to be told.
  fields.push(['redirect_uri', `${bot.url}/slack/oauth_redirect`]);
  const agreed = await fetch(new URL('/oauth/v2/authorize/callback', bot.slack.url), {
    method: 'POST',
    body: new URLSearchParams(Object.fromEntries(fields)),
    redirect: 'manual',
  });
  const back = new URL(agreed.headers.get('location') ?? '');
  back.searchParams.set('state', change(back.searchParams.get('state') ?? ''));
  return fetch(back, { headers: { cookie } });
}

async function ask(): Promise<number> {
  const ts = nextTs();
  await bot.event('T000000001', {
    type: 'app_mention',
    channel: channels.general,
    user: 'U000000001',
    text: '<@U0BOT00001> 認証できません',
    ts,
  });
  await bot.idle(`slack:T000000001:${channels.general}:${ts}`);
  return (await bot.slack.held('T0ONE00001', channels.general, ts)).length;
}
const kept = () => bot.vault.get('slack-installation:T000000001');

test('a workspace that installs the bot is answered, and its token is stored encrypted', async () => {
  expect(await ask()).toBe(0);
  expect((await install()).status).toBe(200);
  expect(await kept()).toBeTypeOf('string');
  expect(Buffer.from((await kept()) ?? '', 'base64').toString('latin1')).not.toContain('xoxb');
  expect(await ask()).toBe(1);
});

test('an installation with a forged state stores nothing', async () => {
  expect((await install(() => 'forged')).status).toBeGreaterThanOrEqual(400);
  expect(await kept()).toBeUndefined();
});

/** Comes back from Slack's pages with this instead of a code. */
async function back(query: (state: string) => string): Promise<{ readonly status: number; readonly page: string }> {
  const first = await fetch(`${bot.url}/slack/install`, { redirect: 'manual' });
  const state = new URL(first.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await fetch(`${bot.url}/slack/oauth_redirect?${query(state)}`, { headers: { cookie } });
  return { status: answer.status, page: await answer.text() };
}

test('a person who declines the installation sees a page in both languages, and no error is logged', async () => {
  const { status, page } = await back((state) => `error=access_denied&state=${state}`);
  expect(status).toBe(403);
  expect(page).toContain('追加しませんでした');
  expect(page).toContain('was not added');
  expect(bot.logged.join('\n')).toContain('Somebody decided against adding the bot');
  expect(bot.logged.join('\n')).not.toContain('failed');
});

test.each([
  ['Slack takes no such code', (state: string) => `code=secret-code&state=${state}`, 500, 'invalid_code'],
  ['there is no code', (state: string) => `state=${state}`, 400, 'MissingCodeError'],
  ['the state is forged', () => 'code=secret-code&state=forged', 400, 'InvalidStateError'],
])(
  'an installation that fails is logged without secrets and explained in both languages: %s',
  async (_title, query, expected, why) => {
    const { status, page } = await back(query);
    expect(status).toBe(expected);
    expect(page).toContain('追加できませんでした');
    expect(page).toContain('could not be added');
    const line = bot.logged.find((one) => one.includes('could not be installed')) ?? '';
    expect(line).toContain(why);
    expect(bot.logged.join('\n')).not.toContain('secret');
  },
);

test.each([
  ['is removed', { type: 'app_uninstalled' }],
  ['has its token revoked', { type: 'tokens_revoked', tokens: { bot: ['U0BOT00001'] } }],
])('the installation of a workspace where the bot %s is deleted', async (_title, event) => {
  await install();
  await bot.event('T000000001', event);
  expect(await kept()).toBeUndefined();
  expect(await ask()).toBe(0);
});

test.each([{ oauth: ['U000000001'] }, { oauth: ['U000000001'], bot: [] }])(
  'the revocation of a person’s own token does not remove the bot: %j',
  async (tokens) => {
    await install();
    const before = bot.logged.length;
    await bot.event('T000000001', { type: 'tokens_revoked', tokens });
    expect(bot.logged.slice(before)).toEqual([]);
    expect(await kept()).toBeDefined();
  },
);

test('a late event of an earlier removal does not delete a newer installation', async () => {
  await install();
  const late = {
    ...envelopeOf('T000000001', { type: 'app_uninstalled' }),
    event_time: Math.floor(Date.now() / 1_000) - 60,
  };
  expect((await bot.post(JSON.stringify(late), json)).status).toBe(200);
  expect(await kept()).toBeDefined();
  expect(await ask()).toBe(1);
});

describe('OAuth with SLACK_TEAMS', () => {
  beforeEach(async () => {
    await bot.stop();
    const port = await freePort();
    const redirect = `http://127.0.0.1:${port}/slack/oauth_redirect`;
    bot = await rig({ installed: { ...installed, teams: ['T0TWO00002'] } }, await fakeSlack({ redirect }), port);
  });

  test('a workspace that is not listed gets an explanation in both languages, stores nothing, and its token is revoked', async () => {
    const answer = await install();
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('このワークスペースではお使いいただけません');
    expect(page).toContain('is not available in this workspace');
    expect(page).not.toContain('href');
    expect(await kept()).toBeUndefined();
    expect(bot.slack.calls.filter(({ method }) => method === 'auth.revoke')).toHaveLength(1);
    expect(bot.logged.join()).toContain('A workspace that is not in SLACK_TEAMS installed the bot');
    expect(bot.logged.join()).not.toContain('xoxb');
  });

  test('deliveries of a workspace that is not listed are acknowledged and logged once, even if it installed the bot before', async () => {
    await installIn(bot.vault);
    const mention = (text: string) => ({ type: 'app_mention', channel: channels.general, user: 'U000000001', text });
    for (const text of ['a', 'b', 'c'])
      expect((await bot.event('T0ONE00001', { ...mention(text), ts: nextTs() })).status).toBe(200);
    const ts = nextTs();
    await bot.event('T0TWO00002', { ...mention('<@U0BOT00002> 認証できません'), ts });
    await bot.idle(`slack:T0TWO00002:${channels.general}:${ts}`);
    expect(await bot.slack.held('T0TWO00002', channels.general, ts)).toHaveLength(1);
    expect(bot.slack.calls.filter(({ team, method }) => team === 'T0ONE00001' && method.startsWith('chat.'))).toEqual(
      [],
    );
    expect(bot.logged.filter((one) => one.includes('workspace T0ONE00001 is not in SLACK_TEAMS'))).toHaveLength(1);
  });
});

test('a new encryption key before the old one decrypts stored tokens and encrypts them with the new key', async () => {
  await installIn(bot.vault);
  const [old = ''] = installed.keys;
  const anew = Buffer.alloc(32, 9).toString('base64');
  const open = (keys: readonly string[]) =>
    manyWorkspaces(bot.vault, { keys, teams: [] }, bot.slack.url, { info() {}, warn() {}, error() {} }).bot(
      'T0ONE00001',
    );
  await expect(open([anew])).rejects.toThrow('cannot be decrypted');
  expect(await open([anew, old])).toMatchObject({ token: 'xoxb-one' });
  expect(await open([anew])).toMatchObject({ token: 'xoxb-one' });
  await expect(open([old])).rejects.toThrow('cannot be decrypted');
});
