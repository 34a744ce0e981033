import { type Words, wordsIn } from '../../bot/i18n.ts';
import type { DeskNews, Ticket, TicketNote } from '../../bot/ports.ts';
import { audienceOf, newsHead, weekLines } from '../../bot/view/notice-words.ts';
import { viewTicket } from '../../bot/view/ticket.ts';
import type { DeskSetup } from './kind.ts';

/** A ticket, or news, in plain text, for desks that show no cards. */
export interface TicketText {
  /** One line: who, which PC, the codes; of news, what happened. */
  readonly subject: string;
  readonly body: string;
}

/** Returns a ticket as plain text in the language of its desk: who asked and how they are reached, what is known, the letter, and how the case stands. */
export function ticketText(ticket: Ticket, { id, language, zone }: DeskSetup): TicketText {
  const { letters: words } = wordsIn(language);
  const { summary, lines, state, letter } = viewTicket(ticket, language, id, zone);
  const colon = words.text('handover:colon');
  const link = (label: string, url: string) => (url === '' ? [] : [`${label}${colon}${url}`]);
  const { chat, thread } = ticket.contact;
  return {
    subject: summary,
    body: [
      ...lines.map(({ label, value }) => `${label}${colon}${value}`),
      ...link(words.text('desk:open'), thread),
      ...link(words.text('desk:chat'), chat),
      `${words.text('desk:lines.state')}${colon}${state}`,
      '',
      letter,
    ].join('\n'),
  };
}

/** Returns the sentence that says what a note on a ticket is; of an answer, who gave it. */
export function noteHead(note: TicketNote, words: Words): string {
  if (note.kind !== 'answer') return words.text(`teams:ticket.note.${headOf(note)}`);
  const person = note.by === '' ? words.text('desk:states.by-desk') : note.by;
  const kind = note.corrects ? 'correction' : note.late ? 'late' : 'answer';
  const told = words.text(`desk:told.${kind}`, { person });
  return note.files === 0 ? told : words.text('desk:told.files', { told, count: note.files });
}

/** Returns the kind of a note as its sentence tells it: of files also whether they are attached, all or some of them, and where the others are: in the conversation, or, sent with a form, with the person only. A desk that attaches none passes the note without them. */
export function headOf(note: Exclude<TicketNote, { readonly kind: 'answer' }>) {
  if (note.kind !== 'file') return note.kind;
  const { files, missing, inForm } = note;
  if (files.length === 0) return inForm ? 'file-form' : note.kind;
  if (missing === 0) return 'file-attached';
  return inForm ? 'file-form-partly' : 'file-partly';
}

/** Returns a note on a ticket as plain text in the language of its desk: what it is, and the words of the person or of whoever answered. */
export function noteText(note: TicketNote, { language }: DeskSetup): string {
  const said = noteHead(note, wordsIn(language).letters);
  return 'text' in note && note.text !== '' ? `${said}\n\n${note.text}` : said;
}

/** Returns news that belong to no case as plain text in the language of the desk: what happened, of a notice for whom it is and its words, and the figures of a week. */
export function newsText(news: DeskNews, { language }: DeskSetup): TicketText {
  const words = wordsIn(language);
  const subject = newsHead(news, language);
  if (news.kind === 'surge') return { subject, body: subject };
  if (news.kind === 'week') return { subject, body: [subject, '', ...weekLines(news.week, language)].join('\n') };
  const { match, text } = news.notice;
  const audience = `${words.text('notices:audience')}${words.text('handover:colon')}${audienceOf(match, words)}`;
  return { subject, body: [subject, audience, '', text].join('\n') };
}
