import { type Words, wordsIn } from '../../../bot/i18n.ts';
import { readPerson } from '../../../bot/keys.ts';
import type { Ticket, TicketNote } from '../../../bot/ports.ts';
import { isForOwner, viewTicket } from '../../../bot/view/ticket.ts';
import type { DeskSetup } from '../../desk/kind.ts';
import { headOf, noteHead } from '../../desk/text.ts';
import { teamsId } from '../keys.ts';
import { box, button, type Card, card, escaped, type Mention, mention, plain, row, text } from '../render/card.ts';
import { replyForm, replyNote } from './reply.ts';

/** Returns the line that a notification shows of a ticket. */
export const summaryOf = (ticket: Ticket, { language, zone }: DeskSetup): string =>
  viewTicket(ticket, language, teamsId, zone).summary;

/** Returns the Adaptive Card of a ticket for the people of a desk, in the desk's language: who asked and how they are reached, the known facts, the message that the person was given, how the case stands, a form to reply, and what else staff may do. */
export function ticketCard(ticket: Ticket, { language, zone }: DeskSetup): Card {
  const { from, contact, handling } = ticket;
  const { letters: words } = wordsIn(language);
  const { summary, lines, state, acts, letter } = viewTicket(ticket, language, teamsId, zone);
  const link = (title: string, url: string) => (url === '' ? [] : [{ type: 'Action.OpenUrl', title, url }]);
  return card([
    text(escaped(summary), { style: 'heading', weight: 'bolder', size: 'medium' }),
    { type: 'FactSet', facts: lines.map(({ label, value }) => ({ title: label, value: escaped(value) })) },
    box(plain(letter)),
    ...plain(state),
    ...row([
      replyForm({ to: from.conversation, seen: handling.at, corrects: false }, language),
      ...acts.map(({ id, label }) => button(label, { staff: id, of: from.conversation, seen: handling.at })),
      ...link(words.text('desk:open'), contact.thread),
      ...link(words.text('desk:chat'), contact.chat),
    ]),
  ]);
}

/** Returns the card of a note on a ticket: what it is, whose, the person's own words, and the link to what lies in the conversation only; of an answer, who gave it, with a button to correct it. */
export function noteCard(note: TicketNote, ticket: Ticket, { language }: DeskSetup): Card {
  const { contact, from } = ticket;
  if (note.kind === 'answer') return replyNote(from.conversation, note, language);
  const { letters: words } = wordsIn(language);
  const said = text(noteHead(note, words), { weight: 'bolder' });
  const isElsewhere = note.kind === 'file' && contact.thread !== '' && headOf(note) !== 'file-attached';
  const owner = isForOwner(note) ? ownerOf(ticket, words) : undefined;
  return card(
    [
      ...(owner === undefined ? [] : [text(owner.text)]),
      said,
      ...(contact.name === '' ? [] : plain(contact.name)),
      ...(!('text' in note) || note.text === '' ? [] : [box(plain(note.text))]),
      ...row(isElsewhere ? [{ type: 'Action.OpenUrl', title: words.text('desk:open'), url: contact.thread }] : []),
    ],
    owner === undefined ? [] : [owner],
  );
}

/** Returns the mention of the member of staff who has a case, or had it before it came back, when only their id is known; undefined where that is nobody of Teams. */
function ownerOf({ owner, handling }: Ticket, words: Words): Mention | undefined {
  const member = owner === null ? undefined : readPerson(owner);
  return member?.home === teamsId ? mention(member.user, handling.by || words.text('desk:states.by-desk')) : undefined;
}
