import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import type { Database } from '../../src/adapters/store/database.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import { addressOf, readAddress } from '../../src/adapters/teams/address.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import { activitySchema } from '../../src/adapters/teams/receive/activity.ts';
import { openConversation } from '../../src/bot/conversation/conversation.ts';
import type { ConversationId, Destination, Incoming } from '../../src/bot/ports.ts';
import type { Vault } from '../../src/bot/storage.ts';
import { show } from '../../src/bot/view/index.ts';
import { local } from './chat.ts';
import { deliver } from './deliver.ts';
import { activity, idOf, type Place, pathOf, tenants, written } from './people.ts';
import { type Fault, type Service, startService } from './service.ts';
import { surrounding } from './surroundings.ts';

const question = show(openConversation('ja'), readContacts(exampleContacts));
const day = 24 * 60 * 60 * 1_000;
let service: Service;
let folder: string;
let database: Database;
let vault: Vault;
let bot: ReturnType<typeof teams>;
let chat: Place;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
beforeEach(async () => {
  service = await startService();
  chat = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
  folder = mkdtempSync(join(tmpdir(), 'ninsho-navi-'));
  vi.useFakeTimers({ toFake: ['Date'] });
  await start();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.clearAllMocks();
  await database.close();
  await service.stop();
  rmSync(folder, { recursive: true });
});
const start = async (): Promise<void> => {
  database = await sqlite(join(folder, 'bot.sqlite'));
  vault = vaultOf(database);
  bot = teams(local, { ...surrounding(log), vault });
};
const restart = () => database.close().then(start);
/** The person is heard from: what the bot keeps to reach them. */
const met = (place = chat): Destination => ({
  conversation: idOf(place) as ConversationId,
  address: addressOf(activitySchema.parse(activity(place, 'asker', written('x')))),
  language: 'ja',
});
const later = (): void => void vi.setSystemTime(Date.now() + day);
const post = (to: Destination) => bot.adapter.post(to, 'key', question);
const spoil = (...faults: readonly Omit<Fault, 'method'>[]) =>
  service.faults.push(...faults.map((fault) => ({ method: 'any', ...fault }) as const));
const retired = { outcome: 'never', why: 'The bot is blocked or was removed' };

const refusals = ['BotNotInConversationRoster', 'BotDisabledByAdmin', 'ConversationBlockedByUser', 'something new'];
for (const code of refusals)
  test(`a conversation reference refused with ${code} is not used again, also after a restart`, async () => {
    const to = met();
    later();
    spoil({ status: 403, code });
    expect(await post(to)).toMatchObject({ outcome: 'never', why: expect.stringContaining('Teams answered 403') });
    expect(await post(to)).toEqual(retired);
    await restart();
    expect(await post(to)).toEqual(retired);
    expect(service.calls).toHaveLength(1);
    const about = { conversation: idOf(chat), delivery: 'key', code: code.includes(' ') ? '' : code };
    expect(log.warn.mock.calls).toEqual([[about, 'reference retired until the person is heard from']]);
  });

test('the code of a refusal is logged if it stands only inside the message of the answer', async () => {
  spoil({ status: 403, text: '{"errorCode":209,"message":"{\\n \\"subCode\\": \\"MessageWritesBlocked\\"}"}' });
  await post(met());
  expect(log.warn.mock.calls[0]?.[0]).toMatchObject({ code: 'MessageWritesBlocked' });
});

test('a person or group whose reference was refused is reached again after a new delivery from them', async () => {
  for (const place of [chat, { ...chat, kind: 'groupChat', conversation: '19:x@thread.v2' } as const]) {
    const before = met(place);
    spoil({ status: 403 });
    await post(before);
    later();
    await restart();
    expect(await post(met(place))).toMatchObject({ outcome: 'done' });
    expect(await post(before)).toEqual(retired);
  }
});

test('a refused reference is used again after the bot is installed again', async () => {
  await bot.adapter.start(async () => 'answered');
  const to = met();
  spoil({ status: 403 });
  await post(to);
  await deliver(bot, activity(chat, 'asker', { type: 'installationUpdate', action: 'add' }));
  later();
  expect(await post(to)).toMatchObject({ outcome: 'done' });
});

test('a personal chat that is gone is created once more, and the new one is used, also after a restart', async () => {
  const to = met();
  spoil({ status: 404, code: 'ConversationNotFound' });
  await post(to);
  const [, begun] = service.calls;
  expect(begun?.body).toEqual({
    isGroup: false,
    bot: { id: '28:ninsho-navi', name: '認証ナビ' },
    members: [{ id: '29:asker', name: 'asker さん' }],
    tenantId: tenants.one,
    channelData: { tenant: { id: tenants.one } },
  });
  await post(to);
  later();
  await restart();
  await post(to);
  const [again = ''] = service.conversations;
  expect(service.conversations).toHaveLength(1);
  expect(service.held(pathOf({ ...chat, conversation: again }))).toHaveLength(3);
  const about = { conversation: idOf(chat), delivery: 'key', code: 'ConversationNotFound' };
  expect(log.info.mock.calls).toEqual([[about, 'personal chat begun again']]);
});

test('a person who writes in a chat that counted as gone is answered there', async () => {
  spoil({ status: 404 });
  await post(met());
  later();
  expect(await post(met())).toMatchObject({ outcome: 'done' });
  expect(service.held(pathOf(chat))).toHaveLength(1);
});

test('a person who writes in the new chat goes on in the same conversation', async () => {
  const heard: Incoming[] = [];
  await bot.adapter.start(async (incoming) => {
    heard.push(incoming);
    return 'answered';
  });
  const chats = ['a:asker', 'a:again-1'];
  for (const conversation of chats) await deliver(bot, activity({ ...chat, conversation }, 'asker', written('x')));
  expect(heard.map(({ conversation }) => conversation)).toEqual([idOf(chat), idOf(chat)]);
  expect(heard.map(({ address }) => readAddress(address)?.conversation)).toEqual(chats);
});

test('a chat that was created again and is gone too is created once more', async () => {
  const to = met();
  for (const status of [404, 404]) {
    spoil({ status });
    expect(await post(to)).toMatchObject({ outcome: 'done' });
  }
  expect(service.conversations).toHaveLength(2);
});

test('a person who blocked the bot gets no new chat in place of one that is gone', async () => {
  const to = met();
  spoil({ status: 404 }, { status: 403 });
  expect(await post(to)).toMatchObject({ outcome: 'never', why: expect.stringContaining('Teams answered 403') });
  expect(await post(to)).toEqual(retired);
});

for (const kind of ['groupChat', 'channel'] as const)
  test(`a ${kind} that is gone becomes a logged failure, and nothing is created`, async () => {
    const to = met({ ...chat, kind, conversation: '19:x@thread.tacv2;messageid=1' });
    spoil({ status: 404, code: 'ConversationNotFound' });
    expect(await post(to)).toMatchObject({ outcome: 'never', why: expect.stringContaining('Teams answered 404') });
    expect(service.calls).toHaveLength(1);
    const about = { conversation: to.conversation, delivery: 'key', code: 'ConversationNotFound' };
    expect(log.warn.mock.calls).toEqual([[about, 'conversation is gone']]);
  });

test('a refused edit does not retire the conversation reference', async () => {
  const to = met();
  const sent = await post(to);
  if (sent.outcome !== 'done') throw new Error(sent.outcome);
  spoil({ status: 403 });
  await bot.adapter.settle(to, sent.message, question, 'x');
  expect(await post(to)).toMatchObject({ outcome: 'done' });
});

test('a post reads nothing from the vault, and a retired reference is stored under its person', async () => {
  const [get, set] = [vi.spyOn(vault, 'get'), vi.spyOn(vault, 'set')];
  await post(met());
  expect([get.mock.calls, set.mock.calls]).toEqual([[], []]);
  spoil({ status: 403 });
  await post(met());
  const [key, value] = [expect.stringMatching(/^teams-reference:/), expect.stringContaining('"to":null')];
  expect(set.mock.calls).toEqual([[key, value, `teams:${tenants.one}:29:asker`]]);
});

test('a post whose reference cannot be read from the vault rejects and sends nothing', async () => {
  const to = met();
  later();
  vi.spyOn(vault, 'get').mockRejectedValue(new Error('database is away'));
  await expect(post(to)).rejects.toThrow('database is away');
  expect(service.calls).toEqual([]);
});
