import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { type Chat, local, silent, startChat } from './chat.ts';
import { activity, idOf, type Place, pathOf, press, written } from './people.ts';
import { type Shown, shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';

const hour = 60 * 60 * 1_000;
const question = wordsIn('ja').text('turns:follow-up').trim();
let service: Service;
let chat: Chat;
let folder: string;
let place: Place;
beforeEach(async () => {
  service = await startService();
  folder = mkdtempSync(join(tmpdir(), 'ninsho-navi-'));
  place = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
  await start();
});
afterEach(async () => {
  await chat.stop();
  await service.stop();
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
  expect(service.wrong).toEqual([]);
});
const start = async () => {
  chat = await startChat(local, join(folder, 'bot.sqlite'), silent);
};
const restart = async () => {
  await chat.stop();
  await start();
};
const say = async (text: string): Promise<void> => {
  await chat.deliver(activity(place, 'asker', written(text)));
  await chat.idle(idOf(place));
};
const shownAt = (where: Place): readonly Shown[] =>
  service.held(pathOf(where)).map(({ versions }) => shownIn(versions.at(-1) ?? {}));
/** Presses a button of the newest message there; a form's own is `submit`. */
const pressAt = async (where: Place, choice: string): Promise<void> => {
  const newest = service.held(pathOf(where)).at(-1);
  const button = shownIn(newest?.versions.at(-1) ?? {}).buttons.find(
    ({ data }) => (data['choice'] ?? 'submit') === choice,
  );
  await chat.deliver(activity(where, 'asker', press(newest?.id ?? '', button?.data ?? {})));
  await chat.idle(idOf(place));
};
const offered = (view: string) =>
  shownAt(place)
    .at(-1)
    ?.buttons.some(({ data }) => data['to'] === view) === true;
/** Somebody is sent off to connect to the VPN of their company. */
const sendOff = async (): Promise<void> => {
  await say('会社のPCで0xC004F074が出ます。自宅で、VPNはつないでいません。データは大丈夫です');
  for (let presses = 0; presses < 5 && !offered('list.O2'); presses += 1)
    await pressAt(place, String(shownAt(place).at(-1)?.answers[0]?.data['choice']));
  if (!offered('list.O2')) throw new Error('The VPN list was not offered');
};
/** A day goes by, and what was to be done then is done. */
const nextDay = async (): Promise<void> => {
  const before = posts();
  vi.setSystemTime(Date.now() + 25 * hour);
  await vi.waitFor(() => expect(posts()).toBeGreaterThan(before), 5_000);
  await chat.idle(idOf(place));
};
const posts = () => service.calls.filter(({ method }) => method === 'POST').length;
const askedAt = (where: Place) => shownAt(where).filter(({ lines }) => lines.includes(question)).length;

test('a follow-up reaches the person a day later, also from a process that restarted', async () => {
  await sendOff();
  await restart();
  await nextDay();
  expect(askedAt(place)).toBe(1);
});

test('a person who blocked the bot gets no follow-up, and is answered again once they write', async () => {
  await sendOff();
  service.faults.push({ method: 'POST', status: 403, code: 'ConversationBlockedByUser' });
  await nextDay();
  expect(askedAt(place)).toBe(0);
  await restart();
  await say('担当者に相談');
  await pressAt(place, 'submit');
  await nextDay();
  expect(askedAt(place)).toBe(1);
});

test('a follow-up to a deleted personal chat opens a new chat, where the conversation goes on', async () => {
  await sendOff();
  service.faults.push({ method: 'POST', status: 404, code: 'ConversationNotFound' });
  await nextDay();
  await restart();
  const [begun] = service.conversations;
  const again = { ...place, conversation: begun ?? '' };
  expect([askedAt(place), askedAt(again)]).toEqual([0, 1]);
  await pressAt(again, 'done');
  expect(shownAt(again).map(({ buttons }) => buttons.length > 0)).toEqual([false, true]);
  expect(
    shownAt(again)
      .at(-1)
      ?.buttons.map(({ data }) => data['to']),
  ).toContain('check.O2');
});
