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
