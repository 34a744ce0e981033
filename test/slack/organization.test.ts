import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manyWorkspaces } from '../../src/adapters/slack/install/many-workspaces.ts';
import { contactsIn } from '../../src/adapters/slack/people/contact.ts';
import type { ConversationId, PersonId } from '../../src/bot/ports.ts';
import { desk, drawnOn, handedOver, ticketIn } from './at-desk.ts';
import { envelopeOf, json, nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { fakeSlack } from './fake-slack.ts';
import { installed } from './install.ts';
import { clickOf } from './interactions.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels, freePort, organization } from './workspace.ts';

const { id: org, token, bot: botUser } = organization;
const [one, two] = organization.workspaces;
/** Of another company, in a channel that both share. */
const stranger = 'T0GUEST001';
const user = 'U000000001';
const person = `slack:${org}:${user}` as PersonId;
let bot: Rig;
afterEach(() => bot.stop());

const silent = { info() {}, warn() {}, error() {} };
/** Starts a bot that the organisation installed for all of its workspaces. */
const start = async (more: Parameters<typeof rig>[0] = {}) => {
  bot = await rig({ installed, ...more }, await fakeSlack(undefined, true));
  await manyWorkspaces(bot.vault, installed, bot.slack.url, silent).store.storeInstallation({
    team: undefined,
    enterprise: { id: org },
    isEnterpriseInstall: true,
    user: { id: user, token: undefined, scopes: undefined },
    bot: { token, scopes: [], id: 'B000000009', userId: botUser },
  });
};

const wide = { is_enterprise_install: true, enterprise: { id: org, name: 'Example' } };
/** An event in one of the workspaces, as Slack tells an organisation of it. */
const tell = (team: string, event: object, more: object = {}) => {
  const by = { enterprise_id: org, team_id: null, user_id: botUser, is_bot: true, is_enterprise_install: true };
  const body = { ...envelopeOf(team, event), enterprise_id: org, authorizations: [by], ...more };
  return bot.post(JSON.stringify(body), json);
};
const write = (team: string, text: string, ts: string, more: object = {}) =>
  tell(team, { type: 'message', channel: channels.support, channel_type: 'channel', user, text, ts, ...more });
const conversation = (thread: string, channel: string = channels.support) => `slack:${org}:${channel}:${thread}`;
const held = async (thread: string, channel: string = channels.support) => {
  await bot.idle(conversation(thread, channel));
  return bot.slack.held(org, channel, thread);
};
const support = [{ team: org, channel: channels.support }];

describe('in an organisation that installed the bot for all of its workspaces', () => {
  beforeEach(() => start({ support, desks: [deskOn(desk, { team: org, staff: [`${two}/S0GROUP001`] })] }));

  test.each([one, two])('a message in the support channel is answered in workspace %s', async (team) => {
    const thread = nextTs();
    expect((await write(team, '会社のPCで 0xC004F074', thread)).status).toBe(200);
    expect(linesOf((await held(thread))[0])).toContain('0xC004F074');
  });

  test('a member who writes from two workspaces is one person, and a direct message one conversation', async () => {
    const channel = await bot.slack.direct(org, user);
    const thread = nextTs();
    const direct = { channel, channel_type: 'im' };
    await write(one, '認証できません', thread, { ...direct, user_team: one });
    await held(thread, channel);
    await write(two, '会社のPCです', nextTs(), { ...direct, thread_ts: thread, user_team: two });
    expect(await held(thread, channel)).toHaveLength(2);
    expect(await bot.store.of(person)).toHaveLength(1);
  });

  test.each([
    ['a member of another workspace', { team_id: two }, wide],
    ['a member, where Slack names no workspace', { team_id: undefined }, { ...wide, team: null }],
    ['somebody of another company', { team_id: stranger }, { is_enterprise_install: false, enterprise: null }],
  ])('a press by %s is answered in the conversation', async (_who, home, more) => {
    const thread = nextTs();
    await write(one, '認証できません', thread);
    const [message] = await held(thread);
    const found = shownIn(message?.blocks ?? []).buttons.find(({ choice }) => choice === 'organization');
    if (found === undefined) throw new Error('No button');
    const place = { team: home.team_id ?? one, user: 'U0GUEST001', channel: channels.support, thread };
    const click = clickOf({ ...place, on: message?.ts }, found);
    const by = { user: { id: 'U0GUEST001', ...home }, message: { type: 'message', user: botUser } };
    expect((await bot.interact({ ...click, ...by, ...more })).status).toBe(200);
    expect(await held(thread)).toHaveLength(2);
  });

  test.each([
    [
      'the slash command',
      () =>
        bot.command({
          team_id: two,
          enterprise_id: org,
          is_enterprise_install: 'true',
          user_id: user,
          channel_id: channels.general,
          text: '0xC004F074',
          trigger_id: nextTs(),
          response_url: '',
        }),
    ],
    [
      'the global shortcut',
      () =>
        bot.interact({
          type: 'shortcut',
          callback_id: 'begin',
          team: null,
          user: { id: user, team_id: two },
          trigger_id: nextTs(),
          ...wide,
        }),
    ],
  ])('%s begins a conversation with the token of the organisation', async (_way, begin) => {
    expect((await begin()).status).toBe(200);
    const posted = () => bot.slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ team }) => team);
    await expect.poll(posted).toEqual([org, org]);
    expect(await bot.store.of(person)).toHaveLength(1);
  });

  test('a workflow of one of its workspaces begins a case, and is told with the token of the organisation', async () => {
    const step = { function: { callback_id: 'start_case' }, function_execution_id: 'Fx1', inputs: { user_id: user } };
    expect((await tell(two, { type: 'function_executed', ...step })).status).toBe(200);
    const told = () => bot.slack.calls.filter(({ method }) => method === 'functions.completeSuccess');
    await expect.poll(() => told().map(({ team }) => team)).toEqual([org]);
    expect(await bot.store.of(person)).toHaveLength(1);
  });

  test('the home tab is shown with the token of the organisation', async () => {
    await tell(two, { type: 'app_home_opened', user, channel: 'D0HOME0001', tab: 'home' });
    const shown = () => bot.slack.calls.filter(({ method }) => method === 'views.publish').map(({ team }) => team);
    await expect.poll(shown).toEqual([org]);
  });

  test('a case goes to the desk, whose user group is asked for with its workspace', async () => {
    bot.slack.says('usergroups.users.list', { ok: true, users: ['U0STAFF001'] });
    const interact: Rig['interact'] = (payload) => bot.interact({ ...payload, ...wide });
    const told = { ...bot, interact, event: (_team: string, event: object) => tell(one, event) };
    const asked = await handedOver(told, org);
    await bot.idle(asked.conversation);
    const ticket = await ticketIn(bot.slack, org);
    const on = { team: two, user: 'U0STAFF001', channel: desk, thread: ticket?.ts ?? '', on: ticket?.ts };
    await interact({ ...clickOf(on, drawnOn(ticket, '担当する')), message: { user: botUser } });
    await bot.idle(asked.conversation);
    expect(linesOf(await ticketIn(bot.slack, org))).toContain('担当しています');
    const calls = bot.slack.calls.filter(({ method }) => method === 'usergroups.users.list');
    expect(calls.map(({ body }) => [body['usergroup'], body['team_id']])).toEqual([['S0GROUP001', two]]);
  });

  test('the chat with a member is linked in a workspace of theirs', async () => {
    const contactOf = contactsIn(manyWorkspaces(bot.vault, installed, bot.slack.url, silent));
    const { chat } = await contactOf(
      { conversation: conversation(nextTs()) as ConversationId, address: '', language: 'ja' },
      person,
    );
    expect(chat).toBe(`https://slack.com/app_redirect?team=${one}&channel=${user}`);
  });

  test.each([
    ['names the organisation', {}],
    ['names no installation', { authorizations: undefined }],
  ])('the installation is deleted when the app is removed by an event that %s', async (_how, more) => {
    expect((await tell(one, { type: 'app_uninstalled' }, more)).status).toBe(200);
    expect(await bot.vault.get(`slack-installation:${org}`)).toBeUndefined();
  });

  test('what is told to a workspace that did not install the bot itself is left alone', async () => {
    const event = { type: 'app_mention', channel: channels.general, user, text: `<@${botUser}>`, ts: nextTs() };
    expect((await bot.post(JSON.stringify(envelopeOf(stranger, event)), json)).status).toBe(200);
    expect(bot.logged.join('\n')).toContain(`not installed in workspace ${stranger}`);
  });
});

describe('an organisation that installs the bot by OAuth', () => {
  const granted = {
    ok: true,
    access_token: token,
    token_type: 'bot',
    scope: 'chat:write',
    bot_user_id: botUser,
    app_id: 'A000000001',
    team: null,
    enterprise: { id: org, name: 'Example' },
    is_enterprise_install: true,
    authed_user: { id: user },
  };
  /** Goes through the pages as an administrator of the organisation. */
  async function install(teams: readonly string[]): Promise<Response> {
    const port = await freePort();
    const slack = await fakeSlack({ redirect: `http://127.0.0.1:${port}/slack/oauth_redirect` }, true);
    bot = await rig({ installed: { ...installed, teams }, support }, slack, port);
    bot.slack.says('oauth.v2.access', granted);
    const first = await fetch(`${bot.url}/slack/install`, { redirect: 'manual' });
    const state = new URL(first.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return fetch(`${bot.url}/slack/oauth_redirect?code=c&state=${state}`, { headers: { cookie } });
  }

  test('its members are answered from then on, and its token is stored encrypted', async () => {
    expect((await install([])).status).toBe(200);
    const thread = nextTs();
    await write(two, '認証できません', thread);
    expect(await held(thread)).toHaveLength(1);
    expect(await bot.vault.get(`slack-installation:${org}`)).not.toContain(token);
  });

  test('it is refused where SLACK_TEAMS names only workspaces, and admitted where it names the organisation', async () => {
    expect((await install([one])).status).toBe(403);
    expect(await bot.vault.get(`slack-installation:${org}`)).toBeUndefined();
    await bot.stop();
    expect((await install([org])).status).toBe(200);
    expect(await bot.vault.get(`slack-installation:${org}`)).toBeTypeOf('string');
  });
});

test('a bot with the one token of an organisation answers in all of its workspaces', async () => {
  const plain = { support: [{ team: undefined, channel: channels.support }] };
  bot = await rig({ installed: { kind: 'one', token }, ...plain }, await fakeSlack(undefined, true));
  for (const team of [one, two]) {
    const thread = nextTs();
    await write(team, '認証できません', thread);
    expect(await held(thread)).toHaveLength(1);
  }
});
