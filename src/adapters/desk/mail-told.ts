import { singleFlight } from '../../bot/lib/async.ts';
import { describeError } from '../../bot/lib/describe-error.ts';
import { digest } from '../../bot/lib/hash.ts';
import type { ConversationId, Log } from '../../bot/ports.ts';
import type { Vault } from '../../bot/storage.ts';
import type { DeskSetup } from './kind.ts';
import { isKeptId, type Kept, keptKey, keptMail, type MailPeople } from './mail-message.ts';
import { recalled } from './recalled.ts';
import type { Mail, MailSent } from './smtp.ts';

/** The dependencies of telling staff what became of their mails. */
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

/** Milliseconds within which one author is told about one ticket so many times only: programs that answer each other come to an end. */
const pause = 60 * 60 * 1_000;
const most = { refused: 5, leftOut: 1 };
/** Milliseconds after which nobody hands a mail on again, or answers one. */
const whileKnown = 30 * 24 * 60 * 60 * 1_000;

type Telling = 'told' | 'silent' | 'later';

/** Tells the author of a mail what became of it: of one ticket five times an hour, and never as an answer to such a mail. All reject if the database does. */
export interface Teller {
  /** Tells why nothing was passed on. Returns false if it is to be told later. */
  refused(mail: ToldMail, author: string, ticket: ConversationId, why: Kept): Promise<boolean>;
  /** Tells that the files of what was passed on were left out. */
  filesLeftOut(mail: ToldMail, author: string, ticket: ConversationId): Promise<void>;
  /** Tells which signature was left out of what was passed on, unless the author was told of the same one. */
  leftOut(mail: ToldMail, author: string, ticket: ConversationId, signature: string): Promise<void>;
}

/** Returns how the authors of the mails to a desk are told. */
export function teller({ setup, people, vault, log, send }: MailTelling): Teller {
  const told = recalled(vault, setup.id, 'mail-told', pause);
  /** The mails of which nothing is told any more: those of which it was, and those by which it was, where the mail server gave them another Message-ID. */
  const settled = recalled(vault, setup.id, 'mail-settled', whileKnown);
  const signatures = recalled(vault, setup.id, 'mail-signature', whileKnown);
  const once = singleFlight<Telling>();

  async function attempt({ id, subject, thread }: ToldMail, to: string, why: Kept): Promise<MailSent | undefined> {
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

  async function tell(mail: ToldMail, author: string, about: string, why: Kept, times: number): Promise<Telling> {
    if (isKeptId(mail.answers, people.from)) return 'silent';
    for (const id of [mail.id, mail.answers]) if ((await settled.of(author, id)) !== undefined) return 'silent';
    const before = Number((await told.of(author, about)) ?? 0);
    if (before >= times) return 'silent';
    const sent = await attempt(mail, author, why);
    // What is refused for good would be refused again.
    if (sent?.outcome !== 'taken') return sent?.outcome === 'never' ? 'silent' : 'later';
    await told.note(author, about, String(before + 1));
    for (const id of [mail.id, sent.id]) if (id !== '') await settled.note(author, id, '');
    return 'told';
  }
  const tellOnce: typeof tell = (mail, author, about, why, times) =>
    once(digest(author, about), () => tell(mail, author, about, why, times));

  return {
    refused: async (mail, author, ticket, why) => (await tellOnce(mail, author, ticket, why, most.refused)) !== 'later',
    filesLeftOut: async (mail, author, ticket) => {
      await tellOnce(mail, author, digest(ticket, 'files'), { error: 'files' }, most.leftOut);
    },
    leftOut: async (mail, author, ticket, signature) => {
      const known = await signatures.of(author, signature);
      const why = { error: 'signature', parts: [signature] } as const;
      // Whoever is told of a signature is still told the same hour why a mail was refused.
      if (
        known !== undefined ||
        (await tellOnce(mail, author, digest(ticket, why.error), why, most.leftOut)) === 'told'
      )
        await signatures.note(author, signature, '');
    },
  };
}
