import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextTs } from './deliver.ts';
import type { Held } from './fake-slack.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
let bot: Rig;
beforeEach(async () => {
  bot = await rig();
});
afterEach(() => bot.stop());

const linesOf = (message: Held | undefined): string => shownIn(message?.blocks ?? []).lines.join('\n');
/** The thread that the bot opened at the top of a channel, and what it said in it. */
async function opened(
  channel: string,
): Promise<{ readonly root: Held | undefined; readonly replies: readonly Held[] }> {
  const root = (await bot.slack.held(team, channel)).at(-1);
  if (root === undefined) return { root, replies: [] };
  await bot.idle(`slack:${team}:${channel}:${root.ts}`);
  return { root, replies: await bot.slack.held(team, channel, root.ts) };
}
const message = (more: object) => ({
  type: 'message',
  channel: channels.support,
  channel_type: 'channel',
  user,
  ts: nextTs(),
  ...more,
});

describe('a support channel', () => {
  test('answers every new message at its top, in the thread', async () => {
    const event = message({ text: '認証できません' });
    await bot.event(team, event);
    await bot.idle(`slack:${team}:${channels.support}:${event.ts}`);
    expect(await bot.slack.held(team, channels.support, event.ts)).toHaveLength(1);
  });

  test('leaves a thread alone that it did not open', async () => {
    const thread = nextTs();
    await bot.event(team, message({ text: 'こちらで直りました', thread_ts: thread }));
    expect(await bot.slack.held(team, channels.support, thread)).toEqual([]);
  });

  test('shows what Slack escapes and hides as it was written', async () => {
    const event = message({ text: 'コードは &lt;0xC004F074&gt; です <https://example.com|ここ>' });
    await bot.event(team, event);
    await bot.idle(`slack:${team}:${channels.support}:${event.ts}`);
    expect(linesOf((await bot.slack.held(team, channels.support, event.ts))[0])).toContain('0xC004F074');
  });
});

test('what could not be kept is not acknowledged, so that Slack delivers it again', async () => {
  await bot.store.close();
  expect((await bot.event(team, message({ text: '認証できません' }))).status).toBe(500);
});

describe('the slash command', () => {
  const command = (channel: string, text: string) =>
    bot.command({ team_id: team, user_id: user, channel_id: channel, text, trigger_id: nextTs() });

  test('begins in a direct message and says where', async () => {
    const answer = await command(channels.general, '会社のPCで0xC004F074');
    expect(await answer.text()).toMatch(/<http.*\|DM>/);
    const direct = await bot.slack.direct(team, user);
    const { root, replies } = await opened(direct);
    expect(linesOf(root)).toContain('会社のPCで0xC004F074');
    expect(linesOf(replies[0])).toContain('0xC004F074');
  });

  test('repeats no product key, and shows what Slack escapes as it was written', async () => {
    const key = ['VK7JG', 'NPHTM', 'C97JM', '9MPGT', '3V66T'].join('-');
    await command(channels.support, `キーは ${key} で &lt;0xC004F074&gt; です`);
    const { root } = await opened(channels.support);
    expect(linesOf(root)).not.toContain('NPHTM');
    expect(JSON.stringify(root)).toContain('&lt;0xC004F074&gt;');
    expect(JSON.stringify(root)).not.toContain('&amp;lt;');
  });

  test('begins in the support channel where it was given there', async () => {
    await command(channels.support, '');
    const { replies } = await opened(channels.support);
    expect(replies).toHaveLength(1);
  });

  test('is answered with an apology while Slack is away', async () => {
    await command(channels.general, '');
    bot.slack.down(true);
    const answer = await command(channels.general, '');
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('もう一度')]);
    bot.slack.down(false);
  });
});

describe('shortcuts', () => {
  const shortcut = (more: object) =>
    bot.interact({ team: { id: team }, user: { id: user }, trigger_id: nextTs(), ...more });
  const consult = (channel: string, ts: string) =>
    shortcut({
      type: 'message_action',
      callback_id: 'consult',
      channel: { id: channel },
      message: { ts, text: '0xC004F074 が出ます', user: 'U0OTHER001' },
      message_ts: ts,
    });

  test('on a message it begins in the thread of that message with its text', async () => {
    const ts = nextTs();
    await consult(channels.general, ts);
    await bot.idle(`slack:${team}:${channels.general}:${ts}`);
    expect(linesOf((await bot.slack.held(team, channels.general, ts))[0])).toContain('0xC004F074');
  });

  test('on a message where the bot cannot write it begins in a direct message', async () => {
    await consult('C0PRIVATE1', nextTs());
    const { root, replies } = await opened(await bot.slack.direct(team, user));
    expect(linesOf(root)).toContain('0xC004F074');
    expect(replies).toHaveLength(1);
  });

  test('from anywhere it begins in a direct message', async () => {
    await shortcut({ type: 'shortcut', callback_id: 'begin' });
    expect((await opened(await bot.slack.direct(team, user))).replies).toHaveLength(1);
  });
});

describe('files', () => {
  test.each([
    ['alone', '', 'どうやって手に入れた'],
    ['with words that say nothing', 'これです', 'どうやって手に入れた'],
    ['with words that say something', '会社のPCです', '会社・学校のPC'],
  ])('a picture %s is acknowledged, and its words are answered', async (_title, text, expected) => {
    const event = message({ text, subtype: 'file_share', files: [{ id: 'F1' }] });
    await bot.event(team, event);
    await bot.idle(`slack:${team}:${channels.support}:${event.ts}`);
    const [reply] = await bot.slack.held(team, channels.support, event.ts);
    expect(linesOf(reply)).toContain('画像やファイルは');
    expect(linesOf(reply)).toContain(expected);
  });
});
