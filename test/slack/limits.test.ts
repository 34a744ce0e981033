import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { deskIn } from '../../src/adapters/slack/desk/index.ts';
import { oneWorkspace } from '../../src/adapters/slack/install/one-workspace.ts';
import { limitsOf } from '../../src/adapters/slack/send/limits.ts';
import { messages } from '../../src/adapters/slack/send/messages.ts';
import { shower } from '../../src/adapters/slack/send/show.ts';
import type { ConversationId, Destination } from '../../src/bot/ports.ts';
import { deskOn } from './desk-on.ts';

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const to = (channel: string): Destination => ({
  conversation: `slack:T0ONE00001:${channel}:1.1` as ConversationId,
  address: JSON.stringify({ team: 'T0ONE00001', channel, thread: '1700000000.000001' }),
  language: 'ja',
});

/** The adapter and the desk of a Slack that says whose token it is, and else answers like this. */
async function begin(answer: RequestListener) {
  server = createServer((request, response) => {
    if (request.url !== '/api/auth.test') return answer(request, response);
    const bot = { ok: true, team_id: 'T0ONE00001', user_id: 'U0BOT00001', bot_id: 'B0BOT00001' };
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(bot));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const workspaces = oneWorkspace('xoxb-1', url);
  const limits = limitsOf({ postsPerSecond: 1, editsPerMinute: 50, readsPerMinute: 1 });
  const place = deskOn('C0DESK0001');
  return {
    adapter: messages(workspaces, shower(url), limits),
    desk: deskIn(
      workspaces,
      shower(url),
      { upload: async () => true, fetchFile: async () => ({ outcome: 'none', why: 'gone' }) },
      limits,
      place,
    ),
  };
}

test('a look-up that gets a 429 rejects with the wait that Slack names, in a thread and at the desk', async () => {
  const { adapter, desk } = await begin((_, response) => void response.writeHead(429, { 'retry-after': '7' }).end());
  const putOff = { name: 'RateLimitedError', after: 7_000 };
  await expect(adapter.find(to('C0SUPPORT1'), 'key', 0)).rejects.toMatchObject(putOff);
  await expect(desk.find('key', {} as Parameters<typeof desk.find>[1], 0, null)).rejects.toMatchObject(putOff);
});

test('the rate limit of posts is per channel, that of edits and look-ups per workspace and method', async () => {
  const { adapter, desk } = await begin((_, response) => void response.end());
  const [here, there] = [to('C0SUPPORT1'), to('C0DESK0001')];
  expect(adapter.limitOf(here, 'post')).toMatchObject({ perSecond: 1, burst: 5 });
  expect(await desk.limitOf(here, 'open')).toEqual(adapter.limitOf(there, 'post'));
  expect(adapter.limitOf(here, 'post').name).not.toBe(adapter.limitOf(there, 'post').name);
  expect(adapter.limitOf(here, 'settle')).toEqual(adapter.limitOf(there, 'settle'));
  expect(adapter.limitOf(here, 'find')).toEqual({ ...adapter.limitOf(there, 'find'), perSecond: 1 / 60, burst: 1 });
  expect(await desk.limitOf(here, 'find')).not.toEqual(adapter.limitOf(here, 'find'));
});
