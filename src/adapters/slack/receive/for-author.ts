import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { alone } from '../../../bot/ports.ts';
import { asksForAnother, type Presented } from '../../../bot/runtime/index.ts';
import type { SlackContext } from '../context.ts';
import { look } from '../send/attempt.ts';
import { authorOf, type Heard, isDirect, isSupport } from './heard.ts';
import { young } from './in-order.ts';
import { inputOf, isPerson } from './on-shortcut.ts';
import { authored, id, type MessageEvent, ts } from './payloads.ts';
import { byMention } from './starts.ts';

const listed = z.object({
  ts,
  user: id.nullish(),
  ...authored,
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  files: z.array(z.unknown()).nullish(),
});

/**
 * Begins the case of the person who wrote the first message of a thread, with that text, where somebody else mentions
 * the bot under it and tells no problem of their own (「見てあげて」); where the thread has that person's case already, shows
 * how it stands. Resolves to false where the mention is to be taken as that person's own: they have a word in the case,
 * the first message is their own or a bot's, or Slack does not show it. Rejects when that cannot be found out or stored now, so that Slack retries the event.
 */
export async function beginsForAuthor(
  slack: SlackContext,
  client: webApi.WebClient,
  event: MessageEvent,
  said: Heard,
  { team, bot }: { readonly team: string; readonly bot: string },
): Promise<boolean> {
  const { channel, user } = event;
  const thread = event.thread_ts ?? event.ts;
  if (thread === event.ts || user == null || isDirect(event) || !said.addressed) return false;
  if (said.input.type !== 'text' || !asksForAnother(said.input.text)) return false;
  // There every first message opens a case by itself; it may be on its way.
  if (isSupport(slack.config.support, team, channel) && Number(event.ts) - Number(thread) <= young) return false;
  const present = await slack.conversations.present(said.conversation);
  if (present !== undefined) return showsAgain(slack, said, present);
  const found = await look(() => client.conversations.replies({ channel, ts: thread, limit: 1, inclusive: true }));
  const first = found?.messages?.flatMap((one) => listed.safeParse(one).data ?? []).find((one) => one.ts === thread);
  if (first?.user == null || first.user === user || !isPerson(first, bot)) return false;
  await slack.starts.keep({
    id: `${byMention}${said.id}`,
    team,
    user,
    channel: null,
    // By the id of the mention, which is then known as taken: Slack delivers a mention twice.
    message: { channel, thread, ts: event.ts, person: authorOf(first, first.user, team) },
    input: inputOf(first, bot, false),
  });
  return true;
}

/** Shows how a case stands, as an empty message of its person does. Resolves to false for its person and their helpers, and for staff who have it. */
async function showsAgain(slack: SlackContext, said: Heard, { person, isOf }: Presented): Promise<boolean> {
  if (isOf(said.person) || said.company.staff !== null) return false;
  await slack.take({ ...said, person, company: alone, input: { type: 'text', text: '' } });
  return true;
}
