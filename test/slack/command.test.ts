import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextTs } from './deliver.ts';
import { linesOf, openedBy } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { waiting } from './waiting.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
let bot: Rig;
beforeEach(async () => {
  bot = await rig();
});
afterEach(() => bot.stop());
const opened = (channel: string) => openedBy(bot, team, channel);

const command = (channel: string, text: string, response_url = '') =>
  bot.command({ team_id: team, user_id: user, channel_id: channel, text, trigger_id: nextTs(), response_url });

test('the slash command begins a conversation in a direct message and answers with a link to it', async () => {
  const answer = await command(channels.general, '会社のPCで0xC004F074');
  expect(await answer.text()).toMatch(/<http.*\|DM>/);
  const direct = await bot.slack.direct(team, user);
  const { root, replies } = await opened(direct);
  expect(linesOf(root)).toContain('会社のPCで0xC004F074');
  expect(linesOf(replies[0])).toContain('0xC004F074');
});

test('the slash command shows no product key, and shows escaped characters as they were typed', async () => {
  const key = ['VK7JG', 'NPHTM', 'C97JM', '9MPGT', '3V66T'].join('-');
  await command(channels.support, `キーは ${key} で &lt;0xC004F074&gt; です`);
  const { root } = await opened(channels.support);
  expect(linesOf(root)).not.toContain('NPHTM');
  expect(JSON.stringify(root)).toContain('&lt;0xC004F074&gt;');
  expect(JSON.stringify(root)).not.toContain('&amp;lt;');
});

test('the slash command shows the typed text without formatting it', async () => {
  await command(channels.support, '*太字* `code` > 引用');
  const { root } = await opened(channels.support);
  expect(root?.blocks).toContainEqual({
    type: 'rich_text',
    elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: '*太字* `code` > 引用' }] }],
  });
});

test('the slash command given in a support channel begins a conversation there', async () => {
  await command(channels.support, '');
  const { replies } = await opened(channels.support);
  expect(replies).toHaveLength(1);
});

test('the slash command given during an outage of Slack is stored, and the conversation begins after the outage', async () => {
  await command(channels.support, '');
  bot.slack.down(true);
  const answer = await command(channels.support, '会社のPCです');
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('受け付けました')]);
  bot.slack.down(false);
  await expect.poll(async () => (await bot.slack.held(team, channels.support)).length, { timeout: 9_000 }).toBe(2);
  await expect.poll(async () => (await opened(channels.support)).replies).toHaveLength(1);
});

test('the slash command begins in a direct message if Slack refuses a post to the support channel', async () => {
  bot.slack.fault('refused', 1, 'chat.postMessage');
  expect(await (await command(channels.support, '会社のPCです')).text()).toMatch(/<http.*\|DM>/);
  expect((await opened(await bot.slack.direct(team, user))).replies).toHaveLength(1);
});

test('the slash command begins one conversation if the connection breaks after Slack took the first message', async () => {
  bot.slack.fault('cut', 1, 'chat.postMessage');
  expect(await (await command(channels.support, '会社のPCです')).text()).toMatch(/<http/);
  expect(await bot.slack.held(team, channels.support)).toHaveLength(1);
  expect((await opened(channels.support)).replies).toHaveLength(1);
});

test.each(['broken', 'busy'] as const)(
  'the slash command begins one conversation if Slack first does not take the first message: %s',
  async (fault) => {
    bot.slack.fault(fault, 1, 'chat.postMessage');
    expect(await (await command(channels.support, '')).text()).toMatch(/<http/);
    expect(await bot.slack.held(team, channels.support)).toHaveLength(1);
    expect((await opened(channels.support)).replies).toHaveLength(1);
  },
);

test('the slash command gets an apology if Slack refuses all posts for it, and nothing stays stored', async () => {
  bot.slack.fault('refused', 2, 'chat.postMessage');
  expect(await (await command(channels.support, '会社のPCです')).text()).toContain('もう一度');
  expect(await waiting(bot.vault)).toEqual([]);
});

test('the slash command is acknowledged within 2.9 s by a slow Slack, stored without keys, and answered later', async () => {
  const { url, said, close } = await responses();
  const key = ['VK7JG', 'NPHTM', 'C97JM', '9MPGT', '3V66T'].join('-');
  bot.slack.fault('slow', 1, 'users.info');
  bot.slack.fault('slower', 1, 'chat.postMessage');
  const began = Date.now();
  const answer = await command(channels.general, `会社のPCで ${key}`, url);
  expect(Date.now() - began).toBeLessThan(2_900);
  expect(await answer.text()).toContain('受け付けました');
  const [start] = await waiting(bot.vault);
  expect(start).toContain('会社のPC');
  expect(start).not.toContain('NPHTM');
  await expect.poll(said, { timeout: 9_000 }).toMatch(/<http.*\|DM>/);
  expect(await waiting(bot.vault)).toEqual([]);
  const { root, replies } = await opened(await bot.slack.direct(team, user));
  expect(linesOf(root)).toContain('会社のPC');
  expect(replies).toHaveLength(1);
  await close();
});

/** Where late answers to a command go. */
async function responses() {
  let said = '';
  const server = createServer(async (request, response) => {
    for await (const chunk of request) said += String(chunk);
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    said: () => said,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
