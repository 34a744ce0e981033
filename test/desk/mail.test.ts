import { afterEach, describe, expect, test } from 'vitest';
import type { MessageRef } from '../../src/bot/ports.ts';
import {
  answered,
  decodedHeader,
  header,
  type MailServerRig,
  mailbox,
  outside,
  posted,
  scripted,
  secret,
  surge,
  textOf,
  ticket,
} from './outside.ts';

const open: MailServerRig[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});
/** Keeps a server until the test is over. */
async function running(starting: Promise<MailServerRig>): Promise<MailServerRig> {
  const server = await starting;
  open.push(server);
  return server;
}
const from = '認証ナビ <navi@bot.example.jp>';
const via = (port: number, over: object = {}) => ({
  kind: 'mail',
  smtp: `smtp://127.0.0.1:${port}`,
  tls: 'none',
  from,
  to: 'it@example.co.jp',
  ...over,
});
const inbound = { secret };

describe('a ticket by e-mail', () => {
  test('is one mail with the summary as its subject and everything else as plain text', async () => {
    const { port, mails } = await running(mailbox());
    const { desk } = await outside(via(port, { to: ['it@example.co.jp', 'Night <night@example.co.jp>'] }));
    const sent = await desk.open('key-1', ticket);
    expect(sent).toEqual({ outcome: 'done', message: '<navi.key-1@bot.example.jp>' });
    expect(mails).toHaveLength(1);
    const [mail = { from: '', to: [], source: '' }] = mails;
    expect(mail).toMatchObject({ from: 'navi@bot.example.jp', to: ['it@example.co.jp', 'night@example.co.jp'] });
    expect(decodedHeader(mail, 'Subject')).toContain('田中花子');
    expect(decodedHeader(mail, 'Subject')).toContain('0xC004F074');
    expect(decodedHeader(mail, 'From')).toBe('認証ナビ <navi@bot.example.jp>');
    expect(header(mail, 'Message-ID')).toBe('<navi.key-1@bot.example.jp>');
    expect(header(mail, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(mail, 'Content-Type')).toBe('text/plain; charset=utf-8');
    for (const part of [ticket.handover.text, ticket.contact.mail, ticket.contact.chat, ticket.contact.thread])
      expect(textOf(mail).replaceAll('\r\n', '\n')).toContain(part);
  });

  test('says how the person is reached where a reply reaches nobody, and that a reply reaches them where it does', async () => {
    const { port, mails } = await running(mailbox());
    const one = await outside(via(port));
    await one.desk.open('a', ticket);
    await one.desk.open('b', { ...ticket, contact: { name: '', mail: '', chat: '', thread: '' } });
    const other = await outside(via(port, { inbound: { secret, replyTo: 'answers@bot.example.jp' } }));
    await other.desk.open('c', ticket);
    const [direct, unknown, answered] = mails.map(textOf);
    expect(direct).toContain('このメールに返信しても、本人には届きません。');
    expect(direct).toContain('上のリンクやメールアドレスを使ってください');
    expect(unknown).toContain('本人への連絡方法は、わかりませんでした');
    expect(answered).toContain('このメールに返信すると、書いた文が本人に届きます');
    expect(answered).toMatch(/^──── 返信はこの線より上に書いてください ────/);
    expect(mails.map((mail) => header(mail, 'Reply-To'))).toEqual(['', '', 'answers@bot.example.jp']);
  });

  test('cannot get another header, recipient or command by a name', async () => {
    const { port, mails } = await running(mailbox());
    const { desk } = await outside(via(port));
    const name = 'Eve\r\nBcc: all@example.co.jp\r\n\r\n.\r\nRCPT TO:<all@example.co.jp>';
    await desk.open('key', { ...ticket, contact: { ...ticket.contact, name } });
    const [mail = { from: '', to: [], source: '' }] = mails;
    expect(mails).toHaveLength(1);
    expect(mail.to).toEqual(['it@example.co.jp']);
    expect(header(mail, 'Bcc')).toBe('');
    expect(decodedHeader(mail, 'Subject')).toContain('Eve Bcc: all@example.co.jp');
  });

  test('has its notes below it, as replies; how the case stands is no mail', async () => {
    const { port, mails } = await running(mailbox());
    const { desk } = await outside(via(port, { inbound }));
    const opened = '<navi.key@bot.example.jp>' as MessageRef;
    await desk.open('key', ticket);
    expect(await desk.note('n1', opened, ticket, { kind: 'words', text: '昨日からです' })).toMatchObject({
      outcome: 'done',
    });
    await desk.note('n2', opened, ticket, { kind: 'solved' });
    await desk.note('n3', opened, ticket, { kind: 'reminder' });
    await desk.note('n4', opened, ticket, answered);
    expect(await desk.show(opened, ticket)).toEqual({ outcome: 'done', message: opened });
    const notes = mails.slice(1);
    expect(notes.map((mail) => header(mail, 'Message-ID'))).toEqual(
      ['n1', 'n2', 'n3', 'n4'].map((key) => `<navi.${key}@bot.example.jp>`),
    );
    for (const note of notes) {
      expect([header(note, 'In-Reply-To'), header(note, 'References')]).toEqual([opened, opened]);
      expect(decodedHeader(note, 'Subject')).toMatch(/^Re: 田中花子/);
    }
    expect(notes.map(textOf)).toEqual([
      expect.stringContaining('昨日からです'),
      expect.stringContaining('解消したと連絡がありました'),
      expect.stringContaining('まだ返事がない'),
      expect.stringMatching(/鈴木さんが、本人に返事しました。\s+再起動してください/),
    ]);
  });
});

test('news that belong to no case are a mail of their own, to which no reply is asked for; one key is one Message-ID', async () => {
  const { port, mails } = await running(mailbox());
  const { desk } = await outside(via(port, { inbound }), { setup: { language: 'en' } });
  expect(await desk.tell('s1', surge)).toEqual({ outcome: 'done', message: '<navi.s1@bot.example.jp>' });
  await desk.tell('s1', surge);
  await desk.tell('p1', posted);
  expect(mails.map((mail) => header(mail, 'Message-ID'))).toEqual(
    ['s1', 's1', 'p1'].map((key) => `<navi.${key}@bot.example.jp>`),
  );
  const [first, , last] = mails.map((mail) => `${decodedHeader(mail, 'Subject')}\n${textOf(mail)}`);
  expect(first).toMatch(/6 people had 0xC004F074/);
  for (const part of ['12:00', '0x80072EE7', 'VPNの障害です。']) expect(last).toContain(part);
  for (const mail of mails)
    expect([header(mail, 'Reply-To'), textOf(mail)].join()).not.toMatch(/answers@|above this line/);
});

test('news that the server puts off are told later', async () => {
  const { port } = await running(scripted(['220 hello', '421 busy']));
  const { desk } = await outside(via(port));
  expect(await desk.tell('s1', surge)).toMatchObject({ outcome: 'later' });
});

describe('one key is one mail', () => {
  test('where the first was confirmed, also after the process was killed and in another one', async () => {
    const { port, mails } = await running(mailbox());
    const first = await outside(via(port));
    const sent = await first.desk.open('key', ticket);
    const second = await outside(via(port), { vault: first.vault });
    expect(await second.desk.find('key', ticket, 0, null)).toBe('<navi.key@bot.example.jp>');
    expect(await second.desk.open('key', ticket)).toEqual(sent);
    expect(mails).toHaveLength(1);
  });

  test('where two attempts are made at once', async () => {
    const { port, mails } = await running(mailbox());
    const { desk } = await outside(via(port));
    await Promise.all([desk.open('key', ticket), desk.open('key', ticket)]);
    expect(mails).toHaveLength(1);
  });

  test('where the database failed after the mail was taken', async () => {
    const { port, mails } = await running(mailbox());
    const { vault } = await outside(via(port));
    let broken = true;
    const set: typeof vault.set = async (...given) => {
      if (broken) throw new Error('database away');
      await vault.set(...given);
    };
    const { desk } = await outside(via(port), { vault: { ...vault, set } });
    await expect(desk.open('key', ticket)).rejects.toThrow('database away');
    broken = false;
    expect(await desk.find('key', ticket, 0, null)).toBe('<navi.key@bot.example.jp>');
    expect(await desk.open('key', ticket)).toMatchObject({ outcome: 'done' });
    expect(mails).toHaveLength(1);
  });

  test('and where its result is unknown, the repeat has the same Message-ID', async () => {
    const { port, mails } = await running(mailbox());
    const { port: cut } = await running(scripted(['220 x', '250 x', '250 ok', '250 ok', '354 go', null]));
    const first = await outside(via(cut));
    await expect(first.desk.open('key', ticket)).rejects.toThrow('not known whether');
    expect(await first.desk.find('key', ticket, 0, null)).toBeUndefined();
    const second = await outside(via(port), { vault: first.vault });
    await second.desk.open('key', ticket);
    expect(mails.map((mail) => header(mail, 'Message-ID'))).toEqual(['<navi.key@bot.example.jp>']);
  });

  test('a server that gives the mail another Message-ID, as Microsoft 365 does, is taken at its word', async () => {
    const id = '<AB1@TY2.prod.outlook.com>';
    const { port } = await running(
      scripted(['220 x', '250 x', '250 ok', '250 ok', '354 go', `250 2.0.0 OK ${id} [Hostname=x]`, '221 bye']),
    );
    const { desk } = await outside(via(port));
    expect(await desk.open('key', ticket)).toEqual({ outcome: 'done', message: id });
  });
});

describe('a mail desk in the desks file is refused', () => {
  test.each([
    ['an address that is no server', { smtp: 'https://mail.example.jp' }, 'smtps://user:password@host'],
    ['an address that is none', { smtp: 'mail' }, 'smtps://user:password@host'],
    ['a password that is not encoded', { smtp: 'smtps://navi:50%off@mail.example.jp' }, '%25'],
    ['a sender that is no address', { from: 'navi' }, 'e-mail address'],
    ['a sender with another header', { from: 'navi@example.jp\r\nBcc: x@example.jp' }, 'e-mail address'],
    ['no addresses', { to: [] }, 'to'],
    ['a short secret', { inbound: { secret: 'whsec_c2hvcnQ=' } }, 'whsec_'],
    [
      'a sender that also gets the tickets, so that answers could not be told apart',
      { from: 'it@example.co.jp', inbound },
      'from',
    ],
    ['staff that is neither address nor domain', { inbound: { secret, staff: ['example'] } }, '@domain'],
    ['an unknown field', { subject: 'x' }, 'subject'],
  ])('with %s', async (_, over, why) => {
    await expect(outside(via(25, over))).rejects.toThrow(why);
  });
});
