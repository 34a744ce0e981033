import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  desk,
  drawnOn,
  handedOver,
  openAnswer,
  person,
  pressAnswer,
  sendAnswer,
  staff,
  team,
  ticketIn,
} from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { clickOf, openedIn } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const said = 'VPNにつないでから、もう一度お試しください。\nつなげないときは、内線でお知らせください。';
let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  asked = await handedOver(bot);
});
afterEach(() => bot.stop());

const open = () => openAnswer(bot.slack, bot.interact);
const inTicket = async () => bot.slack.held(team, desk, (await ticketIn(bot.slack))?.ts);
/** What the person sees last. */
async function seen() {
  await bot.idle(asked.conversation);
  return shownIn((await asked.held()).at(-1)?.blocks ?? []);
}
const opened = () => bot.slack.calls.filter(({ method }) => method === 'views.open').length;

test('a ticket in Slack has buttons to answer, to take it, to end it and to return it, each with the conversation', async () => {
  const { buttons } = shownIn((await ticketIn(bot.slack))?.blocks ?? []);
  expect(buttons.map(({ label }) => label)).toEqual(['本人に返事する', '担当する', '解決した', 'ボットに戻す']);
  for (const { action } of buttons) expect(action).toMatchObject({ value: asked.conversation });
});

test('an answer of the desk is quoted in the thread of the person, above the buttons of the closed conversation', async () => {
  const before = await seen();
  expect(await sendAnswer(bot.interact, await open(), said)).toBeUndefined();
  const after = await seen();
  expect(after.lines).toContain(said);
  expect(after.lines).toContain('担当者から返事が届きました。');
  expect(after.answers.map(({ label }) => label)).toEqual(before.answers.map(({ label }) => label));
  expect(after.answers.length).toBeGreaterThan(0);
});

test('an answer of the desk is shown in the thread of the ticket with the name of its author', async () => {
  await sendAnswer(bot.interact, await open(), said);
  await expect.poll(inTicket).toHaveLength(1);
  const [told] = await inTicket();
  expect(shownIn(told?.blocks ?? []).lines).toEqual([`<@${staff}>さんが、本人に返事しました。`, said]);
});

test('an answer of the desk that is sent twice is shown once to the person and once in the ticket’s thread', async () => {
  const form = await open();
  const before = (await asked.held()).length;
  await Promise.all([sendAnswer(bot.interact, form, said), sendAnswer(bot.interact, form, said)]);
  await expect.poll(inTicket).toHaveLength(1);
  await sendAnswer(bot.interact, form, said);
  await seen();
  expect(await asked.held()).toHaveLength(before + 1);
  expect(await inTicket()).toHaveLength(1);
});

test('an answer of the desk reaches the person even if it cannot be posted in the ticket’s thread', async () => {
  const form = await open();
  bot.slack.lock(desk);
  expect(await sendAnswer(bot.interact, form, said)).toBeUndefined();
  const read = async () => shownIn((await asked.held()).at(-1)?.blocks ?? []).lines;
  await expect.poll(read).toContain(said);
  expect(await inTicket()).toEqual([]);
  expect(bot.logged.join('\n')).not.toContain(said);
});

test.each([
  ['with a product key', 'キーは VK7JG-NPHTM-C97JM-9MPGT-3V66T です', '別の方法'],
  ['without a word', ' \n ', '書いてください'],
  ['that is too long', 'あ'.repeat(2_001), '2000文字'],
])('an answer of the desk %s is refused beside its field and sent to nobody', async (_what, text, why) => {
  const form = await open();
  const before = (await asked.held()).length;
  expect(await sendAnswer(bot.interact, form, text)).toEqual({ answer: expect.stringContaining(why) });
  await seen();
  expect(await asked.held()).toHaveLength(before);
  expect(await inTicket()).toEqual([]);
});

test('an answer of the desk to a deleted conversation is refused beside its field', async () => {
  const form = await open();
  await bot.event(team, {
    ...{ type: 'message', channel: channels.support, channel_type: 'channel', user: 'U000000001' },
    ...{ text: '私の記録を消してください', ts: nextTs(), thread_ts: asked.conversation.split(':').at(-1) },
  });
  const before = (await asked.held()).length;
  expect(await sendAnswer(bot.interact, form, said)).toEqual({ answer: expect.stringContaining('記録がない') });
  expect(await asked.held()).toHaveLength(before);
  expect(await inTicket()).toEqual([]);
});

test('a person of the desk whose answer form cannot be opened is asked to press the button again', async () => {
  bot.slack.fault('broken', 1, 'views.open');
  await pressAnswer(bot.slack, bot.interact);
  const hints = () => bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral');
  await expect.poll(hints).toHaveLength(1);
  expect(hints()[0]?.body).toMatchObject({ channel: desk, user: staff, thread_ts: (await ticketIn(bot.slack))?.ts });
});

test.each([
  ['in another channel', { channel: channels.support }],
  ['with the value of another app', { value: 'approve' }],
  ['with the conversation of no channel', { value: ':someone' }],
])('an answer button %s is logged and opens nothing', async (_where, more) => {
  expect((await pressAnswer(bot.slack, bot.interact, more)).status).toBe(200);
  expect(opened()).toBe(0);
  expect(bot.logged.join('\n')).toContain('none of the desk’s');
});

test.each([
  ['of another channel', { channel: channels.support }],
  ['of no conversation', { conversation: 'approve' }],
])('an answer form %s is logged and sends nothing', async (_whose, more) => {
  await pressAnswer(bot.slack, bot.interact);
  const form = openedIn(bot.slack);
  const metadata = JSON.stringify({ ...JSON.parse(form.metadata), ...more });
  const before = (await asked.held()).length;
  expect(await sendAnswer(bot.interact, { ...form, metadata }, said)).toBeUndefined();
  await seen();
  expect(await asked.held()).toHaveLength(before);
  expect(bot.logged.join('\n')).toContain('none of the desk’s');
});

test('the desk sees who answered what though Slack fails at first', async () => {
  const ticket = await ticketIn(bot.slack);
  const open = await openAnswer(bot.slack, bot.interact);
  bot.slack.fault('broken', 3, 'chat.postMessage');
  await sendAnswer(bot.interact, open, '再起動してください');
  const notes = async () => (await bot.slack.held(team, desk, ticket?.ts)).map(({ text }) => text);
  await expect.poll(notes, { timeout: 10_000 }).toEqual([expect.stringContaining('本人に返事しました')]);
  await bot.idle(asked.conversation);
});

test('what the bot posted at the desk about a person goes when they ask for erasure', async () => {
  const thread = asked.conversation.split(':').at(-1) ?? '';
  const say = (text: string) =>
    bot.event(team, {
      type: 'message',
      channel: channels.support,
      channel_type: 'channel',
      user: person,
      text,
      ts: nextTs(),
      thread_ts: thread,
    });
  const ticket = await ticketIn(bot.slack);
  await say('昨日の夕方から、画面が青いままです');
  await expect.poll(async () => JSON.stringify(await bot.slack.held(team, desk, ticket?.ts))).toContain('青いまま');
  await say('データを消して');
  await expect.poll(async () => bot.slack.held(team, desk)).toEqual([]);
  expect(bot.slack.calls.filter(({ method }) => method === 'chat.delete')).toHaveLength(2);
});

test('the answers that are shown at the desk go with the ticket when the person asks for erasure', async () => {
  const thread = asked.conversation.split(':').at(-1) ?? '';
  const ticket = await ticketIn(bot.slack);
  await sendAnswer(bot.interact, await open(), said);
  await expect
    .poll(async () => JSON.stringify(await bot.slack.held(team, desk, ticket?.ts)))
    .toContain('本人に返事しました');
  const told = (await bot.slack.held(team, desk, ticket?.ts)).map(({ ts }) => ts);
  const own = { type: 'message', channel: channels.support, channel_type: 'channel', user: person, thread_ts: thread };
  await bot.event(team, { ...own, text: 'データを消して', ts: nextTs() });
  await expect.poll(async () => bot.slack.held(team, desk)).toEqual([]);
  const deleted = bot.slack.calls.filter(({ method }) => method === 'chat.delete').map(({ body }) => body['ts']);
  expect(deleted).toEqual([...told, ticket?.ts]);
});

test('who takes a case stands on its ticket, and the person hears of it', async () => {
  const ticket = await ticketIn(bot.slack);
  const pressed = drawnOn(ticket, '担当する');
  await bot.interact(clickOf({ team, user: staff, channel: desk, thread: ticket?.ts ?? '', on: ticket?.ts }, pressed));
  expect((await seen()).lines.join()).toContain('ご相談を見ています');
  await expect
    .poll(async () => shownIn((await ticketIn(bot.slack))?.blocks ?? []).buttons.map(({ label }) => label))
    .toEqual(['本人に返事する', '解決した', 'ボットに戻す', '手を離す']);
});

test('a button of a ticket does nothing outside of the desk’s channel', async () => {
  const ticket = await ticketIn(bot.slack);
  const pressed = drawnOn(ticket, '担当する');
  const before = await seen();
  await bot.interact(
    clickOf({ team, user: staff, channel: channels.support, thread: ticket?.ts ?? '', on: ticket?.ts }, pressed),
  );
  expect(await seen()).toEqual(before);
});
