import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import type { Language } from '../../../bot/types.ts';
import { messageSchema } from '../render/blocks.ts';
import { linked } from '../render/render.ts';
import { findInThread, metadataOf } from '../send/find.ts';
import { plainly } from '../send/messages.ts';
import type { Answered } from './answered.ts';

/** The milliseconds within which to search for an earlier post: Slack retries nothing later. */
const hour = 60 * 60 * 1_000;

/** Posts in the thread of a ticket who answered what, so that nobody else at the desk answers it too. Searches Slack for the idempotency key first, so that a retry posts nothing twice; rejects with the error of Slack's client. */
export async function tellDesk(
  client: webApi.WebClient,
  { channel, ticket: thread }: Answered,
  key: string,
  { user, text, language }: { readonly user: string; readonly text: string; readonly language: Language },
): Promise<void> {
  if ((await findInThread(client, { channel, thread }, key, Date.now() - hour)) !== undefined) return;
  const told = wordsIn(language).text('slack:desk.answer.told', { person: `<@${user}>` });
  const message = messageSchema.parse({
    text: told,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: told, verbatim: true } }, linked(text)],
  });
  await client.chat.postMessage({ channel, thread_ts: thread, ...message, metadata: metadataOf(key), ...plainly });
}
