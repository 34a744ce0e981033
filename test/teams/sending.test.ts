import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import { type Connector, connectorOf } from '../../src/adapters/teams/send/connector.ts';
import { openConversation } from '../../src/bot/conversation/conversation.ts';
import type { Adapter, ConversationId, Destination, MessageRef } from '../../src/bot/ports.ts';
import { show } from '../../src/bot/view/index.ts';
import { local, silent } from './chat.ts';
import { forgetful } from './forgetful.ts';
import { bot, idOf, type Place, pathOf, tenants } from './people.ts';
import { shownIn } from './screen.ts';
import { type Fault, type Service, startService } from './service.ts';

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

describe('a message', () => {
  let service: Service;
  let adapter: Adapter;
  let chat: Place;
  beforeEach(async () => {
    service = await startService();
    adapter = teams(local, silent, forgetful()).adapter;
    chat = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
  });
  afterEach(() => service.stop());
  const post = (place = chat) => adapter.post(reference(place), 'key', question);
  const spoil = (fault: Omit<Fault, 'method'>) => service.faults.push({ method: 'any', ...fault });

  test('reaches a conversation that the process has never heard of, by its stored reference', async () => {
    const sent = await post();
    const [held] = service.held(pathOf(chat));
    expect(sent).toEqual({ outcome: 'done', message: held?.id });
    expect(shownIn(held?.versions[0] ?? {}).buttons.length).toBeGreaterThan(3);
    expect(held?.versions[0]).toMatchObject({ summary: question.view.text });
  });

  for (const status of [401, 408, 412, 429, 500, 502, 503, 504])
    test(`that is answered ${status} is for later, and is tried once`, async () => {
      spoil({ status });
      expect(await post()).toMatchObject({ outcome: 'later' });
      expect(service.calls).toHaveLength(1);
    });

  test('waits as long as the service says', async () => {
    spoil({ status: 429, headers: { 'retry-after': '7' } });
    expect(await post()).toMatchObject({ outcome: 'later', after: 7_000, reason: 'rate limit' });
  });

  test('that is refused for good is given up, and the operator is told why and what to do', async () => {
    spoil({ status: 413, code: 'MessageSizeTooBig' });
    expect(await post()).toEqual({
      outcome: 'never',
      why: 'Teams answered 413 MessageSizeTooBig. Report this: the message was longer than Teams takes.',
    });
  });

  test('that is refused because of the secret is for later, and the operator is told to look at it', async () => {
    spoil({ status: 401 });
    expect(await post()).toMatchObject({ reason: 'refusal', why: expect.stringContaining('MicrosoftAppPassword') });
  });

  test('to a service that is away counts as no refusal', async () => {
    spoil({ status: 503 });
    expect(await post()).toMatchObject({ outcome: 'later', reason: 'outage' });
  });

  test('counts towards the limit of its own conversation, edits apart', () => {
    const limited = teams({ ...local, postsPerSecond: 2 }, silent, forgetful()).adapter;
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
    test(`whose connection is ${status} may have arrived: it rejects, is not repeated here, and cannot be found`, async () => {
      spoil({ status });
      await expect(post()).rejects.toThrow('Teams did not answer');
      expect(service.calls).toHaveLength(1);
      expect(await adapter.find(reference(chat), 'key', 0)).toBeUndefined();
    });

  test('to a service that is not there is for later', async () => {
    await service.stop();
    expect(await post()).toMatchObject({ outcome: 'later' });
    service = await startService();
  });

  test('to an address that is not trusted, or cannot be read, goes nowhere', async () => {
    const to = { ...reference(chat), address: reference(chat).address.replace(service.url, 'https://teams.example') };
    expect(await adapter.post(to, 'key', question)).toMatchObject({ outcome: 'never' });
    expect(await adapter.post({ ...to, address: '{"channel":"C1"}' }, 'key', question)).toMatchObject({
      outcome: 'never',
    });
    expect(await adapter.post({ ...to, address: '' }, 'key', question)).toMatchObject({ outcome: 'never' });
    expect(service.calls).toEqual([]);
  });

  test('that was answered is replaced by the same without buttons', async () => {
    const sent = await post();
    if (sent.outcome !== 'done') throw new Error(sent.outcome);
    expect(await adapter.settle(reference(chat), sent.message, question, '会社・学校のPC')).toEqual(sent);
    const card = shownIn(service.held(pathOf(chat))[0]?.versions[1] ?? {});
    expect(card.buttons).toEqual([]);
    expect(card.lines).toEqual([...question.view.lead, question.view.text, '✓ 会社・学校のPC']);
  });

  test('that somebody deleted needs no replacing', async () => {
    const gone = '1' as MessageRef;
    expect(await adapter.settle(reference(chat), gone, question, 'x')).toEqual({ outcome: 'done', message: gone });
    spoil({ status: 403 });
    expect(await adapter.settle(reference(chat), gone, question, 'x')).toMatchObject({ outcome: 'never' });
  });
});

describe('the SDK as it is used here', () => {
  let service: Service;
  let connector: Connector;
  beforeEach(async () => {
    service = await startService();
    connector = connectorOf(local);
  });
  afterEach(() => service.stop());

  test('keeps every field of an entity', async () => {
    const label = { type: 'https://schema.org/Message', '@type': 'Message', additionalType: ['AIGeneratedContent'] };
    await connector.send(`${service.url}/one/`, 'a:x', { type: 'message', entities: [label] });
    expect(service.calls[0]?.body['entities']).toEqual([label]);
  });

  test('follows no redirect', async () => {
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
