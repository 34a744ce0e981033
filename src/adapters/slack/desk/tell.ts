import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { messageSchema } from '../render/blocks.ts';
import { quoted } from '../render/render.ts';
import { findInThread, metadataOf } from '../send/find.ts';
import { plainly } from '../send/messages.ts';
import type { Answered } from './answered.ts';

/** Slack repeats nothing later. */
const hour = 60 * 60 * 1_000;

/** Says in a ticket's thread who answered what, so that nobody else of the desk does the same. Asks Slack for the key first: a repeated one says nothing new. */
export async function tellDesk(
  client: webApi.WebClient,
  { channel, ticket: thread }: Answered,
  key: string,
  { user, text }: { readonly user: string; readonly text: string },
): Promise<void> {
  if ((await findInThread(client, { channel, thread }, key, Date.now() - hour)) !== undefined) return;
  const told = wordsIn('ja').text('slack:desk.answer.told', { person: `<@${user}>` });
  const message = messageSchema.parse({
    text: told,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: told, verbatim: true } }, quoted(text)],
  });
  await client.chat.postMessage({ channel, thread_ts: thread, ...message, metadata: metadataOf(key), ...plainly });
}
