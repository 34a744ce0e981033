import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Modal } from '../../src/adapters/slack/render/blocks.ts';
import { desk, drawnOn, handedOver, openAnswer, sendTicked, staff, team, ticketIn } from './at-desk.ts';
import { deskOn } from './desk-on.ts';
import { clickOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';

let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  bot.slack.name('U0STAFF001', '佐藤');
  bot.slack.name('U0STAFF002', '山田');
  asked = await handedOver(bot);
});
afterEach(() => bot.stop());

const open = () => openAnswer(bot.slack, bot.interact);
const send = (form: Awaited<ReturnType<typeof open>>, text: string, by = staff) =>
  sendTicked(bot.interact, form, text, [], by);
const linesOf = (modal: Modal | undefined) => shownIn(modal?.blocks ?? []).lines.join('\n');
/** What the form says that was opened last. */
const opened = (): Modal =>
  JSON.parse(bot.slack.calls.findLast(({ method }) => method === 'views.open')?.body['view'] ?? '{}') as Modal;
const answers = async () => {
  await bot.idle(asked.conversation);
  return (await asked.held()).flatMap(({ blocks }) => shownIn(blocks).lines);
};

test('the answer form says how the case stands when it is opened', async () => {
  await open();
  expect(linesOf(opened())).toContain('まだ担当がいません');
  await send(await open(), 'VPNにつないでください', 'U0STAFF002');
  await open();
  expect(linesOf(opened())).toMatch(/山田さんが返事しました（\d+\/\d+ \d\d:\d\d）/);
});

test('an answer that somebody else overtook is not sent but shown with what they did, and sent when it is sent again', async () => {
  const form = await open();
  await send(await open(), '山田の返事です', 'U0STAFF002');
  const kept = await send(form, '佐藤の返事です');
  expect(kept?.response_action).toBe('update');
  expect(linesOf(kept?.view)).toContain('山田さんが返事しました');
  expect(linesOf(kept?.view)).toContain('もう一度');
  expect(JSON.stringify(kept?.view)).toContain('佐藤の返事です');
  expect(await answers()).not.toContain('佐藤の返事です');
  const again = { ...form, metadata: kept?.view?.private_metadata ?? '' };
  expect(await send(again, '佐藤の返事です')).toBeUndefined();
  expect(await answers()).toContain('佐藤の返事です');
});

test('an answer of whoever took the case since the form was opened is sent at once, and one of somebody else is not', async () => {
  const form = await open();
  const ticket = await ticketIn(bot.slack);
  const on = { team, user: staff, channel: desk, thread: ticket?.ts ?? '', on: ticket?.ts };
  await bot.interact(clickOf(on, drawnOn(ticket, '担当する')));
  await bot.idle(asked.conversation);
  expect((await send(form, '山田の返事です', 'U0STAFF002'))?.response_action).toBe('update');
  expect(await send(form, '佐藤の返事です')).toBeUndefined();
});

test('of two answers that are sent at once the person reads one, and the author of the other sees it first', async () => {
  const forms = [await open(), await open()] as const;
  const kept = await Promise.all([
    send(forms[0], '再起動してください'),
    send(forms[1], '待ってください', 'U0STAFF002'),
  ]);
  expect(kept.map((one) => one?.response_action).sort()).toEqual(['update', undefined]);
  const first = kept[0] === undefined ? '佐藤' : '山田';
  expect(linesOf(kept.find((one) => one !== undefined)?.view)).toContain(`${first}さんが返事しました`);
  const said = await answers();
  expect(['再起動してください', '待ってください'].filter((text) => said.includes(text))).toEqual([
    first === '佐藤' ? '再起動してください' : '待ってください',
  ]);
});

test('of two who take a case at once one has it, and the other is told so alone', async () => {
  const ticket = await ticketIn(bot.slack);
  const on = { team, channel: desk, thread: ticket?.ts ?? '', on: ticket?.ts };
  const press = (user: string) => bot.interact(clickOf({ ...on, user }, drawnOn(ticket, '担当する')));
  await Promise.all([press(staff), press('U0STAFF002')]);
  await bot.idle(asked.conversation);
  const told = () => bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral').map(({ body }) => body);
  await expect.poll(told).toHaveLength(1);
  const second = told()[0]?.['user'];
  const first = second === staff ? '山田' : '佐藤';
  expect(told()[0]?.['text']).toMatch(new RegExp(`ほかの人がこの相談を進めた.*\\n${first}さんが担当しています`));
  const stands = shownIn((await ticketIn(bot.slack))?.blocks ?? []).lines.join();
  expect(stands).toContain(`${first}さんが担当しています`);
  // Who has seen that takes the case over.
  const now = await ticketIn(bot.slack);
  const [other, name] = second === staff ? [staff, '佐藤'] : ['U0STAFF002', '山田'];
  await bot.interact(clickOf({ ...on, user: String(other) }, drawnOn(now, '手を離す')));
  await bot.idle(asked.conversation);
  expect(shownIn((await ticketIn(bot.slack))?.blocks ?? []).lines.join()).toContain(`${name}さんが手を離しました`);
});
