import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../src/adapters/slack/render/blocks.ts';
import { messageSchema } from '../../src/adapters/slack/render/blocks.ts';
import { desk, drawnOn, handedOver, person, staff, team, ticketIn } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { installed, installIn } from './install.ts';
import { clickOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

let bot: Rig;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  bot.slack.name(staff, '佐藤');
});
afterEach(() => bot.stop());

const command = (text: string, channel: string = desk, user = staff) =>
  bot.command({ team_id: team, user_id: user, channel_id: channel, text, trigger_id: nextTs() });
/** What the command shows, and to whom. */
async function shown(text = 'status') {
  const { response_type, ...message } = (await (await command(text)).json()) as Message & { response_type: string };
  expect(messageSchema.safeParse(message).error).toBeUndefined();
  expect(response_type).toBe('ephemeral');
  return shownIn(message.blocks).lines;
}
async function press(label: string, conversation: string): Promise<void> {
  const ticket = await ticketIn(bot.slack);
  await bot.interact(
    clickOf({ team, user: staff, channel: desk, thread: ticket?.ts ?? '', on: ticket?.ts }, drawnOn(ticket, label)),
  );
  await bot.idle(conversation);
}

test('the staff of a desk see its open cases with age, owner, state, what they are about and a link to the ticket', async () => {
  const { conversation } = await handedOver(bot);
  await press('担当する', conversation);
  const ticket = await ticketIn(bot.slack);
  for (const word of ['status', ' 状況 ']) {
    const [title, line, ...more] = await shown(word);
    expect([title, more]).toEqual(['この窓口の相談：1件', []]);
    expect(line).toContain(`archives/${desk}/p${ticket?.ts.replace('.', '')}|会社・学校のPC 0xC004F074>*`);
    expect(line).toContain(`<@${person}>`);
    expect(line).toMatch(/1 分前に届きました。佐藤さんが担当しています（\d+\/\d+ \d\d:\d\d）/);
  }
});

test.each([
  ['is named as their profile names them', '田中', '田中'],
  ['is said to come from Slack where it does not tell the name', '', 'Slackの方'],
])('whoever asked in another workspace %s, and is not mentioned', async (_how, name, who) => {
  await bot.stop();
  bot = await rig({ installed, desks: [deskOn(desk, { team })] });
  await installIn(bot.vault);
  bot.slack.name(person, name);
  await handedOver(bot, 'T0TWO00002');
  const [, line] = await shown();
  expect(line).toContain(`　${who}\n`);
  expect(line).not.toContain('<@');
});

test('a case that is ended or given back to the bot is no longer in the list', async () => {
  const { conversation } = await handedOver(bot);
  await press('ボットに戻す', conversation);
  expect(await shown()).toEqual(['この窓口で開いている相談はありません。']);
  const other = await handedOver(bot);
  expect(await shown()).toHaveLength(2);
  await press('解決した', other.conversation);
  expect(await shown()).toEqual(['この窓口で開いている相談はありません。']);
});

test('the ticket of a case that its person ended says so, and offers staff nothing but an answer', async () => {
  const { conversation, held } = await handedOver(bot);
  const [on, thread] = [(await held()).at(-1), conversation.split(':').at(-1) ?? ''];
  await bot.interact(
    clickOf({ team, user: person, channel: channels.support, thread, on: on?.ts }, drawnOn(on, '取り下げる')),
  );
  await bot.idle(conversation);
  const { lines, buttons } = shownIn((await ticketIn(bot.slack))?.blocks ?? []);
  expect(lines.at(-1)).toContain('本人が相談を終えました');
  expect(buttons.map(({ label }) => label)).toEqual(['本人に返事する']);
  expect(await shown()).toEqual(['この窓口で開いている相談はありません。']);
});

test('the newest 20 cases are listed, and the number of the others', async () => {
  for (let n = 0; n < 22; n += 1) await handedOver(bot);
  const [title, ...lines] = await shown();
  expect([title, lines.length, lines.at(-1)]).toEqual(['この窓口の相談：22件', 21, '※ このほかに2件あります。']);
}, 60_000);

test('a mention of the bot with the same word shows the list to its author alone', async () => {
  await handedOver(bot);
  await bot.event(team, { type: 'app_mention', channel: desk, user: staff, text: '<@U0BOT00001> 状況', ts: nextTs() });
  const told = () => bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral').map(({ body }) => body);
  await expect.poll(told).toMatchObject([{ channel: desk, user: staff, text: 'この窓口の相談：1件' }]);
});

test('the same word begins a conversation in any other channel', async () => {
  expect(await (await command('status', channels.support)).text()).toMatch(/<http/);
});

test('the list is for the staff of a desk that names them', async () => {
  await bot.stop();
  bot = await rig({ desks: [deskOn(desk, { staff: [staff] })] });
  await handedOver(bot);
  expect(await shown()).toHaveLength(2);
  const other = (await (await command('status', desk, 'U0OTHER001')).json()) as { text: string };
  expect(other.text).toContain('担当者だけ');
  expect(other.text).not.toContain('ボタン');
});
