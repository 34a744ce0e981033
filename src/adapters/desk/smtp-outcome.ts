import type { Sent } from '../../bot/ports.ts';

/** Why a mail server has not taken a mail. */
export type MailRefused = Exclude<Sent, { outcome: 'done' }>;

/** Milliseconds before a retry: a server that puts off strangers for a while (greylisting) takes a mail after a minute or more. */
const pause = { outage: 5_000, refusal: 60_000 } as const;

/** The advice for the operator by the command that was refused for good. A server that puts something off (4xx) is busy, and nothing is to be mended here. */
const advice: Readonly<Record<string, string>> = {
  AUTH: 'check the user and the password in smtp',
  MAIL: 'check from: the server lets this user send as somebody else only',
  RCPT: 'check the addresses in to',
  DATA: 'the server refuses the message itself; ask whoever runs it',
};

/** The codes of certificates that are not trusted, and of handshakes that fail: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const distrusted = /CERT|TLS|SSL|UNABLE_TO_VERIFY|SIGNATURE/;

/** Returns why a mail was not taken, from an error of nodemailer; undefined if that is not known, since the message had begun. Of the server's answer only the code is told: its words may name a person. */
export function refusedMail(error: unknown, begun: boolean): MailRefused | undefined {
  const { code = '', originalCode = '', command = '', responseCode = 0, response = '' } = error as Partial<Failure>;
  const verb = command.split(' ', 1)[0] ?? '';
  const refused = `The mail server answered ${responseCode}${enhanced(response)}${verb === '' ? '' : ` to ${verb}`}`;
  const why = advice[verb] === undefined || responseCode < 500 ? refused : `${refused}: ${advice[verb]}`;
  const cause = originalCode === '' ? code : originalCode;
  if (responseCode === 421) return later('outage', why);
  // What is wrong with the log-in is no fault of the message: the operator may mend it in time.
  if (verb === 'AUTH' || code === 'EAUTH' || code === 'ENOAUTH')
    return later('refusal', responseCode === 0 ? `The log-in to the mail server failed: ${advice['AUTH']}` : why);
  // Nothing of the message is said before there is TLS.
  if (!begun && (code === 'ETLS' || distrusted.test(originalCode)))
    return later(
      'refusal',
      `The mail server offers no TLS that can be trusted (${cause}): check smtp, and its certificate`,
    );
  if (responseCode >= 500) return { outcome: 'never', why };
  if (responseCode >= 400) return later('refusal', why);
  if (begun) return undefined;
  if (code === 'EENVELOPE') return { outcome: 'never', why: `An address cannot be used: ${advice['RCPT']}` };
  return later('outage', `The mail server cannot be reached (${cause})`);
}

interface Failure {
  readonly code: string;
  /** The code of the system or of TLS. */
  readonly originalCode: string;
  readonly command: string;
  readonly responseCode: number;
  readonly response: string;
}

const later = (reason: keyof typeof pause, why: string): MailRefused => ({
  outcome: 'later',
  after: pause[reason],
  reason,
  why,
});

/** Returns the enhanced status code of an answer, such as 5.1.1: https://www.rfc-editor.org/rfc/rfc3463 */
const enhanced = (response: string): string => {
  const found = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return found === undefined ? '' : ` (${found})`;
};
