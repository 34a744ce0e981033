import { z } from 'zod';
import { digest } from '../../bot/lib/hash.ts';
import type { ConversationId, Receive } from '../../bot/ports.ts';
import type { HttpRoute } from '../http/route.ts';
import { incomingOf } from './answered.ts';
import { addressIn, isListed, mailboxName } from './mail-address.ts';
import { automaticFields, isAutomatic } from './mail-automatic.ts';
import { isOwnId } from './mail-message.ts';
import { ownPart } from './mail-text.ts';
import { type MailTelling, type ToldMail, teller } from './mail-told.ts';
import { flawToSend, passOn } from './passed-on.ts';
import type { Doubts } from './recalled.ts';
import type { TicketReferences } from './references.ts';
import { declined, type SignedAnswer, signedRoute } from './signed.ts';

/** What the answers to a mail desk need. */
export interface MailInbound extends MailTelling {
  readonly secret: string;
  /** Who may answer: addresses, and domains with `@` before them. */
  readonly staff: readonly string[];
  readonly references: TicketReferences;
  readonly doubts: Doubts;
  /** Returns the bot; undefined before it started. */
  receive(): Receive | undefined;
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
  /** The number of files that are attached to it. */
  attachments: z
    .int()
    .min(0)
    .nullish()
    .transform((count) => count ?? 0),
  ...automaticFields,
});
type Reply = z.infer<typeof reply>;

/** Returns the route by which answers to a mail desk come in. */
export function mailRoute(inbound: MailInbound): HttpRoute {
  const { setup, people, secret, staff, references, doubts, log, receive } = inbound;
  const own = addressIn(people.from);
  const tell = teller(inbound);

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
    const { text, signature } = ownPart(mail.text);
    const flaw = flawToSend(text);
    const isSentAnyway =
      flaw?.error === 'doubtful' &&
      (await doubts.isAgain({ id: mail.id, ticket: conversation, user: from, sign: flaw.sign }));
    if (flaw !== undefined && !isSentAnyway) {
      const isTold = await tell.refused(toldOf(mail), from, conversation, flaw);
      return isTold ? declined(400, flaw.error, flaw) : declined(503, 'not told');
    }
    const input = { type: 'desk', text, by: mailboxName(mail.from) } as const;
    // The log names deliveries, and a Message-ID may name whose it is.
    const report = { id: digest(mail.id), conversation, ticket: null, user: from, input };
    const answer = await passOn(bot, incomingOf(setup.id, report));
    if (answer.status === 410 && !(await tell.refused(toldOf(mail), from, conversation, { error: 'gone' })))
      return declined(503, 'not told');
    // One mail tells of one thing: of a signature the next one does.
    if (answer.status === 200 && mail.attachments > 0) await tell.filesLeftOut(toldOf(mail), from, conversation);
    if (answer.status === 200 && signature !== '') await tell.leftOut(toldOf(mail), from, conversation, signature);
    return answer;
  }

  return signedRoute(`/desks/${setup.id}/mail`, secret, most, reply, take);
}

/** Returns the Message-IDs in a header, each once. */
const idsIn = (text: string): readonly string[] => [...new Set(text.match(/<[!-;=?-~]{1,250}>/g) ?? [])];

/** Returns what an answer to a mail needs of it. */
function toldOf({ id, subject, inReplyTo, references }: Reply): ToldMail {
  const older = idsIn(`${references} ${inReplyTo}`);
  const answers = idsIn(inReplyTo)[0] ?? older.at(-1) ?? '';
  return { id, subject, answers, thread: [...older.slice(-mostIds), ...idsIn(id)] };
}

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
