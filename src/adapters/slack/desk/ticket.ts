import { wordsIn } from '../../../bot/i18n.ts';
import type { Ticket, TicketNote } from '../../../bot/ports.ts';
import { factPhrases } from '../../../bot/view/fact-phrases.ts';
import { type Block, limits, type Message, messageSchema } from '../render/blocks.ts';
import { button } from '../render/buttons.ts';
import { copied, fitting, headed, noted, quoted } from '../render/render.ts';
import { cut, escaped } from '../render/text.ts';

/** The action id of the button by which staff answer a ticket; its value is the conversation. */
export const answerButton = 'desk:answer';

/** Renders a case as a ticket for the desk, in Japanese, the desk's own language, whoever asked. `asker` is the person as mrkdwn; `link` leads to the conversation. */
export function ticketMessage({ from, handover, facts }: Ticket, asker: string, link: string | undefined): Message {
  const words = wordsIn('ja');
  const line = (label: string, text: string) => `*${label}*　${text}`;
  const known = factPhrases(facts, words).join(words.text('handover:comma'));
  const blocks = (size: number): readonly Block[] => [
    headed(words.text('slack:desk.title')),
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        verbatim: true,
        text: [
          line(words.text('slack:desk.person'), asker),
          line(words.text('slack:desk.recipient'), words.text(`handover:recipients.${handover.to}`)),
          ...(known === '' ? [] : [line(words.text('slack:desk.facts'), cut(escaped(known), limits.section / 2, '…'))]),
        ].join('\n'),
      },
    },
    copied(cut(handover.text, size, words.text('slack:cut'))),
    ...(link === undefined ? [] : [noted(`<${link}|${words.text('slack:desk.open')}>`)]),
    {
      type: 'actions',
      block_id: answerButton,
      elements: [button(answerButton, words.text('slack:desk.answer.open'), from.conversation, 'primary')],
    },
  ];
  const text = words.text('slack:desk.title');
  return fitting(blocks, text) ?? messageSchema.parse({ text, blocks: blocks(120) });
}

/** Renders a note on a ticket: who it is from, and their own words. */
export function noteMessage(note: TicketNote, asker: string): Message {
  const said = wordsIn('ja').text(`slack:desk.note.${note.kind}`, { person: asker });
  const own = !('text' in note) || note.text === '' ? [] : [quoted(cut(note.text, limits.answer, '…'))];
  return messageSchema.parse({
    text: said,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: said, verbatim: true } }, ...own],
  });
}
