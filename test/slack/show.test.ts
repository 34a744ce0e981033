import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { callTimeouts, latest } from '../../src/adapters/slack/send/call.ts';
import { shower } from '../../src/adapters/slack/send/show.ts';
import { policy } from '../../src/bot/runtime/policy.ts';

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Shows a message in a Slack that answers like this, some milliseconds before the latest time for it. */
async function show(answer: RequestListener, patience = callTimeouts, left = 1_000) {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return shower(url, patience).post('xoxb-1', { channel: 'C0CHANNEL1' }, performance.now() + left);
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

test.each([
  [1_000, 1],
  [-1, 0],
])('a post is written only in time: with %i ms left, %i requests arrive', async (left, requests) => {
  let arrived = 0;
  const taking: RequestListener = (_, response) => {
    arrived += 1;
    response.end('{"ok":true,"ts":"1.1"}');
  };
  const shown = show(taking, callTimeouts, left);
  if (requests === 0) await expect(shown).rejects.toThrow('not known');
  else expect(await shown).toMatchObject({ outcome: 'done' });
  expect(arrived).toBe(requests);
});

test('the latest time for a call is within the timeout of an attempt', () => {
  expect(latest() - performance.now()).toBeLessThan(policy.timeout);
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
