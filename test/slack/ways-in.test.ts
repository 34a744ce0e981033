import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextTs } from './deliver.ts';
import { fakeSlack } from './fake-slack.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
let bot: Rig;
beforeEach(async () => {
  bot = await rig();
});
afterEach(() => bot.stop());

const message = (more: object) => ({
  type: 'message',
  channel: channels.support,
  channel_type: 'channel',
  user,
  ts: nextTs(),
  ...more,
});

describe('a support channel', () => {
  test('the bot answers a new top-level message in its thread', async () => {
    const event = message({ text: '認証できません' });
    await bot.event(team, event);
    await bot.idle(`slack:${team}:${channels.support}:${event.ts}`);
    expect(await bot.slack.held(team, channels.support, event.ts)).toHaveLength(1);
  });

  test('the bot answers a /me message and ignores a reminder of Slackbot', async () => {
    const [action, reminder] = [
      message({ text: '認証できません', subtype: 'me_message' }),
      message({ text: 'リマインダー：認証', user: 'USLACKBOT' }),
    ];
    await bot.event(team, action);
    await bot.event(team, reminder);
    await bot.idle(`slack:${team}:${channels.support}:${action.ts}`);
    expect(await bot.slack.held(team, channels.support, action.ts)).toHaveLength(1);
    expect(await bot.slack.held(team, channels.support, reminder.ts)).toEqual([]);
  });

  test('the bot ignores a reply in a thread that it did not open', async () => {
    const thread = '1700000000.000100';
    expect((await bot.event(team, message({ text: 'こちらで直りました', thread_ts: thread }))).status).toBe(200);
    expect(await bot.slack.held(team, channels.support, thread)).toEqual([]);
  });

  test('the bot reads escaped characters and links in a message as people see them', async () => {
    const event = message({ text: 'コードは &lt;0xC004F074&gt; です <https://example.com|ここ>' });
    await bot.event(team, event);
    await bot.idle(`slack:${team}:${channels.support}:${event.ts}`);
    expect(linesOf((await bot.slack.held(team, channels.support, event.ts))[0])).toContain('0xC004F074');
  });
});

test('an event that cannot be stored is not acknowledged, so that Slack repeats it', async () => {
  await bot.store.close();
  expect((await bot.event(team, message({ text: '認証できません' }))).status).toBe(500);
  expect(bot.logged.join('\n')).toContain('could not be kept; Slack will repeat it');
});

test('a token that Slack refuses is logged with the reason when an event cannot be stored', async () => {
  await bot.stop();
  const slack = await fakeSlack();
  slack.says('auth.test', { ok: false, error: 'token_revoked' });
  bot = await rig({}, slack);
  expect((await bot.event(team, message({ text: '認証できません' }))).status).toBe(500);
  expect(bot.logged.join('\n')).toContain('could not be kept; Slack will repeat it {"error":"Error (token_revoked)"}');
});

describe('a message with a file', () => {
  test.each([
    ['alone', '', 'どうやって手に入れた'],
    ['with words that say nothing', 'これです', 'どうやって手に入れた'],
    ['with words that say something', '会社のPCです', '会社・学校のPC'],
  ])('a picture %s is acknowledged, and the words are answered', async (_title, text, expected) => {
    const event = message({ text, subtype: 'file_share', files: [{ id: 'F1' }] });
    await bot.event(team, event);
    await bot.idle(`slack:${team}:${channels.support}:${event.ts}`);
    const [reply] = await bot.slack.held(team, channels.support, event.ts);
    expect(linesOf(reply)).toContain('画像やファイルは');
    expect(linesOf(reply)).toContain(expected);
  });
});
