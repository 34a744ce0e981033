import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Finding, found, inTime } from '../doctor/finding.ts';
import type { MailServer } from './smtp.ts';
import { refusedMail } from './smtp-outcome.ts';

/** Milliseconds of each part of the way to a mail server; less than a check may take. */
const patience = 4_000;

/** Connects to a mail server, with TLS and the log-in as for a mail, and leaves again. */
export const checkMailServer = (server: MailServer): Promise<readonly Finding[]> =>
  inTime('the mail server', async () => {
    const error = await failureOf(server);
    if (error === undefined) return [];
    const refused = refusedMail(error, false);
    if (refused === undefined) throw error;
    const away = refused.outcome === 'later' && refused.reason === 'outage';
    return found(away ? 'away' : 'wrong', refused.why);
  });

/** Resolves to the error by which the way to a server ended, undefined if the server let the bot in. */
function failureOf({ connection, login }: MailServer): Promise<Error | undefined> {
  const smtp = new SMTPConnection({
    ...connection,
    connectionTimeout: patience,
    greetingTimeout: patience,
    dnsTimeout: patience,
    socketTimeout: patience,
    socketCloseTimeout: 1_000,
  });
  return new Promise((resolve) => {
    const failed = (error: Error) => {
      smtp.close();
      resolve(error);
    };
    const admitted = () => {
      smtp.quit();
      resolve(undefined);
    };
    // Stays after the result, for a connection that breaks while it is closed.
    smtp.on('error', failed);
    smtp.connect((error) => {
      if (error) return failed(error);
      if (login === null) return admitted();
      smtp.login(login, (refused) => (refused ? failed(refused) : admitted()));
    });
  });
}
