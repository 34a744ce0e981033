import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Serving } from '../../src/adapters/http/server.ts';
import type { Receive } from '../../src/bot/ports.ts';
import {
  conversation,
  header,
  type MailServerRig,
  mailbox,
  type Outside,
  outside,
  secret,
  served,
  signedPost,
  textOf,
  ticket,
} from './outside.ts';

const path = '/desks/helpdesk/mail';
const opened = '<navi.key@bot.example.jp>';
let server: MailServerRig;
let http: Serving;
let desk: Outside;
let result: Awaited<ReturnType<Receive>> | Error;

/** A desk to whose ticket answers may come. */
async function start(inbound: object = {}): Promise<void> {
  desk = await outside(
    {
      kind: 'mail',
      smtp: `smtp://127.0.0.1:${server.port}`,
      tls: 'none',
      from: 'navi@bot.example.jp',
      to: 'it@example.co.jp',
      inbound: { secret, ...inbound },
    },
    {
      receive: async () => {
        if (result instanceof Error) throw result;
        return result;
      },
    },
  );
  await desk.desk.open('key', ticket);
  server.mails.length = 0;
  http = await served(desk);
}
beforeEach(async () => {
  result = 'answered';
  server = await mailbox();
  await start();
});
afterEach(async () => {
  await Promise.all([http.stop(), server.close()]);
});

const reply = (over: object = {}) => ({
  id: '<r1@example.co.jp>',
  from: '佐藤 <Sato@example.co.jp>',
  inReplyTo: opened,
  references: opened,
  subject: 'Re: 田中花子：会社のPC',
  text: 'VPNにつないでください。\n\n2026年11月30日(月) 10:00 認証ナビ <navi@bot.example.jp>:\n> 会社のPCです',
  ...over,
});
const post = (over: object = {}, how: Parameters<typeof signedPost>[3] = {}) =>
  signedPost(http.port, path, reply(over), how);
const answers = () => desk.received.map(({ input }) => input);

describe('an answer by e-mail', () => {
  test('is what the person of the ticket is told, with the name of its author', async () => {
    expect(await post()).toEqual({ status: 200, text: '{"outcome":"passed on"}' });
    expect(desk.received).toMatchObject([
      { conversation, opens: false, input: { type: 'desk', text: 'VPNにつないでください。', by: '佐藤' } },
    ]);
    expect(server.mails).toEqual([]);
  });

  test.each([
    ['by the mail that it answers', { references: '' }],
    ['by an older mail of its thread', { inReplyTo: '<other@example.co.jp>', references: ['<x@y>', opened, '<z@y>'] }],
    ['where the hook leaves out what a mail does not have', { references: null, subject: null, autoSubmitted: null }],
  ])('finds its ticket %s', async (_, over) => {
    expect((await post(over)).status).toBe(200);
    expect(answers()).toHaveLength(1);
  });

  test('to a note finds its ticket, too', async () => {
    await desk.desk.note('n1', opened as never, ticket, { kind: 'words', text: 'まだです' });
    expect((await post({ inReplyTo: '<navi.n1@bot.example.jp>', references: '' })).status).toBe(200);
  });

  test('keeps its id when it is handed on again, by which the bot knows a repeat', async () => {
    await post();
    result = 'left alone';
    expect(await post()).toEqual({ status: 200, text: '{"outcome":"known already"}' });
    expect(new Set(desk.received.map(({ id }) => id)).size).toBe(1);
  });

  test('of a colleague who is listed is passed on', async () => {
    await http.stop();
    await start({ staff: ['SATO@example.co.jp'] });
    expect((await post()).status).toBe(200);
  });

  test('that cannot be kept now is to be handed on again', async () => {
    result = new Error('database away');
    expect(await post()).toEqual({ status: 503, text: '{"error":"not kept"}' });
  });

  test('to a case that is gone is said to its author', async () => {
    result = 'no conversation';
    expect(await post()).toEqual({ status: 410, text: '{"error":"gone"}' });
    expect(server.mails.map(textOf).join()).toContain('もう残っていません');
  });
});

describe('nothing of an answer reaches a person', () => {
  afterEach(() => {
    expect(answers()).toEqual([]);
    expect(desk.logged.join()).not.toMatch(/VPN|sato|stranger|@/i);
  });

  test.each([
    ['with another secret', { key: `whsec_${Buffer.alloc(32, 8).toString('base64')}` }],
    ['that was signed more than five minutes ago', { late: 301_000 }],
    ['of the future', { late: -302_000 }],
    ['without a signature', { headers: { 'webhook-signature': '' } }],
    ['with a signature of another version', { headers: { 'webhook-signature': 'v2,AAAA' } }],
    ['whose signature is of another message', { headers: { 'webhook-id': 'msg_2' } }],
  ])('%s', async (_, how) => {
    expect(await post({}, how)).toEqual({ status: 401, text: 'Unauthorized\n' });
  });

  test('whose body is huge', async () => {
    expect((await post({ text: 'あ'.repeat(400_000) })).status).toBe(413);
  });

  test.each([
    ['no JSON', 'VPN', '{"error":"malformed","fields":[""]}'],
    ['no mail', { text: 'VPN' }, '{"error":"malformed","fields":["id","from"]}'],
    ['an id with a control character', reply({ id: 'a\u0000b' }), '{"error":"malformed","fields":["id"]}'],
  ])('that is %s', async (_, body, text) => {
    expect(await signedPost(http.port, path, body)).toEqual({ status: 400, text });
  });

  test.each([
    'stranger@example.com',
    'Sato <sato@example.co.jp.evil.example>',
    '"it@example.co.jp" <x@evil.example>',
    '',
  ])('of somebody who is not of the desk: %s', async (from) => {
    expect(await post({ from })).toEqual({ status: 403, text: '{"error":"forbidden"}' });
    expect(desk.logged).toEqual([expect.stringContaining('not of the desk')]);
    expect(server.mails).toEqual([]);
  });

  test('of a colleague who is not listed, where staff are', async () => {
    await http.stop();
    await start({ staff: ['ato@example.co.jp', 'Yamada@example.co.jp'] });
    expect((await post()).status).toBe(403);
    expect((await post({ from: 'o@example.co.jp' })).status).toBe(403);
  });

  test.each([
    ['', ''],
    ['<other@example.co.jp>', ''],
    ['<navi.other@bot.example.jp>', '<navi.more@bot.example.jp>'],
  ])('to a mail that opened no ticket: %j %j', async (inReplyTo, references) => {
    expect(await post({ inReplyTo, references })).toEqual({ status: 404, text: '{"error":"unknown ticket"}' });
  });

  test('once the person was forgotten', async () => {
    for (const key of await desk.vault.keys('')) await desk.vault.delete(key);
    expect((await post()).status).toBe(404);
  });

  test.each([
    ['that a program sent', { autoSubmitted: 'auto-replied; owner-email="sato@example.co.jp"' }],
    ['in somebody’s absence', { subject: '自動応答: Re: 田中花子' }],
    ['from the bot itself', { from: 'Navi <NAVI@bot.example.jp>' }],
    ['that is one of its own mails, handed on by a list', { id: '<navi.other@bot.example.jp>' }],
  ])('%s, and nothing is answered, so that there is no loop', async (_, over) => {
    expect(await post(over)).toEqual({ status: 200, text: '{"outcome":"left alone"}' });
    expect(server.mails).toEqual([]);
  });

  test.each([
    ['empty', '\n> VPN', 'empty'],
    ['long', `${'VPN '.repeat(501)}`, 'long'],
    ['a product key', 'VK7JG-NPHTM-C97JM-9MPGT-3V66T を入れてください', 'secret'],
  ])('that is %s, and its author is told why, once', async (_, text, error) => {
    for (const status of [400, 400]) {
      const answer = await post({ text });
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.text)).toMatchObject({ error });
    }
    expect(server.mails).toHaveLength(1);
    const [mail = { from: '', to: [], source: '' }] = server.mails;
    expect(mail.to).toEqual(['sato@example.co.jp']);
    expect(textOf(mail)).toContain('本人には、まだ送っていません。');
    expect(header(mail, 'References')).toBe(`${opened} <r1@example.co.jp>`);
    expect(textOf(mail)).not.toContain('VK7JG');
  });
});

test('an answer with what may be part of a key is asked about, and sent when its author sends it again', async () => {
  const text = 'キーの最後は VK7JG-NPHTM-C97JM です';
  expect(JSON.parse((await post({ text })).text)).toMatchObject({ error: 'doubtful' });
  // A retry of the hook is no second mail.
  expect((await post({ text })).status).toBe(400);
  expect(answers()).toEqual([]);
  expect(server.mails).toHaveLength(1);
  expect(server.mails.map(textOf).join()).toContain('同じ文をもう一度返信してください');
  expect(await post({ id: '<r2@example.co.jp>', text: `${text}。` })).toMatchObject({ status: 200 });
  expect(answers()).toMatchObject([{ type: 'desk', text: `${text}。`, by: '佐藤' }]);
});

test('an answer that arrives before the bot has started is to be handed on again', async () => {
  await http.stop();
  const { service, logged } = await outside({
    kind: 'mail',
    smtp: 'smtp://127.0.0.1:1',
    from: 'navi@bot.example.jp',
    to: 'it@example.co.jp',
    inbound: { secret },
  });
  await service.desk.start(undefined as never);
  http = await served({ service, logged } as unknown as Outside);
  expect(await post()).toEqual({ status: 503, text: '{"error":"not started"}' });
});
