import { z } from 'zod';
import { wordsIn } from '../../../bot/i18n.ts';
import type { ConversationId, TicketNote } from '../../../bot/ports.ts';
import type { Language } from '../../../bot/types.ts';
import { noteHead } from '../../desk/text.ts';
import { userOf } from '../address.ts';
import { type Block, type Message, messageSchema } from '../render/blocks.ts';
import { button } from '../render/buttons.ts';
import { linked } from '../render/render.ts';
import { cut, escaped } from '../render/text.ts';

/** The action id of the button by which an answer is corrected; its value is the conversation. */
export const correctButton = 'desk:correct';

/** Maximum number of characters of a name. */
const longestName = 100;

/** Renders the note that shows a desk who answered or corrected what, with a button to correct it. `team`: the workspace of the desk, in which its author is mentioned. */
export function answerNote(
  note: Extract<TicketNote, { kind: 'answer' }>,
  conversation: ConversationId,
  team: string,
  language: Language,
): Message {
  const words = wordsIn(language);
  const author = userOf(note.author);
  const by = author?.team === team ? `<@${author.user}>` : escaped(cut(note.by, longestName, '…'));
  const told = noteHead({ ...note, by }, words);
  return messageSchema.parse({
    text: told,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: told, verbatim: true } },
      linked(note.text),
      correcting(words.text('slack:desk.correct.open'), conversation),
    ],
  });
}

const correcting = (label: string, conversation: string): Block => ({
  type: 'actions',
  block_id: correctButton,
  elements: [button(correctButton, label, conversation)],
});

const quotes = z.object({
  type: z.literal('rich_text'),
  elements: z.array(
    z.object({
      type: z.literal('rich_text_quote'),
      elements: z.array(z.union([z.object({ text: z.string() }), z.object({ url: z.string() })])),
    }),
  ),
});

/** Returns the answer in the blocks of such a note; empty if there is none. */
export const toldIn = (blocks: readonly unknown[]): string =>
  blocks
    .flatMap((block) => quotes.safeParse(block).data?.elements ?? [])
    .flatMap(({ elements }) => elements.map((one) => ('url' in one ? one.url : one.text)))
    .join('');
