import { type TextKey, wordsIn } from '../../../bot/i18n.ts';
import type { Destination, Ticket, TicketNote } from '../../../bot/ports.ts';
import { factPhrase } from '../../../bot/view/fact-phrases.ts';
import { slotNames } from '../../../flows/facts.ts';
import { readAddress } from '../address.ts';
import { box, type Card, card, type Part, plain, row, text } from '../render/card.ts';
import { replyForm } from './reply.ts';

/** Returns the Adaptive Card of a ticket for the people of the desk: who asked and where, the known facts, the message that the person was given, and a form to reply to them. */
export function ticketCard({ from, handover, facts }: Ticket): Card {
  const words = wordsIn(from.language).letters;
  const to = readAddress(from.address);
  const link = to?.kind === 'channel' ? threadLink(to) : undefined;
  const known = slotNames.flatMap((slot) =>
    facts[slot] === undefined
      ? []
      : [{ title: words.text(`facts:${slot}.label` as TextKey), value: factPhrase(slot, facts[slot], words) }],
  );
  const codes = facts.errorCodes?.map((code) => ({ title: words.text('facts:errorCodes.label'), value: code })) ?? [];
  const line = (label: TextKey, value: string) => plain(`${words.text(label)}${words.text('handover:colon')}${value}`);
  return card([
    text(words.text('teams:ticket.title'), { style: 'heading', weight: 'bolder', size: 'medium' }),
    ...line('teams:ticket.to', words.text(`handover:recipients.${handover.to}`)),
    ...(to === undefined ? [] : line('teams:ticket.from', to.user.name)),
    ...line('teams:ticket.place', to === undefined ? from.conversation : words.text(`teams:ticket.${to.kind}`)),
    ...factSet([...codes, ...known]),
    box(plain(handover.text)),
    ...row([
      replyForm(from.conversation, from.language),
      ...(link === undefined ? [] : [{ type: 'Action.OpenUrl', title: words.text('teams:ticket.open'), url: link }]),
    ]),
  ]);
}

const factSet = (facts: readonly { title: string; value: string }[]): readonly Part[] =>
  facts.length === 0 ? [] : [{ type: 'FactSet', facts }];

/** Returns a deep link to a thread of a channel, undefined for a conversation without a thread: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
function threadLink({ conversation, tenant }: { conversation: string; tenant: string }): string | undefined {
  const [channel = '', message] = conversation.split(';messageid=');
  if (message === undefined) return undefined;
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${encodeURIComponent(message)}?tenantId=${encodeURIComponent(tenant)}`;
}

/** Returns the card of a note on a ticket: what it is, whose, and the person's own words. */
export function noteCard(note: TicketNote, { language, address }: Destination): Card {
  const said = text(wordsIn(language).letters.text(`teams:ticket.note.${note.kind}`), { weight: 'bolder' });
  const name = readAddress(address)?.user.name ?? '';
  return card([
    said,
    ...(name === '' ? [] : plain(name)),
    ...(!('text' in note) || note.text === '' ? [] : [box(plain(note.text))]),
  ]);
}
