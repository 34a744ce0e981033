import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { z } from 'zod';
import { type MailRefused, refusedMail } from './smtp-outcome.ts';

/** A mail server, and how it is logged in to. */
export interface MailServer {
  readonly connection: SMTPConnectionOptions;
  /** Null: without logging in. */
  readonly login: { readonly user: string; readonly pass: string } | null;
}

/** A mail that is ready to be sent. */
export interface Mail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly source: Buffer;
}

/** The result of sending a mail: the server has taken it, under a Message-ID of its own if it says so (else empty), for all but `refused` of its addresses; or why it has not. */
export type MailSent = { readonly outcome: 'taken'; readonly id: string; readonly refused: number } | MailRefused;

/** Milliseconds of a whole attempt, and of its parts; less than the timeout of a delivery. */
export interface MailTimeouts {
  readonly whole: number;
  readonly connection: number;
  readonly silence: number;
}
const timeouts: MailTimeouts = { whole: 8_000, connection: 4_000, silence: 6_000 };

/** The schema of a server's address: `smtps://user:password@host` (TLS from the start, port 465) or `smtp://…` (STARTTLS, port 587). */
export const smtpUrl = z
  .url({ protocol: /^smtps?$/, error: 'must be smtps://user:password@host or smtp://user:password@host' })
  .refine(isDecodable, 'must have %25 for a percent sign, and so on, in the user and the password')
  .transform((text) => new URL(text));

function isDecodable(text: string): boolean {
  try {
    const { username, password } = new URL(text);
    return [username, password].map(decodeURIComponent).length > 0;
  } catch {
    return false;
  }
}

/** Returns the server of an address. `plain`: without TLS; otherwise nothing is sent where there is none. */
export function mailServer(url: URL, plain: boolean): MailServer {
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    connection: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
      secure,
      requireTLS: !secure && !plain,
      ignoreTLS: plain,
      maxResponseSize: 16 * 1024,
    },
    login: user === '' ? null : { user, pass: decodeURIComponent(url.password) },
  };
}

/** Sends a mail over a connection of its own. Rejects when it is not known whether the server has taken it: the connection broke, or time was up, after the message began. */
export function sendMail(
  { connection: options, login }: MailServer,
  { envelope, source }: Mail,
  { whole, connection, silence }: MailTimeouts = timeouts,
): Promise<MailSent> {
  const smtp = new SMTPConnection({
    ...options,
    connectionTimeout: connection,
    greetingTimeout: connection,
    dnsTimeout: connection,
    socketTimeout: silence,
    socketCloseTimeout: 1_000,
  });
  const latest = performance.now() + whole;
  let begun = false;
  // Read only once the server asks for the message.
  function* message() {
    // The process stood still, and another may have sent the same meanwhile.
    if (performance.now() > latest) throw new Error('The process stood still before the message');
    begun = true;
    yield source;
  }
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => {
      clearTimeout(late);
      smtp.close();
      const refused = refusedMail(error, begun);
      if (refused === undefined)
        reject(new Error('It is not known whether the mail server took the mail', { cause: error }));
      else resolve(refused);
    };
    const late = setTimeout(() => failed(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })), whole);
    const send = () =>
      smtp.send({ from: envelope.from, to: [...envelope.to] }, Readable.from(message()), (error, info) => {
        if (error) return failed(error);
        clearTimeout(late);
        smtp.quit();
        resolve({ outcome: 'taken', id: info?.serverMessageId ?? '', refused: info?.rejected.length ?? 0 });
      });
    // Stays after the result, for a connection that breaks while it is closed.
    smtp.on('error', failed);
    smtp.connect((error) => {
      if (error) return failed(error);
      if (login === null) return send();
      smtp.login(login, (refused) => (refused ? failed(refused) : send()));
    });
  });
}
