import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serve } from '../../src/adapters/http/server.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { Incoming, Receive, Received } from '../../src/bot/ports.ts';
import { notice } from '../../src/bot/view/notice.ts';
import { localeRule } from '../conformance/locale-rule.ts';
import { local, silent } from './chat.ts';
import { activity, idOf, type Place, press, written } from './people.ts';
import { type Service, startService } from './service.ts';
import { surrounding } from './surroundings.ts';

let service: Service;
let server: Awaited<ReturnType<typeof serve>>;
let bot: ReturnType<typeof teams>;
let place: Place;
beforeEach(async () => {
  service = await startService();
  place = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
  bot = teams(local, surrounding(silent));
  server = await serve(bot.routes, 0, '127.0.0.1', silent);
});
afterEach(async () => {
  await server.stop();
  await bot.adapter.stop();
  await service.stop();
});
const deliver = async (more: object) => {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity(place, 'asker', more)),
  });
  return [response.status, await response.json()];
};

test('a message that cannot be stored gets a 503, and a press gets a text about the trouble', async () => {
  await bot.adapter.start(() => Promise.reject(new Error('the disk is full of secrets')));
  expect(await deliver(written('こんにちは'))).toEqual([503, {}]);
  const [status, body] = await deliver(press('1', { to: 'question.origin', choice: 'used' }));
  expect([status, body]).toMatchObject([
    200,
    { statusCode: 500, value: { message: wordsIn('ja').text('teams:trouble') } },
  ]);
  expect(JSON.stringify(body)).not.toContain('secrets');
});

test('a message before the start and after the stop of the bot gets a 503', async () => {
  expect(await deliver(written('こんにちは'))).toEqual([503, {}]);
  await bot.adapter.start(async () => 'answered');
  expect(await deliver(written('こんにちは'))).toEqual([200, {}]);
  await bot.adapter.stop();
  expect(await deliver(written('こんにちは'))).toEqual([503, {}]);
});

test('the stop of the adapter waits for a delivery under way', async () => {
  const { promise, resolve } = Promise.withResolvers<Received>();
  const received = vi.fn(() => promise);
  await bot.adapter.start(received);
  const delivered = deliver(written('こんにちは'));
  await vi.waitFor(() => expect(received).toHaveBeenCalled());
  let stopped = false;
  const stopping = bot.adapter.stop().then(() => {
    stopped = true;
  });
  await new Promise((done) => setTimeout(done, 50));
  expect(stopped).toBe(false);
  resolve('answered');
  await stopping;
  expect(await delivered).toEqual([200, {}]);
});

test('a typing indicator is sent for a reply that takes long, not for a quick one nor for no reply', async () => {
  const typed = () => service.calls.filter(({ body }) => body['type'] === 'typing').length;
  await bot.adapter.start(async ({ conversation, address, language }: Incoming) => {
    await bot.adapter.post({ conversation, address, language }, 'key', notice('x'));
    return 'answered';
  });
  await deliver(written('こんにちは'));
  await new Promise((done) => setTimeout(done, 900));
  expect(typed()).toBe(0);
  await bot.adapter.start(() => new Promise((done) => setTimeout(done, 900, 'answered')));
  await deliver(written('こんにちは'));
  expect(typed()).toBe(1);
  await bot.adapter.start(async () => 'left alone');
  await deliver(written('こんにちは'));
  await new Promise((done) => setTimeout(done, 900));
  expect(typed()).toBe(1);
});

test('the language of a person is that of their locale, by the rule of all channels', async () => {
  const received = vi.fn<Receive>(async () => 'answered');
  await bot.adapter.start(received);
  for (const [locale] of localeRule) await deliver({ ...written('x'), locale });
  expect(received.mock.calls.map(([{ language }]) => language)).toEqual(localeRule.map(([, language]) => language));
  expect(received.mock.calls[0]?.[0]).toMatchObject({ conversation: idOf(place), opens: true, addressed: true });
});

test('a second attempt at a message joins the running one, and one message is posted', async () => {
  await bot.adapter.start(async ({ conversation, address, language }: Incoming) => {
    const post = () => bot.adapter.post({ conversation, address, language }, 'key', notice('x'));
    const [first, again] = await Promise.all([post(), post()]);
    expect(again).toEqual(first);
    return 'answered';
  });
  expect(await deliver(written('こんにちは'))).toEqual([200, {}]);
  expect(service.calls.filter(({ body }) => body['type'] === 'message')).toHaveLength(1);
});
