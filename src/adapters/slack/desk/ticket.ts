import { factPhrases } from '../../../bot/fact-phrase.ts';
import type { Ticket } from '../../../bot/ports.ts';
import { wordsIn } from '../../../bot/words.ts';
import { userOf } from '../address.ts';
import { type Block, limits, type Message, messageSchema } from '../blocks.ts';
import { button } from '../buttons.ts';
import { copied, headed, noted } from '../render.ts';
import { cut, escaped } from '../text.ts';

/** The button of a ticket by which staff answers; its value is the conversation. */
export const answerButton = 'desk:answer';

/** A case as the desk reads it, in Japanese: the desk's own language, whoever asked. `link`: where the conversation can be read. */
export function ticketMessage({ from, person, handover, facts }: Ticket, link: string | undefined): Message {
  const words = wordsIn('ja');
  const user = userOf(person)?.user;
  const line = (label: string, text: string) => `*${label}*　${text}`;
  const known = factPhrases(facts, words).join(words.text('handover:comma'));
  const blocks: Block[] = [
    headed(words.text('slack:desk.title')),
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        verbatim: true,
        text: [
          line(words.text('slack:desk.person'), user === undefined ? escaped(person) : `<@${user}>`),
          line(words.text('slack:desk.recipient'), words.text(`handover:recipients.${handover.to}`)),
          ...(known === '' ? [] : [line(words.text('slack:desk.facts'), cut(escaped(known), limits.section / 2, '…'))]),
        ].join('\n'),
      },
    },
    copied(cut(handover.text, limits.section, words.text('slack:cut'))),
    ...(link === undefined ? [] : [noted(`<${link}|${words.text('slack:desk.open')}>`)]),
    {
      type: 'actions',
      block_id: answerButton,
      elements: [button(answerButton, words.text('slack:desk.answer.open'), from.conversation, 'primary')],
    },
  ];
  return messageSchema.parse({ text: words.text('slack:desk.title'), blocks });
}
