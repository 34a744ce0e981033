import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { clickOf } from './interactions.ts';
import { overHttp, slackPlayer } from './player.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
let bot: Rig;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(channels.general)] });
});
afterEach(() => bot.stop());

/** Someone at work whose case goes to the IT desk. */
async function handOver(): Promise<void> {
  const person = slackPlayer(bot, overHttp(bot), 'ja');
  await person.open();
  await person.text('会社のPCで0xC004F074が出ます。担当者に相談したいです');
  await person.submit({ edition: 'Windows 11 Pro', urgency: '至急、今日中に' });
}
const tickets = () => bot.slack.held(team, channels.general);

test('a handover posts one ticket to the desk with the facts, the message and a link', async () => {
  await handOver();
  const [ticket, ...more] = await tickets();
  expect(more).toEqual([]);
  expect(bot.slack.calls.map(({ method }) => method)).not.toContain('conversations.history');
  const text = shownIn(ticket?.blocks ?? []).lines.join('\n');
  expect(text).toContain('会社・学校のPC、0xC004F074');
  expect(ticket?.text).toMatch(/：会社・学校のPC 0xC004F074 至急、今日中に$/);
  expect(text).toContain('・エディション：Windows 11 Pro');
  expect(text).toMatch(/<http[^|]*archives[^|]*\|相談の場所を開く>/);
});

test('what the person writes into the form in their own words stands on the ticket as such', async () => {
  const person = slackPlayer(bot, overHttp(bot), 'ja');
  await person.open();
  await person.text('会社のPCで0xC004F074が出ます。担当者に相談したいです');
  await person.submit({ recent: '月曜の更新のあと、急に出ました' });
  const [ticket] = await tickets();
  const text = shownIn(ticket?.blocks ?? []).lines.join('\n');
  expect(text).toContain('*本人の言葉*　「月曜の更新のあと、急に出ました」');
});

test('what the person writes after the handover stands in the thread of the ticket, and so does that it is solved', async () => {
  const person = slackPlayer(bot, overHttp(bot), 'ja');
  await person.open();
  await person.text('会社のPCで0xC004F074が出ます。担当者に相談したいです');
  await person.submit({ edition: 'Windows 11 Pro' });
  const [ticket] = await tickets();
  const notes = async () =>
    (await bot.slack.held(team, channels.general, ticket?.ts)).map(({ blocks }) => shownIn(blocks).lines.join('\n'));
  expect((await person.text('昨日の夕方から、画面が青いままです')).lines.join()).toContain('担当窓口に伝えました');
  await expect.poll(notes).toContainEqual(expect.stringContaining('昨日の夕方から、画面が青いままです'));
  await person.text('直りました。認証できました');
  await expect.poll(notes).toContainEqual(expect.stringContaining('解消した'));
  expect(await tickets()).toHaveLength(1);
});

test.each(['busy', 'broken', 'cut'] as const)('a handover posts one ticket when Slack is %s', async (kind) => {
  const person = slackPlayer(bot, overHttp(bot), 'ja');
  await person.open();
  await person.text('会社のPCで0xC004F074が出ます。担当者に相談したいです');
  bot.slack.fault(kind, 2, 'chat.postMessage');
  await person.submit({ edition: 'Windows 11 Pro' });
  expect(await tickets()).toHaveLength(1);
});

test('after staff has written in the thread, the bot answers only when it is mentioned; what the person writes goes to the ticket, with a reaction', async () => {
  const ts = nextTs();
  bot.slack.members(channels.general, ['U0STAFF001']);
  const say = async (user: string, text: string) => {
    const own = { type: 'message', channel: channels.support, channel_type: 'channel', user, text };
    const at = nextTs();
    await bot.event(team, { ...own, ts: at, thread_ts: ts });
    await bot.idle(`slack:${team}:${channels.support}:${ts}`);
    return at;
  };
  const replies = async () => (await bot.slack.held(team, channels.support, ts)).length;
  await bot.event(team, {
    type: 'message',
    channel: channels.support,
    channel_type: 'channel',
    user: 'U000000001',
    text: '会社のPCで0xC004F074が出ます。担当者に相談したいです',
    ts,
  });
  await bot.idle(`slack:${team}:${channels.support}:${ts}`);
  const form = (await bot.slack.held(team, channels.support, ts)).at(-1);
  const skip = shownIn(form?.blocks ?? []).answers[0];
  if (skip === undefined) throw new Error('Nothing to press');
  await bot.interact(clickOf({ team, user: 'U000000001', channel: channels.support, thread: ts, on: form?.ts }, skip));
  await bot.idle(`slack:${team}:${channels.support}:${ts}`);
  const handed = await replies();
  await say('U0STAFF001', '担当の佐藤です。VPNを確認します');
  const written = await say('U000000001', 'ありがとうございます。VPNはつながっています');
  expect(await replies()).toBe(handed);
  const reactions = () =>
    bot.slack.calls.filter(({ method }) => method === 'reactions.add').map(({ body }) => JSON.stringify(body));
  await expect.poll(reactions).toEqual([expect.stringContaining(written)]);
  const [ticket] = await tickets();
  const notes = async () =>
    (await bot.slack.held(team, channels.general, ticket?.ts)).map(({ blocks }) => shownIn(blocks).lines.join('\n'));
  await expect.poll(notes).toContainEqual(expect.stringContaining('VPNはつながっています'));
  await say('U000000001', '<@U0BOT00001> 最初から');
  expect(await replies()).toBe(handed + 1);
});
