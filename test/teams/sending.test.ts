import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import { type Connector, connectorOf } from '../../src/adapters/teams/send/connector.ts';
import { openConversation } from '../../src/bot/conversation/conversation.ts';
import type { Adapter, ConversationId, Destination, MessageRef } from '../../src/bot/ports.ts';
import { show } from '../../src/bot/view/index.ts';
import { local, silent } from './chat.ts';
import { bot, idOf, type Place, pathOf, tenants } from './people.ts';
import { shownIn } from './screen.ts';
import { type Fault, type Service, startService } from './service.ts';
import { surrounding } from './surroundings.ts';

const question = show(openConversation('ja'), readContacts(exampleContacts));
const reference = (place: Place): Destination => ({
  conversation: idOf(place) as ConversationId,
  address: JSON.stringify({
    serviceUrl: `${place.service}/${place.tenant}/`,
    conversation: place.conversation,
    kind: place.kind,
    tenant: tenants[place.tenant],
    bot,
    user: { id: '29:asker', name: 'asker' },
  }),
  language: 'ja',
});

describe('a message sent to Teams', () => {
  let service: Service;
  let adapter: Adapter;
  let chat: Place;
  beforeEach(async () => {
    service = await startService();
    adapter = teams(local, surrounding(silent)).adapter;
    chat = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
  });
  afterEach(() => service.stop());
  const post = (place = chat) => adapter.post(reference(place), 'key', question);
  const spoil = (fault: Omit<Fault, 'method'>) => service.faults.push({ method: 'any', ...fault });

  test('a message reaches a conversation by its stored reference alone', async () => {
    const sent = await post();
    const [held] = service.held(pathOf(chat));
    expect(sent).toEqual({ outcome: 'done', message: held?.id });
    expect(shownIn(held?.versions[0] ?? {}).buttons.length).toBeGreaterThan(3);
    expect(held?.versions[0]).toMatchObject({ summary: question.view.text });
  });

  for (const status of [401, 408, 412, 429, 500, 502, 503, 504])
    test(`a message answered with ${status} is to be retried, and is tried once by the adapter`, async () => {
      spoil({ status });
      expect(await post()).toMatchObject({ outcome: 'later' });
      expect(service.calls).toHaveLength(1);
    });

  test('a message that gets a 429 is postponed by its retry-after', async () => {
    spoil({ status: 429, headers: { 'retry-after': '7' } });
    expect(await post()).toMatchObject({ outcome: 'later', after: 7_000, reason: 'rate limit' });
  });

  test('a message refused for good is given up, with a reason and an instruction for the operator', async () => {
    spoil({ status: 413, code: 'MessageSizeTooBig' });
    expect(await post()).toEqual({
      outcome: 'never',
      why: 'Teams answered 413 MessageSizeTooBig. Report this: the message was longer than Teams takes.',
    });
  });

  test('a message refused with 401 is retried, and the operator is told to check the secret', async () => {
    spoil({ status: 401 });
    expect(await post()).toMatchObject({ reason: 'refusal', why: expect.stringContaining('MicrosoftAppPassword') });
  });

  test('a message answered with 503 counts as an outage, not as a refusal', async () => {
    spoil({ status: 503 });
    expect(await post()).toMatchObject({ outcome: 'later', reason: 'outage' });
  });

  test('the rate limit of messages is per conversation, with one of its own for edits', () => {
    const limited = teams({ ...local, postsPerSecond: 2 }, surrounding(silent)).adapter;
    const other = { ...chat, conversation: 'a:other' };
    const [post, edit, elsewhere] = [
      limited.limitOf(reference(chat), 'post'),
      limited.limitOf(reference(chat), 'settle'),
      limited.limitOf(reference(other), 'post'),
    ];
    expect(post).toMatchObject({ perSecond: 2, burst: 4 });
    expect(new Set([post.name, edit.name, elsewhere.name]).size).toBe(3);
  });

  for (const status of ['cut', 'cut-after'] as const)
    test(`a message whose connection breaks (${status}) rejects, is not repeated by the adapter, and cannot be looked up`, async () => {
      spoil({ status });
      await expect(post()).rejects.toThrow('Teams did not answer');
      expect(service.calls).toHaveLength(1);
      expect(await adapter.find(reference(chat), 'key', 0)).toBeUndefined();
    });

  test('a message to a service that refuses the connection is to be retried', async () => {
    await service.stop();
    expect(await post()).toMatchObject({ outcome: 'later' });
    service = await startService();
  });

  test('a message to an untrusted or unreadable address is given up and not sent', async () => {
    const to = { ...reference(chat), address: reference(chat).address.replace(service.url, 'https://teams.example') };
    expect(await adapter.post(to, 'key', question)).toMatchObject({ outcome: 'never' });
    expect(await adapter.post({ ...to, address: '{"channel":"C1"}' }, 'key', question)).toMatchObject({
      outcome: 'never',
    });
    expect(await adapter.post({ ...to, address: '' }, 'key', question)).toMatchObject({ outcome: 'never' });
    expect(service.calls).toEqual([]);
  });

  test('an answered message is edited to the same card without buttons, with the answer', async () => {
    const sent = await post();
    if (sent.outcome !== 'done') throw new Error(sent.outcome);
    expect(await adapter.settle(reference(chat), sent.message, question, '会社・学校のPC')).toEqual(sent);
    const card = shownIn(service.held(pathOf(chat))[0]?.versions[1] ?? {});
    expect(card.buttons).toEqual([]);
    expect(card.lines).toEqual([...question.view.lead, question.view.text, '✓ 会社・学校のPC']);
  });

  test('an edit of a deleted message counts as done, and one that is refused is given up', async () => {
    const gone = '1' as MessageRef;
    expect(await adapter.settle(reference(chat), gone, question, 'x')).toEqual({ outcome: 'done', message: gone });
    spoil({ status: 403 });
    expect(await adapter.settle(reference(chat), gone, question, 'x')).toMatchObject({ outcome: 'never' });
  });
});

describe('the Bot Framework SDK', () => {
  let service: Service;
  let connector: Connector;
  beforeEach(async () => {
    service = await startService();
    connector = connectorOf(local);
  });
  afterEach(() => service.stop());

  test('the SDK sends every field of an entity', async () => {
    const label = { type: 'https://schema.org/Message', '@type': 'Message', additionalType: ['AIGeneratedContent'] };
    await connector.send(`${service.url}/one/`, 'a:x', { type: 'message', entities: [label] });
    expect(service.calls[0]?.body['entities']).toEqual([label]);
  });

  test('the SDK follows no redirect', async () => {
    service.faults.push({
      method: 'any',
      status: 307,
      headers: { location: `${service.url}/two/v3/conversations/a/activities` },
    });
    const sending = connector.send(`${service.url}/one/`, 'a:x', { type: 'message' });
    await expect(sending).rejects.toMatchObject({ statusCode: 307 });
    expect(service.calls).toHaveLength(1);
  });
});
