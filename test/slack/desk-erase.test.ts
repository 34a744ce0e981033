import type { webApi } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eraseThread } from '../../src/adapters/slack/desk/erase.ts';
import { desk, handedOver, openAnswer, person, sendAnswer, team, ticketIn } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
let ticket: string;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  asked = await handedOver(bot);
  ticket = (await ticketIn(bot.slack))?.ts ?? '';
});
afterEach(() => bot.stop());

const below = async () =>
  (await bot.slack.held(team, desk, ticket)).flatMap(({ blocks }) => shownIn(blocks ?? []).lines);
const forget = async () => {
  await bot.event(team, {
    type: 'message',
    channel: channels.support,
    channel_type: 'channel',
    user: person,
    text: '私の記録を消してください',
    ts: nextTs(),
    thread_ts: asked.conversation.split(':').at(-1),
  });
  await expect.poll(() => bot.logged.join('\n'), { timeout: 10_000 }).toContain('person forgotten');
};
const answered = async (text: string) => {
  await sendAnswer(bot.interact, await openAnswer(bot.slack, bot.interact), text);
  await expect.poll(async () => (await below()).join('\n')).toContain(text);
};

test('the answers that the bot showed in the thread of a ticket are deleted with the ticket when the person is forgotten', async () => {
  await answered('田中さん、内線1234の山田です');
  await forget();
  expect(await bot.slack.held(team, desk)).toEqual([]);
  expect(await below()).toEqual([]);
  expect(bot.logged.filter((line) => line.includes('stays'))).toEqual([]);
});

test('a rate limit of Slack is waited for, and the answers are deleted after it', async () => {
  await answered('VPNにつないでください');
  bot.slack.fault('busy', 1, 'chat.delete');
  bot.slack.fault('busy', 1, 'conversations.replies');
  await forget();
  expect(await below()).toEqual([]);
  expect(bot.logged.filter((line) => line.includes('stays'))).toEqual([]);
});

test('where Slack does not let the bot read the thread, the ticket is deleted all the same, and the operator is told to look', async () => {
  bot.slack.says('conversations.replies', { ok: false, error: 'missing_scope' });
  await forget();
  expect(await bot.slack.held(team, desk)).toEqual([]);
  expect(bot.logged.filter((line) => line.includes('stays')).join()).toContain(ticket);
});

test('what others wrote in the thread of a ticket stays, and a thread without end is not read for ever', async () => {
  const messages = [
    { ts: '1.000001', user: 'U0STAFF001' },
    { ts: '1.000002', bot_id: 'B0OWN00001' },
    { ts: '1.000003', bot_id: 'B0OTHER001' },
    { ts: '1.000004', user: 'U0OWN00001' },
  ];
  const deleted: string[] = [];
  let pages = 0;
  const replies = async () => {
    pages += 1;
    return { ok: true, messages, response_metadata: { next_cursor: 'more' } };
  };
  const chat = { delete: async ({ ts }: { ts: string }) => void deleted.push(ts) };
  const client = { conversations: { replies }, chat } as unknown as webApi.WebClient;
  const own = { id: 'B0OWN00001', user: 'U0OWN00001' };
  await expect(eraseThread(client, own, { channel: desk, ticket: '1.000000', notes: ['1.000009'] })).rejects.toThrow(
    'too long',
  );
  expect(deleted).toEqual(['1.000009', '1.000002', '1.000004', '1.000000']);
  expect(pages).toBe(20);
});
