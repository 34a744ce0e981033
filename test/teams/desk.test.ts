import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TeamsConfig } from '../../src/adapters/teams/config.ts';
import { deskOf } from '../../src/adapters/teams/desk/index.ts';
import { noteCard } from '../../src/adapters/teams/desk/ticket.ts';
import type { TeamsDesk } from '../../src/adapters/teams/desks.ts';
import { connectorOf } from '../../src/adapters/teams/send/connector.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { ConversationId, Desk, MessageRef, PersonId, Ticket } from '../../src/bot/ports.ts';
import { factPhrases } from '../../src/bot/view/fact-phrases.ts';
import { channel, offeredIn } from './at-desk.ts';
import { local, startChat } from './chat.ts';
import { deskOn } from './desk-on.ts';
import { forgetful } from './forgetful.ts';
import { activity, bot, idOf, type Place, pathOf, press, tenants, written } from './people.ts';
import { shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';

let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  await service.stop();
  expect(service.wrong).toEqual([]);
});
const configure = (conversation: string): TeamsConfig => ({
  ...local,
  desks: [deskOn(service.url, conversation)],
});
/** The desk of a conversation. */
const at = (conversation: string, more: Partial<TeamsDesk> = {}, vault = forgetful()): Desk =>
  deskOf(connectorOf(local), deskOn(service.url, conversation, more), local, vault);
/** The threads that the desk's channel holds. */
const threads = () => service.calls.filter(({ method, path }) => method === 'POST' && path === '/one/v3/conversations');

describe('a ticket in Teams', () => {
  let desk: Desk;
  const ticket = (more: Partial<Ticket['from']> = {}): Ticket => ({
    from: {
      conversation: 'teams:t:c' as ConversationId,
      language: 'ja',
      address: JSON.stringify({
        serviceUrl: `${service.url}/one/`,
        conversation: '19:support@thread.tacv2;messageid=1',
        kind: 'channel',
        tenant: tenants.one,
        bot,
        user: { id: '29:asker', name: '**田中** <at>all</at>' },
      }),
      ...more,
    },
    person: 'teams:t:29:asker' as PersonId,
    handover: { to: 'it-admin', text: '件名\n\n・[link](https://example.com) *x*' },
    contact: {
      name: '**田中** <at>all</at>',
      mail: 'tanaka@example.co.jp',
      chat: 'https://teams.microsoft.com/l/chat/0/0?users=tanaka%40example.co.jp',
      thread: 'https://teams.microsoft.com/l/message/19%3Asupport%40thread.tacv2/1?tenantId=one',
    },
    handling: { state: 'new', by: '', at: 0 },
    words: '',
    owner: null,
    urgency: '',
    facts: { origin: 'organization', vpn: 'off', errorCodes: ['0xC004F074'] },
  });
  beforeEach(() => {
    desk = at(channel);
  });

  test('a note of what the person writes mentions who has the case in Teams, and no note that waits for nobody does', async () => {
    const owned = { ...ticket(), owner: 'teams:one:29:staff' as PersonId };
    const taken = { ...owned, handling: { state: 'taken', by: '<佐藤> & co', at: 1 } } as const;
    const mentioned = (one: Ticket, kind: 'words' | 'remark') => {
      const card = noteCard({ kind, text: '青い' }, one, deskOn(service.url, channel));
      return { entities: card['msteams'], first: JSON.stringify(card.body[0]) };
    };
    const { entities, first } = mentioned(taken, 'words');
    const at = '<at>佐藤 co</at>';
    expect(entities).toEqual({
      entities: [{ type: 'mention', text: at, mentioned: { id: '29:staff', name: '佐藤 co' } }],
    });
    expect(first).toContain(at);
    expect(mentioned(taken, 'remark').entities).toBeUndefined();
    expect(mentioned({ ...taken, owner: 'slack:T1:U1' as PersonId }, 'words').entities).toBeUndefined();
    expect(mentioned(ticket(), 'words').entities).toBeUndefined();
  });

  test('a second attempt at a ticket joins the running one, and one thread is opened', async () => {
    const [first, again] = await Promise.all([desk.open('key', ticket()), desk.open('key', ticket())]);
    expect(again).toEqual(first);
    expect(threads()).toHaveLength(1);
  });

  test('a ticket is a new thread with the facts, the message and a link to the conversation', async () => {
    const sent = await desk.open('key', ticket());
    const [begun] = threads();
    expect(begun?.body).toMatchObject({ isGroup: true, channelData: { channel: { id: channel } } });
    const card = shownIn(begun?.body['activity'] as object);
    const text = card.lines.join('\n');
    const known = factPhrases(ticket().facts, wordsIn('ja'));
    const to = wordsIn('ja').text('handover:recipients.it-admin');
    for (const part of [...known, to, '・[link](https://example.com) *x*']) expect(text).toContain(part);
    expect(text).toContain('**田中** <at>all</at>'); // As plain text, in an element without markdown.
    expect(JSON.stringify(begun?.body)).toContain(
      'https://teams.microsoft.com/l/message/19%3Asupport%40thread.tacv2/1?tenantId=',
    );
    expect(sent).toMatchObject({ outcome: 'done' });
  });

  test('a ticket with the key of an opened one opens no thread, and a look-up finds the first', async () => {
    const sent = await desk.open('key', ticket());
    expect(await desk.open('key', ticket())).toEqual(sent);
    expect(threads()).toHaveLength(1);
    expect(await desk.find('key', ticket(), 0, null)).toBe(sent.outcome === 'done' && sent.message);
    expect(await desk.find('other', ticket(), 0, null)).toBeUndefined();
  });

  test('a ticket or a note that another process posted, which ended before it could say so, is not posted again', async () => {
    const vault = forgetful();
    const [ended, next] = [at(channel, {}, vault), at(channel, {}, vault)];
    const sent = await ended.open('key', ticket());
    const thread = sent.outcome === 'done' ? sent.message : ('' as MessageRef);
    const noted = await ended.note('note', thread, ticket(), { kind: 'solved' });
    expect(await next.find('key', ticket(), 0, null)).toBe(thread);
    expect(await next.open('key', ticket())).toEqual(sent);
    expect(await next.note('note', thread, ticket(), { kind: 'solved' })).toEqual(noted);
    expect(threads()).toHaveLength(1);
    expect(service.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/activities'))).toHaveLength(
      1,
    );
  });

  test('a ticket whose connection was cut is an unknown result, and a look-up does not find it', async () => {
    service.faults.push({ method: 'any', status: 'cut-after' });
    await expect(desk.open('key', ticket())).rejects.toThrow('Teams did not answer');
    expect(await desk.find('key', ticket(), 0, null)).toBeUndefined();
  });

  test('a ticket from another channel says which, and can be answered', async () => {
    await desk.open('key', ticket({ conversation: 'slack:T1:C1:1' as ConversationId, address: '{"team":"T1"}' }));
    const sent = threads()[0]?.body['activity'] as object;
    expect(shownIn(sent).lines.join('\n')).toContain('さん（Slack）');
    expect(offeredIn(sent)?.button).toMatchObject({ data: { reply: 'slack:T1:C1:1' } });
  });

  test('a ticket with the longest message keeps the limits of a Teams card', async () => {
    const text = Array.from({ length: 10 }, () => 'あ'.repeat(500)).join('\n');
    await at(channel, { language: 'en' }).open('key', { ...ticket(), handover: { to: 'it-admin', text } });
    expect(offeredIn(threads()[0]?.body['activity'] as object)?.title).toBe(wordsIn('en').text('teams:reply.open'));
  });

  test.each([
    ['thread of a channel', channel, (id: string) => `${channel};messageid=${id}`],
    ['group chat', '19:desk@thread.v2', () => '19:desk@thread.v2'],
  ])('a note is added to the %s of its ticket once, with the person’s own words', async (_, conversation, placeOf) => {
    const own = at(conversation);
    const sent = await own.open('ticket', ticket());
    if (sent.outcome !== 'done') throw new Error('Not opened');
    for (const _attempt of [1, 2])
      await own.note('note', sent.message, ticket(), { kind: 'words', text: '**青い** 画面です' });
    const place = `/one/v3/conversations/${encodeURIComponent(placeOf(sent.message))}`;
    const notes = service.held(place).map(({ versions }) => shownIn(versions.at(-1) ?? {}).lines.join());
    expect(notes.filter((lines) => lines.includes('**青い** 画面です'))).toHaveLength(1);
  });

  test('a ticket and its notes can be deleted', async () => {
    const sent = await desk.open('ticket', ticket());
    if (sent.outcome !== 'done') throw new Error('Not opened');
    const note = await desk.note('note', sent.message, ticket(), { kind: 'words', text: '青い' });
    const place = `/one/v3/conversations/${encodeURIComponent(`${channel};messageid=${sent.message}`)}`;
    await desk.erase(sent.message, note.outcome === 'done' ? [note.message] : [], ticket().from.conversation);
    expect(service.held(place)).toEqual([]);
  });

  test('a ticket shows how the case stands in place, with what staff may do then', async () => {
    const sent = await desk.open('ticket', ticket());
    if (sent.outcome !== 'done') throw new Error('Not opened');
    await desk.show(sent.message, { ...ticket(), handling: { state: 'taken', by: '佐藤', at: 0 } });
    const place = `/one/v3/conversations/${encodeURIComponent(`${channel};messageid=${sent.message}`)}`;
    const [shown, ...more] = service.held(place);
    const card = shownIn(shown?.versions.at(-1) ?? {});
    expect(more).toEqual([]);
    expect(card.lines.join()).toContain('佐藤さんが担当しています');
    expect(card.buttons.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['解決した', 'ボットに戻す', '手を離す']),
    );
  });

  test('a ticket can be posted to a group chat', async () => {
    await at('19:desk@thread.v2').open('key', ticket());
    expect(service.held(`/one/v3/conversations/${encodeURIComponent('19:desk@thread.v2')}`)).toHaveLength(1);
  });
});

test('a handover shows the person the message and opens one ticket, also when Teams repeats the delivery', async () => {
  const chat = await startChat(configure(channel));
  const place: Place = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
  const newest = async () => {
    await chat.idle(idOf(place));
    const held = service.held(pathOf(place)).at(-1);
    return { id: held?.id ?? '', ...shownIn(held?.versions.at(-1) ?? {}) };
  };
  await chat.deliver(activity(place, 'asker', written('会社のPCです。担当者に相談したいです')));
  const form = await newest();
  const submit = form.buttons.find(({ data }) => 'form' in data);
  const filled = { [form.fields[0]?.id ?? '']: '接続できません', 'field-nonsense': 'x', copy: 'y' };
  const click = activity(place, 'asker', press(form.id, submit?.data ?? {}, filled));
  await chat.deliver(click);
  await chat.deliver(click);
  const told = await newest();
  expect(told.lines.join('\n')).toContain('接続できません');
  expect(threads()).toHaveLength(1);
  expect(shownIn(threads()[0]?.body['activity'] as object).lines.join('\n')).toContain('接続できません');
  await chat.stop();
});
