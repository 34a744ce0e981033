import { type AddressInfo, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import type { DeskService, DeskSetup } from '../../src/adapters/desk/kind.ts';
import { deskKinds } from '../../src/adapters/desk/kinds.ts';
import { type Serving, serve } from '../../src/adapters/http/server.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import { conversationId, personId } from '../../src/bot/keys.ts';
import type { DeskNews, Log, Receive, Ticket, TicketNote } from '../../src/bot/ports.ts';
import type { Vault } from '../../src/bot/storage.ts';

export const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
export const person = personId({ home: 'slack', tenant: 'T1', user: 'U1' });
export const conversation = conversationId({ channel: 'slack', tenant: 'T1', place: 'C1:1.1', person });

/** A ticket of somebody in Slack. */
export const ticket: Ticket = {
  from: { conversation, address: '', language: 'ja' },
  person,
  contact: {
    name: '田中花子',
    mail: 'tanaka@example.com',
    chat: 'https://example.slack.com/team/U1',
    thread: 'https://example.slack.com/archives/C1/p11',
  },
  handover: { to: 'it-admin', text: 'お世話になっております。\n会社のPCで 0xC004F074 と出ます。' },
  facts: { origin: 'organization', errorCodes: ['0xC004F074'] },
  urgency: '至急',
  handling: { state: 'new', by: '', at: Date.parse('2026-11-30T10:00:00+09:00') },
  words: '',
  owner: null,
};

/** The note that staff of another desk answered. */
export const answered = {
  kind: 'answer',
  text: '再起動してください',
  by: '鈴木',
  author: personId({ home: 'slack', tenant: 'T1', user: 'U0STAFF001' }),
  corrects: false,
  at: Date.parse('2026-11-30T11:00:00+09:00'),
  late: false,
  files: 0,
} as const satisfies TicketNote;

/** News that belong to no case. */
export const surge: DeskNews = { kind: 'surge', at: 0, code: '0xC004F074', cases: 6 };
export const posted: DeskNews = {
  kind: 'posted',
  at: Date.parse('2026-11-30T10:00:00+09:00'),
  notice: {
    id: 'n1',
    desk: 'desk',
    text: 'VPNの障害です。',
    match: { origin: null, code: '0x80072EE7', list: null },
    postedAt: 0,
    postedBy: person,
    until: Date.parse('2026-11-30T12:00:00+09:00'),
    zone: 'Asia/Tokyo',
  },
};

/** A desk outside of the chats, its log, and what it handed to the bot. */
export interface Outside {
  readonly service: DeskService;
  readonly desk: DeskService['desk'];
  readonly vault: Vault;
  readonly logged: string[];
  readonly received: Parameters<Receive>[0][];
}

export const setup: DeskSetup = {
  id: 'helpdesk',
  name: '',
  takes: ['it-admin'],
  serves: ['slack'],
  hours: null,
  escalatesTo: '',
  language: 'ja',
  zone: 'Asia/Tokyo',
};

/** Creates a desk from its `via`, and starts it. `given`: what it shares with another process. `receive`: the bot. */
export async function outside(
  { kind, ...via }: { readonly kind: string; readonly [field: string]: unknown },
  given: Partial<Pick<Outside, 'vault'>> & { readonly setup?: Partial<DeskSetup>; readonly receive?: Receive } = {},
): Promise<Outside> {
  const logged: string[] = [];
  const received: Parameters<Receive>[0][] = [];
  const line = (about: object, what: string) => void logged.push(`${what} ${JSON.stringify(about)}`);
  const log: Log = { info: line, warn: line, error: line };
  const vault = given.vault ?? vaultOf(await sqlite(':memory:'));
  const known = deskKinds.find((one) => one.kind === kind);
  if (known === undefined) throw new Error(`no kind ${kind}`);
  const service = known.read(via)({ ...setup, ...given.setup }, { log, vault });
  await service.desk.start(async (incoming) => {
    received.push(incoming);
    return given.receive?.(incoming) ?? 'answered';
  });
  return { service, desk: service.desk, vault, logged, received };
}

/** Serves the routes of a desk. */
export const served = ({ service, logged }: Outside): Promise<Serving> => {
  const line = (about: object, what: string) => void logged.push(`${what} ${JSON.stringify(about)}`);
  return serve(service.routes, 0, '127.0.0.1', { info: line, warn: line, error: line });
};

/** Posts JSON, signed by Standard Webhooks; with another secret, or so many milliseconds ago, if given. */
export async function signedPost(
  port: number,
  path: string,
  body: unknown,
  { key = secret, late = 0, headers = {} }: { key?: string; late?: number; headers?: object } = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const at = new Date(Date.now() - late);
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body: sent,
    headers: {
      'content-type': 'application/json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(key).sign('msg_1', at, sent),
      ...headers,
    },
  });
  return { status: response.status, text: await response.text() };
}

/** A mail as a server got it. */
export interface GotMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

/** A real SMTP server that keeps what it takes. */
export interface MailServerRig {
  readonly port: number;
  readonly mails: GotMail[];
  close(): Promise<void>;
}

/** Starts an SMTP server without TLS. `over`: what it does otherwise. `taken`: what it says of a mail that it took. */
export async function mailbox(over: SMTPServerOptions = {}, taken = (): string => 'OK'): Promise<MailServerRig> {
  const mails: GotMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData: async (stream, { envelope }, done) => {
      const source = await text(stream);
      mails.push({
        from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
        to: envelope.rcptTo.map(({ address }) => address),
        source,
      });
      done(null, taken());
    },
    ...over,
  });
  // What a client breaks off is not an error of the test.
  server.on('error', () => {});
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Starts a server that speaks SMTP by the answers that are given to the lines it hears, in order; `null`: it breaks the connection. */
export async function scripted(answers: readonly (string | null)[]): Promise<MailServerRig> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    let n = 0;
    const next = () => {
      const answer = answers[n++];
      if (answer === null) socket.destroy();
      else if (answer !== undefined) socket.write(`${answer}\r\n`);
    };
    next();
    let message = false;
    socket.on('data', (chunk) => {
      const said = String(chunk);
      if (message && !said.includes('\r\n.\r\n')) return;
      message = said.startsWith('DATA');
      next();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, mails: [], close };
}

/** Returns the header of a mail, unfolded. */
export const header = ({ source }: GotMail, name: string): string =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(source)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? '';

/** Returns the text of a mail, decoded. */
export function textOf(mail: GotMail): string {
  const body = mail.source.slice(mail.source.indexOf('\r\n\r\n') + 4);
  if (header(mail, 'Content-Transfer-Encoding') === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return header(mail, 'Content-Transfer-Encoding') === 'quoted-printable'
    ? decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, '%25'))
    : body;
}

/** Returns a header with words of other than Latin letters, decoded. */
export const decodedHeader = (mail: GotMail, name: string): string =>
  header(mail, name)
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('latin1')
        : words
            .replace(/_/g, ' ')
            .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
