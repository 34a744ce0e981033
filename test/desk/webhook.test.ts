import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { webhookEvent } from '../../src/adapters/desk/webhook-event.ts';
import type { Serving } from '../../src/adapters/http/server.ts';
import { conversationId, personId } from '../../src/bot/keys.ts';
import type { MessageRef, Receive } from '../../src/bot/ports.ts';
import { bytesOf, picture, protocol, sent } from './files.ts';
import {
  answered,
  conversation,
  type Outside,
  outside,
  posted,
  secret,
  served,
  signedPost,
  surge,
  ticket,
} from './outside.ts';

interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
let got: Got[];
let answer: (response: ServerResponse, request: IncomingMessage) => void;
let url: string;
let desk: Outside;
let http: Serving;
let result: Awaited<ReturnType<Receive>> | Error;
let close: () => Promise<unknown>;

const via = (over: object = {}) => ({ kind: 'webhook', url, secret, ...over });
beforeEach(async () => {
  got = [];
  result = 'answered';
  answer = (response) => response.end('{"id":"T-1"}');
  const receiver = createServer(async (request, response) => {
    got.push({ headers: request.headers, body: await text(request) });
    answer(response, request);
  });
  await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const receive: Receive = async () => {
    if (result instanceof Error) throw result;
    return result;
  };
  desk = await outside(via(), { receive });
  http = await served(desk);
  close = async () => {
    receiver.closeAllConnections();
    await Promise.all([http.stop(), new Promise((resolve) => receiver.close(resolve))]);
  };
});
afterEach(() => close());

const events = () => got.map(({ body }) => webhookEvent.parse(JSON.parse(body)));

describe('a ticket by webhook', () => {
  test('is one signed event with all that the desk has to know, and gets the id of the receiver', async () => {
    expect(await desk.desk.open('key-1', ticket)).toEqual({ outcome: 'done', message: 'T-1' });
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    expect(headers).toMatchObject({ 'webhook-id': 'key-1', 'content-type': 'application/json' });
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(events()[0]);
    expect(events()).toMatchObject([
      {
        type: 'ticket.opened',
        data: {
          id: 'key-1',
          key: 'key-1',
          summary: expect.stringContaining('田中花子'),
          asker: { name: '田中花子', mail: 'tanaka@example.com' },
          facts: { origin: 'organization', errorCodes: ['0xC004F074'] },
          urgency: '至急',
          letter: ticket.handover.text,
          state: { name: 'new', by: '', at: '2026-11-30T01:00:00.000Z' },
          language: 'ja',
          links: { chat: ticket.contact.chat, thread: ticket.contact.thread },
          text: expect.stringContaining(ticket.handover.text),
        },
      },
    ]);
  });

  test('has the same fields as its schema, so that nothing is sent undocumented', async () => {
    await desk.desk.open('key', ticket);
    await desk.desk.note('n', 'T-1' as MessageRef, ticket, { kind: 'words', text: 'まだです' });
    await desk.desk.note('a', 'T-1' as MessageRef, ticket, answered);
    expect(events()).toEqual(got.map(({ body }) => JSON.parse(body)));
  });

  test('has its notes, and how the case stands, under the id of the receiver', async () => {
    const id = 'T-1' as MessageRef;
    await desk.desk.open('key', ticket);
    expect(await desk.desk.note('n1', id, ticket, { kind: 'words', text: 'まだです' })).toMatchObject({
      outcome: 'done',
    });
    await desk.desk.note('n2', id, ticket, { kind: 'solved' });
    await desk.desk.note('n3', id, ticket, answered);
    await desk.desk.note('n4', id, ticket, { ...answered, corrects: true });
    const taken = { ...ticket, handling: { state: 'taken', by: '佐藤', at: 0 } } as const;
    expect(await desk.desk.show(id, taken)).toEqual({ outcome: 'done', message: id });
    expect(events().slice(1)).toMatchObject([
      { type: 'ticket.noted', data: { id: 'T-1', key: 'n1', note: { kind: 'words', text: 'まだです', by: '' } } },
      { type: 'ticket.noted', data: { id: 'T-1', key: 'n2', note: { kind: 'solved', text: '' } } },
      { type: 'ticket.noted', data: { key: 'n3', note: { kind: 'answer', text: answered.text, by: '鈴木' } } },
      { type: 'ticket.noted', data: { key: 'n4', note: { kind: 'correction', text: answered.text, by: '鈴木' } } },
      { type: 'ticket.updated', data: { id: 'T-1', state: { name: 'taken', by: '佐藤' } } },
    ]);
    await desk.desk.show(id, taken);
    const keys = got.map(({ headers }) => headers['webhook-id']);
    expect(keys[6]).toBe(keys[5]);
    expect(keys).toEqual(events().map(({ data }) => data.key));
  });

  test.each([
    ['nothing', '', 'key'],
    ['no JSON', '<html>', 'key'],
    ['no id', '{"ok":true}', 'key'],
    ['an id that is a number', '{"id":42}', '42'],
    ['an id that is too long', JSON.stringify({ id: 'x'.repeat(201) }), 'key'],
    ['more than is read', JSON.stringify({ id: 'T-1', more: 'x'.repeat(100_000) }), 'key'],
  ])('keeps its key where the receiver answers %s', async (_, body, message) => {
    answer = (response) => response.end(body);
    expect(await desk.desk.open('key', ticket)).toEqual({ outcome: 'done', message });
  });

  test('is sent once under a key, also by another process, where the first was confirmed', async () => {
    const sent = await desk.desk.open('key', ticket);
    const other = await outside(via(), { vault: desk.vault });
    expect(await other.desk.find('key', ticket, 0, null)).toBe('T-1');
    expect(await other.desk.open('key', ticket)).toEqual(sent);
    expect(got).toHaveLength(1);
  });
});

describe('a file by webhook', () => {
  const id = 'T-1' as MessageRef;
  const noted = () => events().flatMap((event) => (event.type === 'ticket.noted' ? [event.data.note] : []));

  test('comes in base64 with the note, signed as all else, once, with the same fields as its schema', async () => {
    for (let n = 0; n < 2; n += 1)
      expect(await desk.desk.note('n1', id, ticket, sent([picture, protocol], 1))).toMatchObject({ outcome: 'done' });
    expect(got).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(events()[0]);
    const [{ files, ...others } = { files: [] }] = noted();
    expect(others).toEqual({ kind: 'file', text: '画面です', by: '', missing: 1 });
    expect(files.map(({ name, type }) => [name, type])).toEqual([
      ['image-1.png', 'image/png'],
      ['text-1.txt', 'text/plain'],
    ]);
    expect(files.map(({ content }) => Buffer.from(content, 'base64'))).toEqual(
      [picture, protocol].map(({ bytes }) => Buffer.from(bytes)),
    );
  });

  test('that has more than a megabyte together with those before it is counted only, beside the link to the conversation', async () => {
    const half = { ...picture, bytes: bytesOf(500_000) };
    await desk.desk.note('n1', id, ticket, sent([half, { ...half, bytes: bytesOf(500_001) }, half, protocol]));
    const [{ files, missing } = { files: [], missing: 0 }] = noted();
    expect(files.map(({ content }) => Buffer.from(content, 'base64').length)).toEqual([500_000, 500_000]);
    expect(missing).toBe(2);
    expect(events()[0]?.data).toMatchObject({ links: { thread: ticket.contact.thread } });
  });

  test.each([413, 400])('that the receiver refuses by %i is left out of the next attempt', async (status) => {
    answer = (response) => response.writeHead(status).end();
    expect(await desk.desk.note('n1', id, ticket, sent([picture]))).toMatchObject({ outcome: 'later', after: 1_000 });
    answer = (response) => response.end();
    expect(await desk.desk.note('n1', id, ticket, sent([picture]))).toMatchObject({ outcome: 'done' });
    expect(noted().map(({ files, missing }) => [files.length, missing])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test('does not keep an event that is refused for another reason from being given up', async () => {
    answer = (response) => response.writeHead(410).end();
    await desk.desk.note('n1', id, ticket, sent([picture]));
    expect(await desk.desk.note('n1', id, ticket, sent([picture]))).toMatchObject({ outcome: 'never' });
  });

  test('comes again where it is not known whether it came, and is left out after the second time', async () => {
    answer = (_response, request) => request.socket.destroy();
    for (let n = 0; n < 2; n += 1) await expect(desk.desk.note('n1', id, ticket, sent([picture]))).rejects.toThrow();
    answer = (response) => response.writeHead(503).end();
    await desk.desk.note('n1', id, ticket, sent([picture]));
    answer = (response) => response.end();
    await desk.desk.note('n1', id, ticket, sent([picture]));
    expect(noted().map(({ files }) => files.length)).toEqual([1, 1, 0, 0]);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('waits through an outage with its words', async () => {
    answer = (response) => response.writeHead(503).end();
    for (let n = 0; n < 4; n += 1) await desk.desk.note('n1', id, ticket, sent([picture]));
    answer = (response) => response.end();
    await desk.desk.note('n1', id, ticket, sent([picture]));
    expect(noted().map(({ files }) => files.length)).toEqual([1, 1, 1, 1, 1]);
  });
});

test('news that belong to no case are an event of their own, with the same fields as their schema', async () => {
  expect(await desk.desk.tell('s1', surge)).toEqual({ outcome: 'done', message: 's1' });
  await desk.desk.tell('p1', posted);
  expect(events()).toMatchObject([
    { type: 'desk.news', data: { key: 's1', kind: 'surge', code: '0xC004F074', cases: 6 } },
    { type: 'desk.news', data: { key: 'p1', kind: 'posted', code: '0x80072EE7', cases: 0 } },
  ]);
  expect(JSON.stringify(events())).toContain('VPNの障害です。');
  expect(events()).toEqual(got.map(({ body }) => JSON.parse(body)));
  expect(got.map(({ headers }) => headers['webhook-id'])).toEqual(['s1', 'p1']);
  answer = (response) => response.writeHead(503).end();
  expect(await desk.desk.tell('s2', surge)).toMatchObject({ outcome: 'later' });
});

test('a webhook desk does not say that a ticket was deleted: that is left to the operator', async () => {
  expect(await desk.desk.erase('T-1' as MessageRef, [], conversation)).toBe(false);
});

describe('a receiver that takes no event', () => {
  const answering = async (status: number, headers: Record<string, string> = {}) => {
    answer = (response) => response.writeHead(status, headers).end('{"id":"no"} tanaka@example.com');
    return desk.desk.open('key', ticket);
  };

  test.each([
    [429, { 'retry-after': '30' }, { outcome: 'later', after: 30_000, reason: 'rate limit' }],
    [429, {}, { outcome: 'later', after: 5_000, reason: 'rate limit' }],
    [503, { 'retry-after': '7' }, { outcome: 'later', after: 7_000, reason: 'outage' }],
    [500, { 'retry-after': 'soon' }, { outcome: 'later', after: 5_000, reason: 'outage' }],
    [410, {}, { outcome: 'never', why: expect.stringContaining('takes no more events') }],
    [400, {}, { outcome: 'never', why: expect.stringContaining('400') }],
    [401, {}, { outcome: 'never', why: expect.stringContaining('check url and secret') }],
    [404, {}, { outcome: 'never' }],
  ] as const)(
    'is asked again after 429 and 5xx, in its time, and never after other 4xx: %s %j',
    async (status, headers, expected) => {
      const sent = await answering(status, headers);
      expect(sent).toMatchObject(expected);
      expect(JSON.stringify(sent)).not.toContain('tanaka');
    },
  );

  test('may name a date to be asked again', async () => {
    const sent = await answering(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() });
    expect('after' in sent ? Math.round(sent.after / 10_000) : 0).toBe(6);
  });

  test('and sends it elsewhere is not followed', async () => {
    const sent = await answering(307, { location: `${url}/other` });
    expect(sent).toMatchObject({ outcome: 'never', why: expect.stringContaining('redirect') });
    expect(got).toHaveLength(1);
  });

  test('where nobody listens is asked again', async () => {
    const { desk: lost } = await outside(via({ url: 'http://127.0.0.1:1/hook' }));
    expect(await lost.open('key', ticket)).toMatchObject({ outcome: 'later', reason: 'outage' });
  });

  test('and breaks off may have taken it: that is not known, and the repeat has the same id', async () => {
    answer = (_response, request) => request.socket.destroy();
    await expect(desk.desk.open('key', ticket)).rejects.toThrow('not known whether');
    expect(await desk.desk.find('key', ticket, 0, null)).toBeUndefined();
    answer = (response) => response.end();
    await desk.desk.open('key', ticket);
    expect(got.map(({ headers }) => headers['webhook-id'])).toEqual(['key', 'key']);
  });
});

const path = '/desks/helpdesk/webhook';
const report = (over: object = {}) => ({
  id: 'r1',
  ticket: 'T-1',
  action: 'answer',
  by: '佐藤',
  text: '直しました',
  ...over,
});
const post = (over: object = {}, how: Parameters<typeof signedPost>[3] = {}) =>
  signedPost(http.port, path, report(over), how);
const inputs = () => desk.received.map(({ input }) => input);

describe('what staff did comes back', () => {
  beforeEach(() => desk.desk.open('key', ticket));

  test('as an answer to the person of the ticket, unchanged', async () => {
    const words = 'https://example.co.jp/a?b=c を開いてください。\n① KMS01-TOKYO-PROD2 です';
    expect(await post({ text: words })).toEqual({ status: 200, text: '{"outcome":"passed on"}' });
    expect(desk.received).toMatchObject([
      { conversation, opens: false, input: { type: 'desk', text: words, by: '佐藤' } },
    ]);
  });

  test.each(['take', 'pass', 'solve', 'return'])('as what they do with the case: %s', async (action) => {
    expect((await post({ action, text: undefined })).status).toBe(200);
    expect(inputs()).toMatchObject([{ type: 'staff', act: action, by: '佐藤' }]);
  });

  test('by the id of the receiver, or the key of the event', async () => {
    await post({ ticket: 'key' });
    await post({ ticket: 'T-1', by: undefined });
    expect(desk.received.map((one) => one.conversation)).toEqual([conversation, conversation]);
  });

  test('and a report that is sent again has the same id, by which the bot knows it', async () => {
    await post();
    result = 'left alone';
    expect(await post()).toEqual({ status: 200, text: '{"outcome":"known already"}' });
    expect(new Set(desk.received.map(({ id }) => id)).size).toBe(1);
  });

  test.each([
    ['no conversation', 410, 'gone'],
    ['not allowed', 403, 'forbidden'],
    [new Error('database away'), 503, 'not kept'],
  ] as const)('and whoever reports it hears what became of it: %s', async (outcome, status, error) => {
    result = outcome;
    expect(await post()).toEqual({ status, text: JSON.stringify({ error }) });
  });

  test('an answer with what may be part of a key is asked about, and passed on with the sign of that', async () => {
    const text = 'キーの最後は VK7JG-NPHTM-C97JM です';
    const asked = await post({ text });
    expect(asked.status).toBe(400);
    const { error, sign } = JSON.parse(asked.text) as { error: string; sign: string };
    expect(error).toBe('doubtful');
    expect((await post({ text, anyway: 'yes' })).status).toBe(400);
    expect(inputs()).toEqual([]);
    expect((await post({ text, anyway: sign })).status).toBe(200);
    expect(inputs()).toHaveLength(1);
  });
});

describe('a receiver that gives two people’s tickets one id', () => {
  const other = personId({ home: 'slack', tenant: 'T1', user: 'U2' });
  const elsewhere = conversationId({ channel: 'slack', tenant: 'T1', place: 'C9:9.9', person: other });
  const second = { ...ticket, person: other, from: { ...ticket.from, conversation: elsewhere } };

  test.each([
    ['one after the other', false],
    ['at once', true],
  ])('hears answers by the key of each, and none by an id that could be of either: %s', async (_, atOnce) => {
    const first = desk.desk.open('key-a', ticket);
    if (!atOnce) await first;
    expect(await Promise.all([first, desk.desk.open('key-b', second)])).toEqual([
      { outcome: 'done', message: 'T-1' },
      { outcome: 'done', message: 'key-b' },
    ]);
    expect((await post({ ticket: 'key-a' })).status).toBe(200);
    expect((await post({ ticket: 'key-b' })).status).toBe(200);
    expect((await post({ ticket: 'T-1' })).status).toBe(404);
    expect(desk.received.map((one) => one.conversation)).toEqual([conversation, elsewhere]);
  });

  test('cannot take the key of another ticket for an id', async () => {
    await desk.desk.open('key-a', ticket);
    answer = (response) => response.end('{"id":"key-a"}');
    expect(await desk.desk.open('key-b', second)).toEqual({ outcome: 'done', message: 'key-b' });
    expect((await post({ ticket: 'key-a' })).status).toBe(200);
    expect(desk.received.map((one) => one.conversation)).toEqual([conversation]);
  });
});

describe('nothing reaches a person', () => {
  beforeEach(() => desk.desk.open('key', ticket));
  afterEach(() => expect(inputs()).toEqual([]));

  test.each([
    ['with another secret', { key: `whsec_${Buffer.alloc(32, 8).toString('base64')}` }],
    ['that was signed more than five minutes ago', { late: 301_000 }],
    ['of the future', { late: -302_000 }],
    ['without a signature', { headers: { 'webhook-signature': '' } }],
    ['whose signature is of another message', { headers: { 'webhook-id': 'msg_2' } }],
  ])('%s', async (_, how) => {
    expect(await post({}, how)).toEqual({ status: 401, text: 'Unauthorized\n' });
  });

  test.each([
    ['that is empty', { text: ' \n' }, 'empty'],
    ['that is too long', { text: 'x'.repeat(2_001) }, 'long'],
    ['with a product key', { text: 'VK7JG-NPHTM-C97JM-9MPGT-3V66T' }, 'secret'],
    ['without a text', { text: undefined }, 'malformed'],
    ['of an unknown kind', { action: 'delete' }, 'malformed'],
    ['without an id', { id: '' }, 'malformed'],
    ['of somebody whose name has a line break', { by: '佐藤\n田中' }, 'malformed'],
  ])('%s, and the answer says why', async (_, over, error) => {
    const { status, text: said } = await post(over);
    expect([status, JSON.parse(said)]).toMatchObject([400, { error }]);
    expect(said).not.toContain('VK7JG');
  });

  test('with a huge body', async () => {
    expect((await post({ text: 'x'.repeat(100_000) })).status).toBe(413);
  });

  test('of another ticket', async () => {
    expect(await post({ ticket: 'T-2' })).toEqual({ status: 404, text: '{"error":"unknown ticket"}' });
  });
});

describe('a webhook desk in the desks file is refused', () => {
  test.each([
    ['without TLS beyond this computer', { url: 'http://desk.example.co.jp/hook' }, 'https'],
    ['with a password in its address', { url: 'https://a:b@desk.example.co.jp/hook' }, 'https'],
    ['with an address that is none', { url: 'desk' }, 'https'],
    ['without a secret', { secret: undefined }, 'secret'],
    ['with a secret of another kind', { secret: 'secret' }, 'whsec_'],
  ])('%s', async (_, over, why) => {
    await expect(outside(via(over))).rejects.toThrow(why);
  });
});
