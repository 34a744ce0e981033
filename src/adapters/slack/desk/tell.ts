import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { wordsIn } from '../../../bot/i18n.ts';
import type { Language } from '../../../bot/types.ts';
import { type Block, messageSchema } from '../render/blocks.ts';
import { button } from '../render/buttons.ts';
import { linked } from '../render/render.ts';
import { findInThread, metadataOf } from '../send/find.ts';
import { plainly } from '../send/messages.ts';
import type { Answered } from './answered.ts';

/** The action id of the button by which an answer is corrected; its value is the conversation. */
export const correctButton = 'desk:correct';

/** The milliseconds within which to search for an earlier post: Slack retries nothing later. */
const hour = 60 * 60 * 1_000;

/** Posts in the thread of a ticket who answered or corrected what, with a button to correct it, so that nobody else at the desk answers it too. Searches Slack for the idempotency key first, so that a retry posts nothing twice; rejects with the error of Slack's client. */
export async function tellDesk(
  client: webApi.WebClient,
  { conversation, channel, ticket: thread, corrects }: Answered,
  key: string,
  { user, text, language }: { readonly user: string; readonly text: string; readonly language: Language },
): Promise<void> {
  if ((await findInThread(client, { channel, thread }, key, Date.now() - hour)) !== undefined) return;
  const words = wordsIn(language);
  const told = words.text(corrects ? 'slack:desk.correct.told' : 'slack:desk.answer.told', { person: `<@${user}>` });
  const message = messageSchema.parse({
    text: told,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: told, verbatim: true } },
      linked(text),
      correcting(words.text('slack:desk.correct.open'), conversation),
    ],
  });
  await client.chat.postMessage({ channel, thread_ts: thread, ...message, metadata: metadataOf(key), ...plainly });
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

/** Returns the answer in the blocks of such a post; empty if there is none. */
export const toldIn = (blocks: readonly unknown[]): string =>
  blocks
    .flatMap((block) => quotes.safeParse(block).data?.elements ?? [])
    .flatMap(({ elements }) => elements.map((one) => ('url' in one ? one.url : one.text)))
    .join('');
