import { afterEach, describe, expect, test, vi } from 'vitest';
import { mailServer, sendMail } from '../../src/adapters/desk/smtp.ts';
import type { MessageRef } from '../../src/bot/ports.ts';
import {
  decodedHeader,
  header,
  type MailServerRig,
  mailbox,
  outside,
  scripted,
  secret,
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
    expect(await desk.show(opened, ticket)).toEqual({ outcome: 'done', message: opened });
    const notes = mails.slice(1);
    expect(notes.map((mail) => header(mail, 'Message-ID'))).toEqual(
      ['n1', 'n2', 'n3'].map((key) => `<navi.${key}@bot.example.jp>`),
    );
    for (const note of notes) {
      expect([header(note, 'In-Reply-To'), header(note, 'References')]).toEqual([opened, opened]);
      expect(decodedHeader(note, 'Subject')).toMatch(/^Re: 田中花子/);
    }
    expect(notes.map(textOf)).toEqual([
      expect.stringContaining('昨日からです'),
      expect.stringContaining('解消したと連絡がありました'),
      expect.stringContaining('まだ返事がない'),
    ]);
  });
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

describe('a mail server that takes no mail', () => {
  const answering = (command: 'MAIL' | 'RCPT' | 'DATA' | 'END', answer: string) => {
    const at = { MAIL: 2, RCPT: 3, DATA: 4, END: 5 }[command];
    const all = ['220 x', '250 x', '250 ok', '250 ok', '354 go', '250 ok'];
    return scripted([...all.slice(0, at), answer]);
  };
  const later = (reason: string) => ({ outcome: 'later', reason });

  test.each([
    ['MAIL', '451 4.7.1 try later', later('refusal')],
    ['RCPT', '450 4.2.0 <it@example.co.jp>: Greylisted', later('refusal')],
    ['DATA', '452 4.3.1 full', later('refusal')],
    ['END', '451 4.3.0 queue full', later('refusal')],
    ['MAIL', '421 4.3.2 shutting down', later('outage')],
    ['MAIL', '553 5.7.1 <navi@bot.example.jp>: not owned', { outcome: 'never' }],
    ['RCPT', '550 5.1.1 <it@example.co.jp>: no such user', { outcome: 'never' }],
    ['DATA', '554 5.5.1 no', { outcome: 'never' }],
    ['END', '554 5.7.1 spam', { outcome: 'never' }],
  ] as const)('is asked again after 4xx, and never after 5xx: %s %s', async (command, answer, expected) => {
    const { port } = await running(answering(command, answer));
    const sent = await (await outside(via(port))).desk.open('key', ticket);
    expect(sent).toMatchObject(expected);
    const why = 'why' in sent ? sent.why : '';
    expect(why).toContain(`The mail server answered ${answer.slice(0, 3)} (${answer.slice(4, 9)})`.slice(0, 27));
    expect(why).not.toContain('@');
  });

  test('is asked again where nobody listens', async () => {
    const { port, close } = await mailbox();
    await close();
    expect(await (await outside(via(port))).desk.open('key', ticket)).toMatchObject({
      outcome: 'later',
      reason: 'outage',
      why: 'The mail server cannot be reached (ECONNREFUSED)',
    });
  });

  test.each([[[null]], [['220 x', null]], [['220 x', '250 x', null]], [['220 x', '250 x', '250 ok', '250 ok', null]]])(
    'is asked again where it breaks off before the message: %j',
    async (answers) => {
      const { port } = await running(scripted(answers));
      expect(await (await outside(via(port))).desk.open('key', ticket)).toMatchObject(later('outage'));
    },
  );

  test('is asked again while the log-in is refused, and the operator is told what to look at', async () => {
    const server = await running(
      mailbox({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => done(new Error('no')),
      }),
    );
    const { desk } = await outside(via(server.port, { smtp: `smtp://navi:wrong@127.0.0.1:${server.port}` }));
    expect(await desk.open('key', ticket)).toMatchObject({
      ...later('refusal'),
      why: 'The mail server answered 535 to AUTH: check the user and the password in smtp',
    });
  });

  test('is logged in to with the user and the password of its address', async () => {
    const seen: unknown[] = [];
    const server = await running(
      mailbox({
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, done) => {
          seen.push([username, password]);
          done(null, { user: username });
        },
      }),
    );
    const { desk } = await outside(via(server.port, { smtp: `smtp://navi%40example:p%3Ass@127.0.0.1:${server.port}` }));
    expect(await desk.open('key', ticket)).toMatchObject({ outcome: 'done' });
    expect(seen).toEqual([['navi@example', 'p:ss']]);
  });

  test('gets nothing where it offers no TLS, or a certificate that nobody vouches for', async () => {
    const plain = await running(mailbox());
    const own = await running(mailbox({ disabledCommands: [] }));
    const secure = await running(mailbox({ secure: true }));
    for (const [{ port, mails }, protocol] of [
      [plain, 'smtp'],
      [own, 'smtp'],
      [secure, 'smtps'],
    ] as const) {
      const { desk } = await outside(via(port, { smtp: `${protocol}://127.0.0.1:${port}`, tls: 'required' }));
      expect(await desk.open('key', ticket)).toMatchObject({
        ...later('refusal'),
        why: expect.stringContaining('TLS'),
      });
      expect(mails).toEqual([]);
    }
  });

  test('and refuses only some addresses, is told of without naming them', async () => {
    const server = await running(
      mailbox({ onRcptTo: ({ address }, _session, done) => done(address.startsWith('gone') ? new Error('no') : null) }),
    );
    const { desk, logged } = await outside(via(server.port, { to: ['it@example.co.jp', 'gone@example.co.jp'] }));
    expect(await desk.open('key', ticket)).toMatchObject({ outcome: 'done' });
    expect(logged).toEqual([expect.stringMatching(/refused some addresses of the desk .*"refused":1/)]);
    expect(logged.join()).not.toContain('@');
  });
});

describe('a slow mail server', () => {
  const mail = { envelope: { from: 'a@example.jp', to: ['b@example.jp'] }, source: Buffer.from('Subject: x\r\n\r\nx') };
  const short = { whole: 150, connection: 1_000, silence: 1_000 };
  const send = (port: number) => sendMail(mailServer(new URL(`smtp://127.0.0.1:${port}`), true), mail, short);

  test('is asked again where it was slow before the message', async () => {
    const { port } = await running(scripted(['220 x', '250 x']));
    expect(await send(port)).toMatchObject({ outcome: 'later', reason: 'outage' });
  });

  test('leaves it unknown whether it took the message where it was slow after it', async () => {
    const { port } = await running(scripted(['220 x', '250 x', '250 ok', '250 ok', '354 go']));
    await expect(send(port)).rejects.toThrow('not known whether');
  });

  test('gets no message from a process that stood still meanwhile', async () => {
    const { port } = await running(scripted(['220 x', '250 x', '250 ok', '250 ok', '354 go', '250 ok']));
    const now = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(60_000);
    expect(await send(port)).toMatchObject({ outcome: 'later', why: expect.stringContaining('ESTREAM') });
    expect(now).toHaveBeenCalled();
    now.mockRestore();
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
