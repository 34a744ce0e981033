import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Serving } from '../../src/adapters/http/server.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import type { Receive } from '../../src/bot/ports.ts';
import {
  conversation,
  type GotMail,
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
/** The Message-ID that the mail server gives to a mail; empty: none. */
let given: string;
/** What the mail server answers to a sender; undefined: it takes the mail. */
let refusal: number | undefined;
let result: Awaited<ReturnType<Receive>> | Error;

/** Lets time go by, for what is asked of the clock; timers run as ever. */
function later(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
}

/** A desk to whose ticket answers may come. `shared`: what it has of an earlier process. */
async function start(inbound: object = {}, shared: Partial<Pick<Outside, 'vault'>> = {}): Promise<void> {
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
      ...shared,
      receive: async () => {
        if (result instanceof Error) throw result;
        return result;
      },
    },
  );
  await desk.desk.open('key', ticket);
  if (shared.vault === undefined) server.mails.length = 0;
  http = await served(desk);
}
/** Starts another process over the same database. */
async function restart(): Promise<void> {
  await http.stop();
  await start({}, { vault: desk.vault });
}
beforeEach(async () => {
  result = 'answered';
  given = '';
  refusal = undefined;
  server = await mailbox(
    {
      onMailFrom: (_address, _session, done) =>
        refusal === undefined ? done() : done(Object.assign(new Error('not now'), { responseCode: refusal })),
    },
    () => `2.0.0 OK ${given}`,
  );
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
    [
      'where its headers say that somebody wrote it',
      {
        autoSubmitted: 'no',
        precedence: 'normal',
        returnPath: '<sato@example.co.jp>',
        xAutoreply: 'no',
        xAutoResponseSuppress: 'None',
      },
    ],
    ['where they are empty', { precedence: '', returnPath: '', xAutoreply: '', xAutoResponseSuppress: '' }],
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

  test.each([
    ['sato@example.co.jp', ''],
    ['<sato@example.co.jp>', ''],
    ['Sato (IT) <sato@example.co.jp>', 'Sato (IT)'],
    ['"Sato, Hanako; \\"IT\\"" <sato@example.co.jp>', 'Sato, Hanako; IT'],
    ['"sato@example.co.jp" <sato@example.co.jp>', ''],
  ])('is signed with the name that stands before the address: %s', async (from, by) => {
    expect((await post({ from })).status).toBe(200);
    expect(answers()).toMatchObject([{ by }]);
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
    'evil@evil.example, Sato <sato@example.co.jp>',
    '"evil@evil.example" <evil@evil.example>, Sato <sato@example.co.jp>',
    'evil@evil.example <sato@example.co.jp>',
    'Sato; <sato@example.co.jp>',
    'Sato <sato@example.co.jp',
    'sato@example.co.jp>',
    '"Sato <sato@example.co.jp>',
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
    ['to many', { precedence: 'Bulk' }],
    ['that answered by itself', { precedence: 'auto_reply' }],
    ['to a list', { precedence: 'list' }],
    ['that is junk', { precedence: 'junk' }],
    ['that says so in a header of its own', { xAutoreply: 'yes' }],
    ['that wants no automatic answers', { xAutoResponseSuppress: 'DR, OOF, AutoReply' }],
    ['that wants no automatic answers at all', { xAutoResponseSuppress: 'All' }],
    ['that nobody sent', { returnPath: '<>' }],
    ['that could not be delivered', { subject: 'Undeliverable: 田中花子' }],
    ['in somebody’s absence', { subject: '自動応答: Re: 田中花子' }],
    ['from the bot itself', { from: 'Navi <NAVI@bot.example.jp>' }],
    ['that is one of its own mails, handed on by a list', { id: '<navi.other@bot.example.jp>' }],
  ])('%s, and nothing is answered, so that there is no loop', async (_, over) => {
    expect(await post(over)).toEqual({ status: 200, text: '{"outcome":"left alone"}' });
    expect(server.mails).toEqual([]);
  });

  test.each([
    ['empty', '\n2026/11/30 10:00 Navi <navi@bot.example.jp>:\n> VPN', 'empty'],
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

test('of staff neither who they are nor what they wrote stays in the database', async () => {
  await http.stop();
  const database = await sqlite(':memory:');
  await start({}, { vault: vaultOf(database) });
  await post({ text: 'キーの最後は VK7JG-NPHTM-C97JM です' });
  await post({ id: '<r2@example.co.jp>', text: 'はい\n----\n佐藤\nsato@example.co.jp' });
  const kept = JSON.stringify(await database.rows('SELECT * FROM vault', []));
  for (const name of ['doubt', 'mail-told', 'mail-settled', 'mail-signature'])
    expect(kept).toContain(`desk:helpdesk:${name}:`);
  expect(kept).not.toMatch(/sato|佐藤|VK7JG|はい|example\.co\.jp/i);
});

describe('a file that is attached to an answer', () => {
  const said = '添付ファイルは、本人に届いていません';

  test('is not passed on: the words are, and their author is told so', async () => {
    expect(await post({ attachments: 2 })).toEqual({ status: 200, text: '{"outcome":"passed on"}' });
    expect(answers()).toMatchObject([{ type: 'desk', text: 'VPNにつないでください。' }]);
    expect(server.mails.map(({ to }) => to)).toEqual([['sato@example.co.jp']]);
    expect(server.mails.map(textOf)).toEqual([expect.stringContaining(said)]);
    expect(server.mails.map((mail) => header(mail, 'In-Reply-To'))).toEqual(['<r1@example.co.jp>']);
  });

  test('is told of once, though the answer is handed on again', async () => {
    await post({ attachments: 1 });
    result = 'left alone';
    await post({ attachments: 1 });
    await restart();
    await post({ attachments: 1 });
    expect(server.mails).toHaveLength(1);
  });

  test.each([{ attachments: 0 }, { attachments: null }, {}])('is not told of where there is none: %j', async (over) => {
    expect((await post(over)).status).toBe(200);
    expect(server.mails).toEqual([]);
  });

  test('is told of by its number only', async () => {
    expect((await post({ attachments: ['manual.pdf'] })).text).toBe('{"error":"malformed","fields":["attachments"]}');
    expect((await post({ attachments: -1 })).status).toBe(400);
  });

  test('does not keep an answer that is not passed on from being explained', async () => {
    await post({ attachments: 1, text: '佐藤 <sato@example.co.jp> wrote on 2026-11-30 10:00:\n> 会社のPCです' });
    expect(server.mails.map(textOf)).toEqual([expect.not.stringContaining(said)]);
  });
});

describe('a signature', () => {
  const signed = (id: string, over: object = {}) =>
    post({ id, text: 'VPNにつないでください。\n----\n佐藤\nsato@example.co.jp', ...over });

  test('is left out of what the person is told, and its author is told so once', async () => {
    expect(await signed('<r1@example.co.jp>')).toEqual({ status: 200, text: '{"outcome":"passed on"}' });
    expect(answers()).toMatchObject([{ type: 'desk', text: 'VPNにつないでください。', by: '佐藤' }]);
    await restart();
    await signed('<r2@example.co.jp>');
    later(25 * 24 * 60 * 60_000);
    await signed('<r3@example.co.jp>');
    later(25 * 24 * 60 * 60_000);
    await signed('<r4@example.co.jp>');
    expect(server.mails.map(({ to }) => to)).toEqual([['sato@example.co.jp']]);
    expect(server.mails.map(textOf).join()).toContain('このメールへの返信が送れなかったときは、お知らせが届きません');
    expect(server.mails.map(textOf).join()).toMatch(/本人に送りました.*\r?\n\r?\n佐藤\r?\nsato@example.co.jp\r?\n/);
    vi.useRealTimers();
  });

  test('does not keep its author from being told why another mail was refused, nor them from the answer', async () => {
    refusal = 451;
    expect((await signed('<r1@example.co.jp>')).status).toBe(200);
    refusal = undefined;
    await signed('<r2@example.co.jp>');
    await signed('<r3@example.co.jp>', { text: '' });
    expect(server.mails).toHaveLength(2);
  });

  test('is told by a mail that is not answered', async () => {
    await signed('<r1@example.co.jp>');
    const inReplyTo = header(server.mails[0] as GotMail, 'Message-ID');
    await signed('<r2@example.co.jp>', { inReplyTo, text: '受付 123\n----\n番号 123\nit@example.co.jp' });
    await signed('<r3@example.co.jp>', { text: '受付 124\n----\n番号 124\nit@example.co.jp' });
    expect(server.mails).toHaveLength(1);
  });
});

describe('the author of a mail that is not passed on', () => {
  const long = 'お問い合わせを受け付けました。'.repeat(200);
  const told = () => server.mails.length;
  afterEach(() => {
    vi.useRealTimers();
    expect(answers()).toEqual([]);
  });

  test('is told when it is handed on again, after the mail server was busy', async () => {
    refusal = 451;
    expect(await post({ text: long })).toEqual({ status: 503, text: '{"error":"not told"}' });
    refusal = undefined;
    expect((await post({ text: long })).status).toBe(400);
    expect(told()).toBe(1);
  });

  test('is told when it is handed on again to a case that is gone, after the mail server was busy', async () => {
    result = 'no conversation';
    refusal = 451;
    expect((await post()).status).toBe(503);
    refusal = undefined;
    expect((await post()).status).toBe(410);
    expect(told()).toBe(1);
    desk.received.length = 0;
  });

  test('is told no more where the mail server refuses them for good', async () => {
    refusal = 550;
    expect((await post({ text: long })).status).toBe(400);
    expect(desk.logged.join()).toContain('could not be told');
  });

  test('is told of each mistake, five times an hour about one ticket, by all processes together, and of one mail once', async () => {
    await post({ text: long });
    await post({ id: '<r2@example.co.jp>', text: '' });
    await restart();
    for (const id of ['r3', 'r4', 'r5', 'r6', 'r7']) await post({ id: `<${id}@example.co.jp>`, text: long });
    expect(told()).toBe(5);
    await post({ id: '<s1@example.co.jp>', from: 'it@example.co.jp', text: long });
    expect(told()).toBe(6);
    later(60 * 60_000);
    expect((await post({ text: long })).status).toBe(400);
    expect(told()).toBe(6);
    await post({ id: '<r8@example.co.jp>', text: long });
    expect(told()).toBe(7);
  });

  test.each([
    ['as the bot calls it', ''],
    ['as the mail server calls it', '<AB1@TY2.prod.outlook.com>'],
  ])('is told nothing of an answer to such a mail, so that two programs come to an end: %s', async (_, id) => {
    given = id;
    await post({ text: long });
    const inReplyTo = id === '' ? header(server.mails[0] as GotMail, 'Message-ID') : id;
    for (let n = 0; n < 5; n += 1) {
      later(2 * 60 * 60_000);
      const answer = { id: `<a${n}@example.co.jp>`, text: long, references: `${opened} ${inReplyTo}` };
      expect((await post({ ...answer, inReplyTo: n === 0 ? '' : inReplyTo })).status).toBe(400);
    }
    expect(told()).toBe(1);
    expect(server.mails.map(textOf).join()).toContain('お知らせが届きません');
  });
});

describe('an answer with what may be part of a key', () => {
  const text = 'キーの最後は VK7JG-NPHTM-C97JM です';
  const again = () => post({ id: '<r2@example.co.jp>', text: `${text}。` });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is asked about, and sent when its author sends it again', async () => {
    expect(JSON.parse((await post({ text })).text)).toMatchObject({ error: 'doubtful' });
    // A retry of the hook is no second mail.
    expect((await post({ text })).status).toBe(400);
    expect(answers()).toEqual([]);
    expect(server.mails).toHaveLength(1);
    expect(server.mails.map(textOf).join()).toContain('同じ文をもう一度返信してください');
    expect(await again()).toMatchObject({ status: 200 });
    expect(answers()).toMatchObject([{ type: 'desk', text: `${text}。`, by: '佐藤' }]);
  });

  test('is sent when it comes again to another process, or after a restart', async () => {
    await post({ text });
    await restart();
    expect(await again()).toMatchObject({ status: 200 });
  });

  test('is asked about again when it comes from a colleague, or a day later', async () => {
    await post({ text });
    expect((await post({ id: '<s1@example.co.jp>', from: 'it@example.co.jp', text })).status).toBe(400);
    later(24 * 60 * 60_000);
    expect((await again()).status).toBe(400);
  });
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
