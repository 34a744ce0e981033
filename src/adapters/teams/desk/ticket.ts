import { wordsIn } from '../../../bot/i18n.ts';
import type { Ticket, TicketNote } from '../../../bot/ports.ts';
import { viewTicket } from '../../../bot/view/ticket.ts';
import { teamsId } from '../keys.ts';
import { box, button, type Card, card, plain, row, text } from '../render/card.ts';
import { replyForm } from './reply.ts';

/** The time zone of the desk, in which its times are shown. */
const zone = 'Asia/Tokyo';

/** Returns the line that a notification shows of a ticket. */
export const summaryOf = (ticket: Ticket): string => viewTicket(ticket, ticket.from.language, teamsId, zone).summary;

/** Returns the Adaptive Card of a ticket for the people of the desk: who asked and how they are reached, the known facts, the message that the person was given, how the case stands, a form to reply, and what else staff may do. */
export function ticketCard(ticket: Ticket): Card {
  const { from, contact } = ticket;
  const { letters: words } = wordsIn(from.language);
  const { summary, lines, state, acts, letter } = viewTicket(ticket, from.language, teamsId, zone);
  const link = (title: string, url: string) => (url === '' ? [] : [{ type: 'Action.OpenUrl', title, url }]);
  return card([
    text(summary, { style: 'heading', weight: 'bolder', size: 'medium' }),
    { type: 'FactSet', facts: lines.map(({ label, value }) => ({ title: label, value })) },
    box(plain(letter)),
    ...plain(state),
    ...row([
      replyForm(from.conversation, from.language),
      ...acts.map(({ id, label }) => button(label, { staff: id, of: from.conversation })),
      ...link(words.text('desk:open'), contact.thread),
      ...link(words.text('desk:chat'), contact.chat),
    ]),
  ]);
}

/** Returns the card of a note on a ticket: what it is, whose, and the person's own words. */
export function noteCard(note: TicketNote, { from, contact }: Ticket): Card {
  const said = text(wordsIn(from.language).letters.text(`teams:ticket.note.${note.kind}`), { weight: 'bolder' });
  return card([
    said,
    ...(contact.name === '' ? [] : plain(contact.name)),
    ...(!('text' in note) || note.text === '' ? [] : [box(plain(note.text))]),
  ]);
}
