import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { callTimeouts } from '../../src/adapters/slack/send/call.ts';
import { shower } from '../../src/adapters/slack/send/show.ts';
import { policy } from '../../src/bot/runtime/policy.ts';

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Shows a message in a Slack that answers like this. */
async function show(answer: RequestListener, ...more: [] | [typeof callTimeouts]) {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return shower(url, ...more)('xoxb-1', 'chat.postMessage', { channel: 'C0CHANNEL1' });
}

test.each([
  ['7', 7_000],
  ['0', 0],
  [undefined, 5_000],
  ['soon', 5_000],
])('a post that gets a 429 is postponed as retry-after says, else by 5 s: %s', async (seconds, after) => {
  const busy: RequestListener = (_, response) => {
    response.writeHead(429, seconds === undefined ? {} : { 'retry-after': seconds }).end('{"ok":false}');
  };
  expect(await show(busy)).toEqual({ outcome: 'later', after, reason: 'rate limit', why: 'Slack answered 429' });
});

describe('a call to a Slack that accepts the connection', () => {
  const soon = { connect: 2_000, headers: 200, body: 200 };

  test('the call ends soon with an unknown result if no answer comes', async () => {
    const began = Date.now();
    await expect(show(() => {}, soon)).rejects.toThrow('not known');
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  test('the call ends soon with an unknown result if the answer does not end', async () => {
    const began = Date.now();
    await expect(show((_, response) => void response.write('{"ok":'), soon)).rejects.toThrow('not known');
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  test('the timeouts of a call add up to less than the timeout of an attempt', () => {
    expect(callTimeouts.connect + callTimeouts.headers + callTimeouts.body).toBeLessThanOrEqual(8_000);
    expect(policy.timeout).toBeGreaterThan(8_000);
  });
});
