import { afterEach, beforeEach, expect, test } from 'vitest';
import { desk, handedOver, staff, team, ticketIn } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { type Rig, rig } from './rig.ts';

let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  asked = await handedOver(bot);
});
afterEach(() => bot.stop());

const told = () => bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral').map(({ body }) => body);
/** Everything that the bot posted. */
const posts = () => bot.slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
async function write(text: string, thread?: string) {
  const ts = nextTs();
  const said = { channel: desk, user: staff, text, ts, ...(thread !== undefined && { thread_ts: thread }) };
  const mentions = text.includes('<@U0BOT00001>');
  await bot.event(team, { type: 'message', channel_type: 'channel', ...said });
  if (mentions) await bot.event(team, { type: 'app_mention', ...said });
  if (mentions) await bot.again();
  for (const where of [thread ?? ts, asked.conversation.split(':').at(-1)])
    await bot.idle(`slack:${team}:${desk}:${where}`);
  await bot.idle(asked.conversation);
}

test('what staff write in the thread of a ticket, or beside it, reaches nobody and is answered by nobody', async () => {
  const before = posts();
  await write('これはVPNの設定ですね。担当者に相談したいです', (await ticketIn(bot.slack))?.ts);
  await write('会社のPCで0xC004F074が出ます');
  expect(posts()).toBe(before);
  expect(told()).toEqual([]);
});

test.each([
  ['in the thread of a ticket', true],
  ['in the channel of the desk', false],
])(
  'a mention of the bot %s begins no case, and explains the buttons to its author alone, once',
  async (_where, inThread) => {
    const before = posts();
    const thread = inThread ? (await ticketIn(bot.slack))?.ts : undefined;
    await write('<@U0BOT00001> 会社のPCで0xC004F074が出ます', thread);
    await expect.poll(told).toHaveLength(1);
    expect(told()[0]).toMatchObject({ channel: desk, user: staff, ...(thread !== undefined && { thread_ts: thread }) });
    expect(told()[0]?.['text']).toContain('相談のボタンで');
    expect(posts()).toBe(before);
  },
);
