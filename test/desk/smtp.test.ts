import { afterEach, describe, expect, test, vi } from 'vitest';
import { mailServer, sendMail } from '../../src/adapters/desk/smtp.ts';
import { type MailServerRig, mailbox, outside, scripted, ticket } from './outside.ts';

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
    // What is put off is nothing for the operator to mend.
    expect(/: (check|the server refuses)/.test(why)).toBe(answer.startsWith('5'));
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
