import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { describeError } from '../../bot/lib/describe-error.ts';
import { digest } from '../../bot/lib/hash.ts';
import type { ConversationId, Log, Receive } from '../../bot/ports.ts';
import type { HttpRoute } from '../http/route.ts';
import { incomingOf } from './answered.ts';
import type { DeskSetup } from './kind.ts';
import { addressIn, isListed, mailboxName } from './mail-address.ts';
import { isOwnId, keptMail, type MailPeople } from './mail-message.ts';
import { isAutomaticSubject, ownPart } from './mail-text.ts';
import { type AnswerFlaw, flawToSend, passOn } from './passed-on.ts';
import type { TicketReferences } from './references.ts';
import { declined, type SignedAnswer, signedRoute } from './signed.ts';
import type { Mail, MailSent } from './smtp.ts';

/** What the answers to a mail desk need. */
export interface MailInbound {
  readonly setup: DeskSetup;
  readonly people: MailPeople;
  readonly secret: string;
  /** Who may answer: addresses, and domains with `@` before them. */
  readonly staff: readonly string[];
  readonly references: TicketReferences;
  readonly log: Log;
  /** Returns the bot; undefined before it started. */
  receive(): Receive | undefined;
  send(mail: Mail): Promise<MailSent>;
}

/** Maximum length of a body in bytes: long threads quote themselves again and again. */
const most = 512 * 1024;
/** Maximum number of mails of a thread by which a ticket is looked for. */
const mostIds = 20;

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullish()
    .transform((text) => text ?? '');
/** The schema of a mail that somebody answered, as its provider or a script hands it on. */
const reply = z.object({
  id: z
    .string()
    .trim()
    .min(1)
    .max(400)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
  from: z.string().max(1_000),
  inReplyTo: line(2_000),
  references: z
    .union([line(64_000), z.array(z.string().max(1_000)).max(500)])
    .transform((ids) => [ids].flat().join(' ')),
  subject: line(2_000),
  text: line(400_000),
  /** The header Auto-Submitted; empty if the mail has none. */
  autoSubmitted: line(200),
});
type Reply = z.infer<typeof reply>;

/** Returns the route by which answers to a mail desk come in. */
export function mailRoute(inbound: MailInbound): HttpRoute {
  const { setup, people, secret, staff, references, log, receive } = inbound;
  const own = addressIn(people.from);
  const tell = teller(inbound);
  /** The mails that somebody was asked about, by who wrote what to whom: the same words in another mail mean "send anyway". */
  const asked = new LRUCache<string, string>({ max: 1_000, ttl: 24 * 60 * 60 * 1_000 });

  const isSentAnyway = (mail: Reply, from: string, to: ConversationId, flaw: AnswerFlaw): boolean => {
    if (flaw.error !== 'doubtful') return false;
    const doubt = digest(to, from, flaw.sign);
    const first = asked.get(doubt) ?? mail.id;
    asked.set(doubt, first);
    return first !== mail.id;
  };

  async function take(mail: Reply): Promise<SignedAnswer> {
    const bot = receive();
    if (bot === undefined) return declined(503, 'not started');
    const from = addressIn(mail.from);
    if (from === own || isOwnId(mail.id, people.from) || isAutomatic(mail))
      return { status: 200, body: { outcome: 'left alone' } };
    if (from === undefined || !isListed(from, staff)) {
      log.warn({ desk: setup.id }, 'a mail of somebody who is not of the desk was refused');
      return declined(403, 'forbidden');
    }
    const conversation = await conversationOf(mail, references);
    if (conversation === undefined) return declined(404, 'unknown ticket');
    const text = ownPart(mail.text);
    const flaw = flawToSend(text);
    if (flaw !== undefined && !isSentAnyway(mail, from, conversation, flaw)) {
      await tell(mail, from, flaw);
      return declined(400, flaw.error, flaw);
    }
    const input = { type: 'desk', text, by: mailboxName(mail.from) } as const;
    // The log names deliveries, and a Message-ID may name whose it is.
    const report = { id: digest(mail.id), conversation, ticket: null, user: from, input };
    const answer = await passOn(bot, incomingOf(setup.id, report));
    if (answer.status === 410) await tell(mail, from, { error: 'gone' });
    return answer;
  }

  return signedRoute(`/desks/${setup.id}/mail`, secret, most, reply, take);
}

/** Returns true for a mail that a program sent: https://www.rfc-editor.org/rfc/rfc3834#section-5 */
const isAutomatic = ({ autoSubmitted, subject }: Reply): boolean =>
  !['', 'no'].includes((autoSubmitted.split(';', 1)[0] ?? '').trim().toLowerCase()) || isAutomaticSubject(subject);

/** Returns the Message-IDs in a header, each once. */
const idsIn = (text: string): readonly string[] => [...new Set(text.match(/<[!-;=?-~]{1,250}>/g) ?? [])];

/** Returns the conversation whose ticket a mail answers; undefined if there is none, or the person was forgotten. */
async function conversationOf(
  { inReplyTo, references: thread }: Reply,
  references: TicketReferences,
): Promise<ConversationId | undefined> {
  for (const id of [...new Set([...idsIn(inReplyTo), ...idsIn(thread).toReversed()])].slice(0, mostIds)) {
    const found = await references.conversationOf(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns a function that tells whoever wrote a mail why it was not passed on, once for each mail. Never rejects: whoever handed it on is told, too. */
function teller({ setup, people, log, send }: MailInbound) {
  const told = new LRUCache<string, true>({ max: 1_000 });
  return async (mail: Reply, to: string, why: Parameters<typeof keptMail>[1]): Promise<void> => {
    const key = digest('kept', setup.id, mail.id);
    if (told.has(key)) return;
    told.set(key, true);
    const subject = /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
    const thread = [...idsIn(`${mail.references} ${mail.inReplyTo}`).slice(-mostIds), ...idsIn(mail.id)];
    try {
      const sent = await send(await keptMail(key, why, { to, subject, thread }, setup, people));
      if (sent.outcome !== 'taken') log.warn({ desk: setup.id, why: sent.why }, 'staff could not be told of a mail');
    } catch (error) {
      log.warn({ desk: setup.id, error: describeError(error) }, 'staff could not be told of a mail');
    }
  };
}
