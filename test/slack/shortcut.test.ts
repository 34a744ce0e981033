import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../src/bot/ports.ts';
import { nextTs } from './deliver.ts';
import { linesOf, openedBy } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { channels, workspaces } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
let bot: Rig;
beforeEach(async () => {
  bot = await rig();
});
afterEach(() => bot.stop());
const opened = (channel: string) => openedBy(bot, team, channel);

const archive = (channel: string) =>
  fetch(`${bot.slack.url}conversations.archive`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${workspaces[team].token}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ channel }).toString(),
  });
const message = (more: object) => ({ type: 'message', channel_type: 'channel', ts: nextTs(), ...more });
const shortcut = (more: object) =>
  bot.interact({ team: { id: team }, user: { id: user }, trigger_id: nextTs(), ...more });
const other = 'U0OTHER001';
const consult = (channel: string, ts: string, by: string = other, more: object = {}) =>
  shortcut({
    type: 'message_action',
    callback_id: 'consult',
    channel: { id: channel },
    message: { ts, text: '0xC004F074 が出ます', user: by, ...more },
    message_ts: ts,
  });

test('a message shortcut begins a conversation in the thread of that message with its text', async () => {
  const ts = nextTs();
  await consult(channels.general, ts);
  await bot.idle(`slack:${team}:${channels.general}:${ts}`);
  expect(linesOf((await bot.slack.held(team, channels.general, ts))[0])).toContain('0xC004F074');
});

test('a message shortcut in a channel without the bot begins in a direct message', async () => {
  await consult('C0PRIVATE1', nextTs());
  const { root, replies } = await opened(await bot.slack.direct(team, user));
  expect(linesOf(root)).toContain('0xC004F074');
  expect(replies).toHaveLength(1);
});

test('a message shortcut leaves a mention of the bot out of the text', async () => {
  await consult('C0PRIVATE1', nextTs(), user, { text: `<@${workspaces[team].bot}> 0xC004F074` });
  const { root } = await opened(await bot.slack.direct(team, user));
  expect(linesOf(root)).toContain('0xC004F074');
  expect(linesOf(root)).not.toContain(workspaces[team].bot);
});

test('a message shortcut in an archived channel begins in a direct message', async () => {
  await archive(channels.general);
  await consult(channels.general, nextTs());
  expect((await opened(await bot.slack.direct(team, user))).replies).toHaveLength(1);
});

test('a message shortcut in a channel where the bot may only read begins in a direct message', async () => {
  bot.slack.lock(channels.general);
  await consult(channels.general, nextTs());
  expect((await opened(await bot.slack.direct(team, user))).replies).toHaveLength(1);
});

test('a shortcut on another person’s message begins their conversation, and they are answered without a mention', async () => {
  const ts = nextTs();
  await consult(channels.general, ts);
  const answer = { channel: channels.general, user: other, text: '会社のPCです', thread_ts: ts };
  await bot.event(team, message(answer));
  await bot.idle(`slack:${team}:${channels.general}:${ts}`);
  expect(await bot.slack.held(team, channels.general, ts)).toHaveLength(2);
});

test('a shortcut on a message of the bot does not take its text as the person’s words', async () => {
  const ts = nextTs();
  await consult(channels.general, ts, workspaces[team].bot, { text: '会社のPCですか？', bot_id: 'B000000001' });
  await bot.idle(`slack:${team}:${channels.general}:${ts}`);
  expect(linesOf((await bot.slack.held(team, channels.general, ts))[0])).toContain('どうやって手に入れた');
});

test('a global shortcut is acknowledged within 2.9 s while Slack is slow, and the conversation begins later', async () => {
  bot.slack.fault('slower', 1, 'conversations.open');
  bot.slack.fault('slow', 1, 'users.info');
  const began = Date.now();
  expect((await shortcut({ type: 'shortcut', callback_id: 'begin' })).status).toBe(200);
  expect(Date.now() - began).toBeLessThan(2_900);
  const direct = await bot.slack.direct(team, user);
  await expect.poll(async () => (await opened(direct)).replies, { timeout: 9_000 }).toHaveLength(1);
});

test('a global shortcut begins a conversation in a direct message', async () => {
  await shortcut({ type: 'shortcut', callback_id: 'begin' });
  expect((await opened(await bot.slack.direct(team, user))).replies).toHaveLength(1);
});

test('a shortcut on another person’s words neither erases their data nor changes their language', async () => {
  const ts = nextTs();
  await bot.event(team, message({ channel: channels.support, user: other, text: '認証できません', ts }));
  await bot.idle(`slack:${team}:${channels.support}:${ts}`);
  for (const text of ['データを消してください', 'English please']) {
    const said = nextTs();
    await consult(channels.general, said, other, { text });
    await bot.idle(`slack:${team}:${channels.general}:${said}`);
    expect(linesOf((await bot.slack.held(team, channels.general, said))[0])).toContain('どうやって手に入れた');
  }
  expect(await bot.store.of(`slack:${team}:${other}` as PersonId)).toHaveLength(3);
});

test('a shortcut on a message that already began a conversation shows the present question again', async () => {
  const ts = nextTs();
  await bot.event(team, message({ channel: channels.support, user: other, text: '0xC004F074 が出ます', ts }));
  await bot.idle(`slack:${team}:${channels.support}:${ts}`);
  await consult(channels.support, ts);
  await bot.idle(`slack:${team}:${channels.support}:${ts}`);
  const [first, again, ...more] = await bot.slack.held(team, channels.support, ts);
  expect(more).toEqual([]);
  expect(linesOf(first)).toContain('0xC004F074');
  expect(linesOf(again)).toContain('続きから');
  expect(linesOf(again).split('\n').at(-1)).toBe(linesOf(first).split('\n').at(-1));
});

test('a message shortcut begins in the thread even if Slack fails to say whether the bot is a member', async () => {
  const ts = nextTs();
  bot.slack.fault('broken', 1, 'conversations.info');
  await consult(channels.general, ts);
  await bot.idle(`slack:${team}:${channels.general}:${ts}`);
  expect(await bot.slack.held(team, channels.general, ts)).toHaveLength(1);
});

test('a shortcut on a message of Slackbot begins a conversation of the person who uses the shortcut', async () => {
  const ts = nextTs();
  await consult(channels.general, ts, 'USLACKBOT');
  expect(await bot.store.of(`slack:${team}:${user}` as PersonId)).toHaveLength(1);
});
