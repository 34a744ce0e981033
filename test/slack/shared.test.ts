import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../src/bot/ports.ts';
import { type Asked, askIn } from './asked.ts';
import { desk, handedOver, type Interact, pressAnswer, sendAnswer } from './at-desk.ts';
import { envelopeOf, json, nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { installed, installIn } from './install.ts';
import { clickOf, openedIn, submissionOf } from './interactions.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels, workspaces } from './workspace.ts';

/** The workspace that a channel belongs to, one that has the bot as well, and one that has not. */
const [host, second, stranger] = ['T0ONE00001', 'T0TWO00002', 'T0GUEST001'] as const;
const asker = 'U000000001';
const guest = 'U0GUEST001';
let bot: Rig;
afterEach(() => bot.stop());
const many = async () => {
  bot = await rig({ installed });
  await installIn(bot.vault);
};

/** A press on a message of the bot, by somebody who is at home in a workspace; `more`: what else Slack says. */
const press = (home: string, { button, ...place }: Asked, more: object = {}) =>
  bot.interact({ ...clickOf({ team: home, user: guest, ...place }, button('organization')), ...more });
const messageOf = (team: keyof typeof workspaces) => ({ message: { type: 'message', user: workspaces[team].bot } });
const said = async (team: string, thread: string) => {
  await bot.idle(`slack:${team}:${channels.support}:${thread}`);
  return bot.slack.held(team, channels.support, thread);
};

describe('a button in a channel shared with other workspaces', () => {
  beforeEach(many);

  test.each([
    ['the bot is not installed', stranger],
    ['the bot is installed as well', second],
  ])('a press by a guest from a workspace where %s is answered in the conversation', async (_where, home) => {
    const asked = await askIn(bot, host, asker);
    expect((await press(home, asked, messageOf(host))).status).toBe(200);
    const [first, next, ...more] = await said(host, asked.thread);
    expect(shownIn(first?.blocks ?? []).buttons).toEqual([]);
    expect(linesOf(next)).toContain('画面には何と出ていますか');
    expect(more).toEqual([]);
    expect(await bot.slack.held(second, channels.support, asked.thread)).toEqual([]);
  });

  test.each([
    ['under a message of the bot of another workspace', messageOf(second)],
    ['under a message that Slack does not show', {}],
    ['under a message of somebody else', { message: { type: 'message', user: guest } }],
    ['in another channel', { ...messageOf(host), container: { type: 'message', channel_id: channels.general } }],
    [
      'in another thread',
      { ...messageOf(host), container: { type: 'message', channel_id: channels.support, thread_ts: '1.1' } },
    ],
  ])(
    'a press whose block names a conversation of another workspace changes nothing and is logged: %s',
    async (_where, more) => {
      const asked = await askIn(bot, host, asker);
      expect((await press(second, asked, more)).status).toBe(200);
      expect(await said(host, asked.thread)).toHaveLength(1);
      expect(bot.logged.join('\n')).toContain('A Slack button of another app or of an older version');
    },
  );

  test('a press whose block names a workspace without the bot changes nothing and is logged', async () => {
    const asked = await askIn(bot, host, asker);
    const { action, ...drawn } = asked.button('organization');
    const forged = { ...action, block_id: `slack:${stranger}:${asked.channel}:${asked.thread} k` };
    const button = () => ({ ...drawn, action: forged });
    for (const home of [stranger, host])
      expect((await press(home, { ...asked, button }, messageOf(host))).status).toBe(200);
    expect(await said(host, asked.thread)).toHaveLength(1);
    const logged = bot.logged.join('\n');
    expect(logged).toContain('Slack deliveries from an unknown workspace');
    expect(logged).toContain('A Slack button of another app or of an older version');
  });
});

test('a guest’s press is answered by a bot that is configured for one workspace', async () => {
  bot = await rig();
  const asked = await askIn(bot, host, asker);
  expect((await press(stranger, asked, messageOf(host))).status).toBe(200);
  expect(await said(host, asked.thread)).toHaveLength(2);
});

describe('a form sent by a guest', () => {
  beforeEach(many);

  /** Goes to the form of the message to a person, as the guest. */
  async function openForm() {
    const asked = await askIn(bot, host, asker);
    // Of people from elsewhere Slack mentions only the id.
    const text = `<@${workspaces[host].bot}> <@${guest}> が代わりに答えてくれます`;
    const place = { channel: asked.channel, thread_ts: asked.thread };
    await bot.event(host, { type: 'message', channel_type: 'channel', user: asker, text, ts: nextTs(), ...place });
    for (const choice of ['organization', 'human'] as const) {
      const held = await said(host, asked.thread);
      const message = held.at(-1);
      const found = shownIn(message?.blocks ?? []).buttons.find((one) => one.choice === choice);
      if (found === undefined) throw new Error(`No button ${choice}`);
      const click = clickOf({ team: stranger, user: guest, ...asked, on: message?.ts }, found);
      await bot.interact({ ...click, ...messageOf(host) });
    }
    const message = (await said(host, asked.thread)).at(-1);
    const { form } = shownIn(message?.blocks ?? []);
    if (form === undefined) throw new Error('No form');
    const trigger = await bot.slack.trigger(host, asker);
    await bot.interact({
      ...clickOf({ team: stranger, user: guest, ...asked, on: message?.ts, trigger }, form),
      ...messageOf(host),
    });
    return { asked, form: openedIn(bot.slack) };
  }
  const send = (form: ReturnType<typeof openedIn>, team: string) => {
    const sent = submissionOf(stranger, guest, form, {});
    return bot.interact({ ...sent, view: { ...sent.view, app_installed_team_id: team } });
  };

  test('the form goes into the conversation of the workspace that opened it, and is refused for another', async () => {
    const { asked, form } = await openForm();
    const before = (await said(host, asked.thread)).length;
    expect((await send(form, second)).status).toBe(200);
    expect(await said(host, asked.thread)).toHaveLength(before);
    expect(bot.logged.join('\n')).toContain('A Slack form that cannot be read');
    expect((await send(form, host)).status).toBe(200);
    expect(await said(host, asked.thread)).toHaveLength(before + 1);
  });
});

describe('a message in a channel shared with other workspaces', () => {
  beforeEach(many);

  /** A guest's message, as Slack tells the host's installation of it. */
  const write = (text: string, home: string, ts: string, thread: string | undefined, more: object = {}) => {
    const event = {
      type: 'message',
      channel: channels.support,
      channel_type: 'channel',
      user: guest,
      user_team: home,
      source_team: home,
      text,
      ts,
      ...(thread !== undefined && { thread_ts: thread }),
    };
    const shared = { team_id: home, context_team_id: host, is_ext_shared_channel: true };
    const { authorizations } = envelopeOf(host, event);
    return bot.post(JSON.stringify({ ...envelopeOf(home, event), ...shared, authorizations, ...more }), json);
  };

  test.each([
    ['its authorization names', {}],
    ['its context names, since the installation is not one of a workspace', { authorizations: [{ team_id: null }] }],
    ['its context names, since it has no authorization', { authorizations: undefined }],
  ])('the message is answered by the installation that %s', async (_which, more) => {
    const thread = nextTs();
    expect((await write('認証できません', stranger, thread, undefined, more)).status).toBe(200);
    expect(await said(host, thread)).toHaveLength(1);
  });

  test('a guest’s conversation is stored under their own workspace, goes on without a mention, and can be erased', async () => {
    const thread = nextTs();
    await write('認証できません', stranger, thread, undefined);
    await said(host, thread);
    await write('会社のPCです', stranger, nextTs(), thread);
    expect(await said(host, thread)).toHaveLength(2);
    const person = `slack:${stranger}:${guest}` as PersonId;
    expect(await bot.store.of(person)).toHaveLength(1);
    await write('私の記録を消してください', stranger, nextTs(), thread);
    expect(await bot.store.of(person)).toEqual([]);
  });

  test('a guest is answered in the language chosen in their own workspace, and no locale is read from Slack', async () => {
    await bot.vault.set(`slack-language:${second}:${guest}`, JSON.stringify({ language: 'en' }), null);
    const [chosen, unknown] = [nextTs(), nextTs()];
    await write('Windows', second, chosen, undefined);
    await write('Windows', stranger, unknown, undefined);
    expect(linesOf((await said(host, chosen))[0])).toContain('How did you get this PC?');
    expect(linesOf((await said(host, unknown))[0])).toContain('どうやって手に入れた');
    expect(bot.slack.calls.filter(({ method }) => method === 'users.info')).toEqual([]);
  });
});

test('a press on the home tab is answered by the installation that shows the tab', async () => {
  await many();
  await bot.interact({
    type: 'block_actions',
    team: { id: stranger },
    user: { id: guest, team_id: stranger },
    trigger_id: nextTs(),
    container: { type: 'view', view_id: 'V1' },
    view: { id: 'V1', type: 'home', app_installed_team_id: second },
    actions: [{ type: 'button', action_id: 'home:english', block_id: 'home:language', value: 'x', action_ts: '1.1' }],
  });
  const published = () => bot.slack.calls.filter(({ method }) => method === 'views.publish');
  await expect.poll(() => published().map(({ team }) => team)).toEqual([second]);
});

test('a person of another workspace can answer a ticket in a shared channel of the desk', async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  const { conversation, held } = await handedOver(bot);
  const shown: Interact = (payload) => bot.interact({ ...payload, ...messageOf(host) });
  await pressAnswer(bot.slack, shown, { team: stranger });
  const sent: Interact = (payload) => {
    const { view } = payload as { view: object };
    return bot.interact({ ...payload, view: { ...view, app_installed_team_id: host } });
  };
  const before = (await held()).length;
  expect(await sendAnswer(sent, openedIn(bot.slack), 'VPNにつないでください。', stranger)).toBeUndefined();
  await bot.idle(conversation);
  expect(await held()).toHaveLength(before + 1);
});
