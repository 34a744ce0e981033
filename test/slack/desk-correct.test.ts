import { afterEach, beforeEach, expect, test } from 'vitest';
import { desk, drawnOn, handedOver, openAnswer, sendAnswer, staff, team, ticketIn } from './at-desk.ts';
import { deskOn } from './desk-on.ts';
import { clickOf, openedIn } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';

const wrong = 'サーバーは https://kms.example.co.jp/a です。\n急がずにどうぞ。';
const right = 'サーバーは https://kms.example.co.jp/b です。';
let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  asked = await handedOver(bot);
  await sendAnswer(bot.interact, await openAnswer(bot.slack, bot.interact), wrong);
  await expect.poll(inTicket).toHaveLength(1);
});
afterEach(() => bot.stop());

const inTicket = async () => bot.slack.held(team, desk, (await ticketIn(bot.slack))?.ts);
const seen = async () => {
  await bot.idle(asked.conversation);
  return (await asked.held()).map(({ blocks }) => shownIn(blocks).lines);
};
/** Presses the button to correct the answer that was given. */
async function open() {
  const [note] = await inTicket();
  const thread = (await ticketIn(bot.slack))?.ts ?? '';
  const on = { team, user: staff, channel: desk, thread, on: note?.ts, trigger: await bot.slack.trigger(team, staff) };
  const click = clickOf(on, drawnOn(note, '返事を直す'));
  await bot.interact({ ...click, message: { user: 'U0BOT00001', blocks: note?.blocks } });
  return openedIn(bot.slack);
}

test('an answer is corrected in a form that holds it as it was written', async () => {
  expect(Object.values((await open()).known)).toContain(wrong);
});

test('a corrected answer reaches the person as a new message that says that it replaces the one before', async () => {
  const before = await seen();
  expect(await sendAnswer(bot.interact, await open(), right)).toBeUndefined();
  const after = await seen();
  expect(after).toHaveLength(before.length + 1);
  expect(after.at(-2)).toContain(wrong);
  expect(after.at(-1)).toContain(right);
  expect(after.at(-1)?.join()).toContain('前の返事を直しました');
});

test('who corrected an answer, and to what, stands in the ticket’s thread, and can be corrected again', async () => {
  await sendAnswer(bot.interact, await open(), right);
  await expect.poll(inTicket).toHaveLength(2);
  const note = (await inTicket()).at(-1);
  expect(shownIn(note?.blocks ?? []).lines).toEqual([`<@${staff}>さんが、本人への返事を直しました。`, right]);
  expect(drawnOn(note, '返事を直す')).toBeDefined();
});
