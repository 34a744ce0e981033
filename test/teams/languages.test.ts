import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { Language } from '../../src/bot/types.ts';
import { localeRule } from '../conformance/locale-rule.ts';
import { type Chat, startChat } from './chat.ts';
import { dataOf, newestAt } from './looking.ts';
import { activity, mentioning, nextId, type Place, press, written } from './people.ts';
import { type Service, startService } from './service.ts';

let service: Service;
let chat: Chat;
beforeEach(async () => {
  service = await startService();
  chat = await startChat();
});
afterEach(async () => {
  await chat.stop();
  await service.stop();
  expect(service.wrong).toEqual([]);
});

const personal = (): Place => ({ service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' });
/** A new thread, which is a conversation of its own. */
const thread = (): Place => ({
  service: service.url,
  tenant: 'one',
  conversation: `19:team@thread.tacv2;messageid=${nextId()}`,
  kind: 'channel',
});
const deliver = (place: Place, more: object) => chat.deliver(activity(place, 'asker', more));
const newest = (place: Place) => newestAt(chat, service, place);
/** Says hello, in words that show no language, in a new thread. */
async function greeted(more: object = {}): Promise<string> {
  const place = thread();
  await deliver(place, { ...mentioning('Windows'), ...more });
  return (await newest(place)).card.lines.join();
}
const speaks = (language: Language) => wordsIn(language).text('questions:origin.text');

test('the welcome is in the language that a person chose', async () => {
  await deliver(personal(), written('English please'));
  await newest(personal());
  await deliver(personal(), { type: 'installationUpdate', action: 'add' });
  expect((await newest(personal())).card.lines).toContain(wordsIn('en').text('teams:welcome.title'));
});

test.each(localeRule)('the locale %s means %s', async (locale, expected) => {
  expect(await greeted({ locale })).toContain(speaks(expected));
});

describe('the language that a person chose in Teams', () => {
  test('by a button of the welcome, is that of their later conversations as well', async () => {
    await deliver(personal(), { type: 'installationUpdate', action: 'add' });
    const { id, card } = await newest(personal());
    await deliver(personal(), press(id, dataOf(card, 'English')));
    expect((await newest(personal())).card.lines.join()).toContain(speaks('en'));
    expect(await greeted()).toContain(speaks('en'));
  });

  test('by word, is that of their later conversations as well, and nobody else’s', async () => {
    await deliver(personal(), written('English please'));
    await newest(personal());
    expect(await greeted()).toContain(speaks('en'));
    const other = thread();
    await chat.deliver(activity(other, 'other', mentioning('Windows')));
    expect((await newest(other)).card.lines.join()).toContain(speaks('ja'));
  });

  test('is not that in which they only write', async () => {
    await deliver(personal(), written('My work PC will not activate'));
    await newest(personal());
    expect(await greeted()).toContain(speaks('ja'));
  });

  test('is forgotten with them', async () => {
    await deliver(personal(), written('English please'));
    await newest(personal());
    await deliver(personal(), written('データを消して'));
    await chat.idle('none');
    expect(await greeted()).toContain(speaks('ja'));
  });
});
