import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { mostInMail } from '../../src/adapters/desk/mail-message.ts';
import type { MessageRef, TicketNote } from '../../src/bot/ports.ts';
import { bytesOf, picture, protocol, sent } from './files.ts';
import { type GotMail, header, type MailServerRig, mailbox, type Outside, outside, textOf, ticket } from './outside.ts';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
/** Keeps a server until the test is over. */
async function running(starting: Promise<MailServerRig>): Promise<MailServerRig> {
  const server = await starting;
  open.push(server);
  return server;
}
const opened = '<navi.opened@bot.example.jp>' as MessageRef;
const deskAt = (port: number, over: object = {}, given: Partial<Outside> = {}) =>
  outside(
    {
      kind: 'mail',
      smtp: `smtp://127.0.0.1:${port}`,
      tls: 'none',
      from: 'navi@bot.example.jp',
      to: 'it@example.co.jp',
      ...over,
    },
    given,
  );
const note = (desk: Outside, given: TicketNote, key = 'n1') => desk.desk.note(key, opened, ticket, given);

/** Returns the parts of a mail: the headers of each, and its content, decoded. */
function partsOf({ source }: GotMail): readonly { readonly mail: GotMail; readonly bytes: Buffer }[] {
  const boundary = /boundary="([^"]+)"/.exec(source)?.[1];
  if (boundary === undefined) return [];
  return source
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const mail = { from: '', to: [], source: part.replace(/^\r\n/, '') };
      return { mail, bytes: Buffer.from(part.slice(part.indexOf('\r\n\r\n')), 'base64') };
    });
}

describe('a file in a mail', () => {
  test('comes byte for byte, under a name that says its kind only, once, below what the person wrote', async () => {
    const { port, mails } = await running(mailbox());
    const desk = await deskAt(port);
    expect(await note(desk, sent([picture, protocol]))).toMatchObject({ outcome: 'done' });
    expect(await note(desk, sent([picture, protocol]))).toMatchObject({ outcome: 'done' });
    expect(mails).toHaveLength(1);
    const [body, ...files] = mails.flatMap(partsOf);
    expect(textOf(body?.mail ?? { from: '', to: [], source: '' })).toMatch(/画像かファイルを送りました。\s+画面です/);
    expect(files.map(({ bytes }) => bytes)).toEqual([picture, protocol].map(({ bytes }) => Buffer.from(bytes)));
    const names = ['Content-Type', 'Content-Disposition'].map((name) => files.map(({ mail }) => header(mail, name)));
    expect(names).toEqual([
      ['image/png; name=image-1.png', 'text/plain; name=text-1.txt'],
      ['attachment; filename=image-1.png', 'attachment; filename=text-1.txt'],
    ]);
  });

  test('that came with the form of the letter and does not fit is to be asked for, since it lies nowhere else', async () => {
    const { port, mails } = await running(mailbox());
    const desk = await deskAt(port);
    const inForm = { text: '', inForm: true };
    const large = { ...picture, bytes: bytesOf(mostInMail + 1) };
    await note(desk, { ...sent([picture, large]), ...inForm });
    await note(desk, { ...sent([large]), ...inForm }, 'n2');
    const [some, none] = mails.map((mail) => textOf(partsOf(mail)[0]?.mail ?? mail));
    expect(some).toContain('ここに出せないものは、本人にお尋ねください。');
    expect(none).toContain('ここに出せません。必要なら、本人にお尋ねください。');
    expect(`${some}${none}`).not.toContain('相談の場所で見られます');
  });

  test('comes as it is, however many, up to what mail servers take; what is more is said to lie in the conversation, with its link', async () => {
    const { port, mails } = await running(mailbox());
    const desk = await deskAt(port);
    const half = { ...picture, bytes: bytesOf(mostInMail / 2) };
    await note(desk, sent([half, { ...half, name: 'image-2.png' }]));
    await note(desk, sent([half, { ...half, bytes: bytesOf(mostInMail) }, protocol]), 'n2');
    expect(mails.map((mail) => partsOf(mail).length - 1)).toEqual([2, 2]);
    const [all, some] = mails.map((mail) => partsOf(mail).map((part) => textOf(part.mail))[0]);
    expect(all).not.toContain('付けられなかったもの');
    expect(some).toContain('ここに付けられなかったものは、相談の場所で見られます。');
    expect(some).toContain(ticket.contact.thread);
    // What a Postfix takes as it is delivered.
    for (const { source } of mails) expect(source.length).toBeLessThan(10_240_000);
  }, 20_000);

  test('that the mail server refuses is left out of the next attempt, which says where it lies', async () => {
    const mails: GotMail[] = [];
    const { port } = await running(
      mailbox({
        onData: async (stream, _session, done) => {
          const source = await text(stream);
          if (source.includes('image-1.png')) return done(Object.assign(new Error('too big'), { responseCode: 552 }));
          mails.push({ from: '', to: [], source });
          done();
        },
      }),
    );
    const desk = await deskAt(port);
    expect(await note(desk, sent([picture]))).toMatchObject({ outcome: 'later', reason: 'refusal', after: 1_000 });
    expect(await note(desk, sent([picture]))).toMatchObject({ outcome: 'done' });
    expect(mails.map(textOf)).toEqual([expect.stringContaining('相談の場所で見られます')]);
  });

  test('does not keep a mail that is refused for another reason from being given up', async () => {
    const no = (_: unknown, __: unknown, done: (error: Error) => void) =>
      done(Object.assign(new Error('no'), { responseCode: 550 }));
    const { port } = await running(mailbox({ onRcptTo: no }));
    const desk = await deskAt(port);
    expect(await note(desk, sent([picture]))).toMatchObject({ outcome: 'later' });
    expect(await note(desk, sent([picture]))).toMatchObject({ outcome: 'never' });
  });

  test('of a mail that may have been taken is not sent again: the repeat has the same Message-ID, and no file', async () => {
    const mails: GotMail[] = [];
    const sockets: Socket[] = [];
    const server = await running(
      mailbox({
        onData: async (stream, _session, done) => {
          mails.push({ from: '', to: [], source: await text(stream) });
          // The first confirmation is lost.
          if (mails.length === 1) for (const socket of sockets) socket.destroy();
          done();
        },
      }),
    );
    const wire = createServer((socket) => {
      const back = connect(server.port, '127.0.0.1');
      for (const one of [socket, back]) one.on('error', () => {});
      sockets.push(socket);
      socket.pipe(back).pipe(socket);
    });
    await new Promise<void>((resolve) => void wire.listen(0, '127.0.0.1', resolve));
    open.push({ close: () => new Promise((resolve) => wire.close(resolve)) });
    const { port } = wire.address() as AddressInfo;
    const desk = await deskAt(port);
    await expect(note(desk, sent([picture]))).rejects.toThrow('not known whether');
    expect(await desk.desk.find('n1', ticket, 0, opened)).toBeUndefined();
    expect(await note(desk, sent([picture]))).toMatchObject({ outcome: 'done' });
    expect(mails.map((mail) => header(mail, 'Message-ID'))).toEqual(Array(2).fill('<navi.n1@bot.example.jp>'));
    expect(mails.map((mail) => Math.max(0, partsOf(mail).length - 1))).toEqual([1, 0]);
  });

  test('is neither in the log nor in the database', async () => {
    const { port } = await running(mailbox());
    const { vault } = await deskAt(port);
    const kept: unknown[] = [];
    const set: typeof vault.set = async (...given) => {
      kept.push(given);
      await vault.set(...given);
    };
    const desk = await deskAt(port, {}, { vault: { ...vault, set } });
    await note(desk, sent([picture, protocol]));
    expect(kept.length).toBeGreaterThan(0);
    const all = JSON.stringify([kept, desk.logged]);
    for (const hidden of ['image-1', 'text-1', 'スキャン', '画面です']) expect(all).not.toContain(hidden);
  });
});
