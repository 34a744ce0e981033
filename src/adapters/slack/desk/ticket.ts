import { wordsIn } from '../../../bot/i18n.ts';
import type { Ticket, TicketNote } from '../../../bot/ports.ts';
import { isForOwner, viewTicket } from '../../../bot/view/ticket.ts';
import type { DeskSetup } from '../../desk/kind.ts';
import { headOf } from '../../desk/text.ts';
import { slackId, userOf } from '../address.ts';
import { type Block, limits, type Message, messageSchema } from '../render/blocks.ts';
import { button } from '../render/buttons.ts';
import { copied, fitting, headed, noted, quoted } from '../render/render.ts';
import { cut, escaped } from '../render/text.ts';
import { answerNote } from './answer-note.ts';

/** The action id of the button by which staff answer a ticket; its value is the conversation. */
export const answerButton = 'desk:answer';
/** Begins the action ids of the buttons by which staff take a case, end it and the like; the value is the conversation. */
export const actButton = 'desk:act:';
/** Returns true for the action id of a button that is for staff. */
export const isDeskButton = (action: string): boolean => action.startsWith('desk:');

/** Returns the id of the block with the buttons of a ticket, which says of when the state is that the ticket shows. */
const blockOf = ({ handling: { at } }: Ticket): string => `${answerButton}:${at}`;

/** Returns the time of the state that a ticket showed whose button was pressed, epoch milliseconds; null if it does not say, as those of earlier versions. `block`: the id of the block with the button. */
export function seenIn(block: string): number | null {
  const at = block.slice(answerButton.length + 1);
  return block.startsWith(`${answerButton}:`) && /^\d{1,16}$/.test(at) ? Number(at) : null;
}

/** Renders a case as a ticket for a desk, in its own language, whoever asked. `team`: the workspace of the desk, in which people are mentioned. */
export function ticketMessage(ticket: Ticket, team: string, desk: DeskSetup): Message {
  const words = wordsIn(desk.language);
  const { from, contact } = ticket;
  const { summary, lines, state, acts, letter } = viewTicket(ticket, desk.language, slackId, desk.zone);
  const line = ({ label, value }: (typeof lines)[number], n: number) =>
    `*${label}*　${n === 0 ? askerOf(ticket, team, desk) : cut(escaped(value), limits.section / 4, '…')}`;
  const links = [
    ...(contact.thread === '' ? [] : [linked(contact.thread, words.text('desk:open'))]),
    ...(contact.chat === '' || mentioned(ticket, team) ? [] : [linked(contact.chat, words.text('desk:chat'))]),
  ];
  const blocks = (size: number): readonly Block[] => [
    headed(summary),
    { type: 'section', text: { type: 'mrkdwn', verbatim: true, text: lines.map(line).join('\n') } },
    copied(cut(letter, size, words.text('slack:cut'))),
    ...(links.length === 0 ? [] : [noted(links.join('　'))]),
    noted(escaped(state)),
    {
      type: 'actions',
      block_id: blockOf(ticket),
      elements: [
        button(answerButton, words.text('slack:desk.answer.open'), from.conversation, 'primary'),
        ...acts.map(({ id, label }) => button(`${actButton}${id}`, label, from.conversation)),
      ],
    },
  ];
  return fitting(blocks, summary) ?? messageSchema.parse({ text: summary, blocks: blocks(120) });
}

/** Renders a note on a ticket: who it is from, and their own words; of an answer, who gave it. */
export function noteMessage(note: TicketNote, ticket: Ticket, team: string, desk: DeskSetup): Message {
  if (note.kind === 'answer') return answerNote(note, ticket.from.conversation, team, desk.language);
  const words = wordsIn(desk.language);
  // The name alone: the ticket says of which channel they are.
  const { name } = ticket.contact;
  const person = mentioned(ticket, team) || name === '' ? askerOf(ticket, team, desk) : escaped(name);
  const told = words.text(`slack:desk.note.${headOf(note)}`, { person });
  const owner = isForOwner(note) && ticket.owner !== null ? userOf(ticket.owner) : undefined;
  // Whoever only pressed a button is told of nothing in the thread unless they are mentioned.
  const said = owner?.team === team ? `<@${owner.user}> ${told}` : told;
  const own = !('text' in note) || note.text === '' ? [] : [quoted(cut(note.text, limits.answer, '…'))];
  return messageSchema.parse({
    text: said,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: said, verbatim: true } }, ...own],
  });
}

const mentioned = ({ person }: Ticket, team: string): boolean => userOf(person)?.team === team;

/** Returns the person who asked, as mrkdwn for the desk's workspace: a mention there, else their name. */
function askerOf(ticket: Ticket, team: string, { language, zone }: DeskSetup): string {
  if (mentioned(ticket, team)) return `<@${userOf(ticket.person)?.user}>`;
  return escaped(viewTicket(ticket, language, '', zone).asker);
}

const linked = (url: string, label: string): string => `<${url.replace(/[<>|]/g, encodeURIComponent)}|${label}>`;
