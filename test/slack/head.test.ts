import { afterEach, beforeEach, expect, test } from 'vitest';
import { head, raw, statusOf } from '../http/raw.ts';
import { type Rig, rig } from './rig.ts';

let bot: Rig;
beforeEach(async () => {
  bot = await rig();
});
afterEach(() => bot.stop());

const now = () => Math.floor(Date.now() / 1_000);
const zeros = `v0=${'0'.repeat(64)}`;

test.each([
  ['no signature', () => ({ 'x-slack-request-timestamp': `${now()}` })],
  ['no timestamp', () => ({ 'x-slack-signature': zeros })],
  ['a stale timestamp', () => ({ 'x-slack-request-timestamp': `${now() - 400}`, 'x-slack-signature': zeros })],
  ['a timestamp to come', () => ({ 'x-slack-request-timestamp': `${now() + 400}`, 'x-slack-signature': zeros })],
  ['a timestamp that is none', () => ({ 'x-slack-request-timestamp': 'now', 'x-slack-signature': zeros })],
  ['a signature that is none', () => ({ 'x-slack-request-timestamp': `${now()}`, 'x-slack-signature': 'v0=00' })],
])('a request with %s is refused before its body is sent', async (_, headers: () => Record<string, string>) => {
  const request = raw(Number(new URL(bot.url).port));
  request.send(head('/slack/events', 1_000, headers()));
  expect(statusOf(await request.answer)).toBe(401);
});

test('a request with a content-length over the limit is refused before its body is sent', async () => {
  const request = raw(Number(new URL(bot.url).port));
  const headers = { 'x-slack-request-timestamp': `${now()}`, 'x-slack-signature': zeros };
  request.send(head('/slack/events', 1_100_000, headers));
  expect(statusOf(await request.answer)).toBe(413);
});
