import { singleFlight } from '../../bot/lib/async.ts';
import { describeError } from '../../bot/lib/describe-error.ts';
import { digest } from '../../bot/lib/hash.ts';
import type { ConversationId, Log, Vault } from '../../bot/ports.ts';
import type { DeskSetup } from './kind.ts';
import { isKeptId, keptKey, keptMail, type MailPeople } from './mail-message.ts';
import { recalled } from './recalled.ts';
import type { Mail, MailSent } from './smtp.ts';

/** What telling staff why a mail was not passed on needs. */
export interface MailTelling {
  readonly setup: DeskSetup;
  readonly people: MailPeople;
  readonly vault: Vault;
  readonly log: Log;
  send(mail: Mail): Promise<MailSent>;
}

/** A mail of staff, by what an answer to it needs. */
export interface ToldMail {
  readonly id: string;
  readonly subject: string;
  /** The Message-IDs of the mails that it answers, the oldest first. */
  readonly thread: readonly string[];
  /** The Message-ID of the mail that it answers; empty if it answers none. */
  readonly answers: string;
}

/** Milliseconds within which one author is told once about one ticket: programs that answer each other come to an end. */
const pause = 60 * 60 * 1_000;
/** Milliseconds after which nobody hands a mail on again, or answers one. */
const whileKnown = 30 * 24 * 60 * 60 * 1_000;

type Why = Parameters<typeof keptMail>[1];

/** Returns a function that tells the author of a mail why it was not passed on: once an hour for each ticket, and never as an answer to such a mail. It returns false if they are to be told later, and rejects if the database does. */
export function teller({ setup, people, vault, log, send }: MailTelling) {
  const told = recalled(vault, setup.id, 'told', pause);
  /** The mails of which nothing is told any more: those of which it was, and those by which it was, where the mail server gave them another Message-ID. */
  const settled = recalled(vault, setup.id, 'settled', whileKnown);
  const once = singleFlight<boolean>();

  async function attempt({ id, subject, thread }: ToldMail, to: string, why: Why): Promise<MailSent | undefined> {
    const about = { to, subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`, thread };
    try {
      const sent = await send(await keptMail(keptKey(setup.id, id), why, about, setup, people));
      if (sent.outcome !== 'taken') log.warn({ desk: setup.id, why: sent.why }, 'staff could not be told of a mail');
      return sent;
    } catch (error) {
      log.warn({ desk: setup.id, error: describeError(error) }, 'staff could not be told of a mail');
      return undefined;
    }
  }

  async function tell(mail: ToldMail, author: string, ticket: ConversationId, why: Why): Promise<boolean> {
    if (isKeptId(mail.answers, people.from)) return true;
    for (const id of [mail.id, mail.answers]) if ((await settled.of(author, id)) !== undefined) return true;
    if ((await told.of(author, ticket)) !== undefined) return true;
    const sent = await attempt(mail, author, why);
    // What is refused for good would be refused again.
    if (sent?.outcome !== 'taken') return sent?.outcome === 'never';
    await told.note(author, ticket, '');
    for (const id of [mail.id, sent.id]) if (id !== '') await settled.note(author, id, '');
    return true;
  }

  return (mail: ToldMail, author: string, ticket: ConversationId, why: Why): Promise<boolean> =>
    once(digest(author, ticket), () => tell(mail, author, ticket, why));
}
