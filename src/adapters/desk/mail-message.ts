import MailComposer from 'nodemailer/lib/mail-composer';
import { wordsIn } from '../../bot/i18n.ts';
import { digest } from '../../bot/lib/hash.ts';
import type { Attachment, DeskNews, MessageRef, Ticket, TicketNote } from '../../bot/ports.ts';
import type { DeskSetup } from './kind.ts';
import { addressIn } from './mail-address.ts';
import { border } from './mail-text.ts';
import type { AnswerFlaw } from './passed-on.ts';
import type { Mail } from './smtp.ts';
import { newsText, noteText, ticketText } from './text.ts';

/** Who writes the mails of a desk, to whom, and where answers go; null: a reply reaches nobody. */
export interface MailPeople {
  readonly from: string;
  readonly to: readonly string[];
  readonly replyTo: string | null;
}

/** Maximum size of the files of a mail together, in bytes: as base64 in lines they have 10 MB, which a Postfix (https://www.postfix.org/postconf.5.html#message_size_limit) takes as it is delivered, and larger services do. */
export const mostInMail = 7_300_000;
/** Maximum number of characters of a subject. */
const longestSubject = 150;

/** Returns the Message-ID of what is sent under a key: the same for every attempt, so that mail systems know a repeat. */
export const messageIdOf = (key: string, from: string): string =>
  `<navi.${key}@${addressIn(from)?.split('@')[1] ?? ''}>`;

/** Returns true for a Message-ID that `messageIdOf` makes. */
export const isOwnId = (id: string, from: string): boolean => {
  const [before, after] = messageIdOf(' ', from).split(' ');
  return id.startsWith(before ?? '') && id.endsWith(after ?? '');
};

/** Returns the key of the mail that tells staff why one of theirs was not passed on: the same for every attempt. */
export const keptKey = (desk: string, id: string): string => `kept.${digest('kept', desk, id)}`;

/** Returns true for the Message-ID of such a mail. */
export const isKeptId = (id: string, from: string): boolean => isOwnId(id, from) && id.startsWith('<navi.kept.');

/** Returns the mail that opens a ticket. */
export function ticketMail(key: string, ticket: Ticket, setup: DeskSetup, people: MailPeople): Promise<Mail> {
  const { subject, body } = ticketText(ticket, setup);
  const text = [...above(setup, people), body, '', ...below(ticket, setup, people)].join('\n');
  return compose(key, people, people.to, { subject, text }, []);
}

/** Returns the mail that adds a note, as a reply to the one that opened the ticket. */
export function noteMail(
  key: string,
  opened: MessageRef,
  ticket: Ticket,
  note: TicketNote,
  setup: DeskSetup,
  people: MailPeople,
): Promise<Mail> {
  const { thread } = ticket.contact;
  const link = thread === '' ? [] : [`${wordsIn(setup.language).letters.text('desk:open')}: ${thread}`, ''];
  const text = [...above(setup, people), noteText(note, setup), '', ...link, ...below(ticket, setup, people)].join(
    '\n',
  );
  const subject = `Re: ${ticketText(ticket, setup).subject}`;
  return compose(key, people, people.to, { subject, text }, [opened], note.kind === 'file' ? note.files : []);
}

/** Returns the mail that tells news that belong to no case. A reply to it would reach nobody. */
export function newsMail(key: string, news: DeskNews, setup: DeskSetup, people: MailPeople): Promise<Mail> {
  const { subject, body } = newsText(news, setup);
  return compose(key, { ...people, replyTo: null }, people.to, { subject, text: body }, []);
}

/** The fate of a reply: why it was not passed on; or that it was, without its files, or without what was taken for a signature (`parts`). */
export type Kept =
  | AnswerFlaw
  | { readonly error: 'gone' | 'files' }
  | { readonly error: 'signature'; readonly parts: readonly string[] };

/** Returns the mail that tells a member of staff what became of their reply. `thread`: the Message-IDs of the mails that it answers, the oldest first. */
export function keptMail(
  key: string,
  why: Kept,
  reply: { readonly to: string; readonly subject: string; readonly thread: readonly string[] },
  setup: DeskSetup,
  people: MailPeople,
): Promise<Mail> {
  const words = wordsIn(setup.language).letters;
  const said = words.text(`desk:mail.kept.${why.error}`, 'most' in why ? { most: why.most.toLocaleString('en') } : {});
  const parts = 'parts' in why ? ['', ...why.parts, '', words.text(`desk:mail.kept.${why.error}-parts`)] : [];
  const text = [...above(setup, people), said, ...parts, '', words.text('desk:mail.kept.once')].join('\n');
  return compose(key, people, [reply.to], { subject: reply.subject, text }, reply.thread);
}

/** Returns the line above which staff write, where a reply reaches the person. */
const above = ({ language }: DeskSetup, { replyTo }: MailPeople): readonly string[] =>
  replyTo === null ? [] : [border(wordsIn(language).letters.text('desk:mail.above')), ''];

/** Returns how the person is reached. */
function below({ contact }: Ticket, { language }: DeskSetup, { replyTo }: MailPeople): readonly string[] {
  const words = wordsIn(language).letters;
  if (replyTo !== null) return [words.text('desk:mail.reply')];
  const known = contact.mail !== '' || contact.chat !== '' || contact.thread !== '';
  return [words.text('desk:mail.no-reply'), words.text(known ? 'desk:mail.direct' : 'desk:mail.unknown')];
}

/** Composes a mail. Everything that comes from outside ends on one line of a header, or in the body. */
async function compose(
  key: string,
  { from, replyTo }: MailPeople,
  to: readonly string[],
  { subject, text }: { readonly subject: string; readonly text: string },
  thread: readonly string[],
  files: readonly Attachment[] = [],
): Promise<Mail> {
  const answers = thread.at(-1);
  const message = new MailComposer({
    from,
    to: [...to],
    ...(replyTo === null ? {} : { replyTo }),
    subject: oneLine(subject),
    text,
    attachments: files.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    messageId: messageIdOf(key, from),
    ...(answers === undefined ? {} : { inReplyTo: answers, references: [...thread] }),
    // Programs that answer by themselves leave it alone: https://www.rfc-editor.org/rfc/rfc3834#section-5 and Exchange.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  }).compile();
  const envelope = { from: addressIn(from) ?? '', to: to.flatMap((one) => addressIn(one) ?? []) };
  return { envelope, source: await message.build() };
}

const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, longestSubject)
    .toWellFormed();
