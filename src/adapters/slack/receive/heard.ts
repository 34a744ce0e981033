import type { Incoming } from '../../../bot/ports.ts';
import { conversationIn, personOf, writeAddress } from '../address.ts';
import type { ChannelName } from '../config.ts';
import { mentions, plainText } from '../render/text.ts';
import type { MessageEvent } from './payloads.ts';

/** An Incoming before the language of the person is known. */
export type Heard = Omit<Incoming, 'language'>;

/** Slack's own voice: reminders, hints. */
export const slackbot = 'USLACKBOT';
/** The delivery id of a message: it counts once, however it arrives. */
export const messageId = (ts: string): string => `message:${ts}`;
/** Subtypes of messages that people write; all others are edits, joins, bots and the like. */
const written: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/** Whether a channel of a workspace is one of the support channels. */
export const isSupport = (support: readonly ChannelName[], team: string, channel: string): boolean =>
  support.some((one) => one.channel === channel && (one.team ?? team) === team);

/** Tells whether a message was written to the bot alone. */
export const isDirect = ({ channel_type, channel }: MessageEvent): boolean =>
  channel_type === 'im' || channel.startsWith('D');

/** Reads a message. Undefined: none that the bot answers, whoever wrote it. One message arrives as both `message` and `app_mention` and may be delivered several times: channel and `ts` name it, so it counts once. */
export function heard(
  event: MessageEvent,
  team: string,
  bot: string,
  support: readonly ChannelName[],
): Heard | undefined {
  const { user, channel, ts } = event;
  const thread = event.thread_ts ?? ts;
  if (
    !user ||
    user === bot ||
    user === slackbot ||
    event.bot_id ||
    event.hidden ||
    !written.includes(event.subtype ?? undefined)
  )
    return undefined;
  const text = event.text ?? '';
  const addressed = isDirect(event) || event.type === 'app_mention' || mentions(text, bot);
  const top = thread === ts;
  const invited = top && isSupport(support, team, channel);
  // At the top of a channel there is no conversation yet that it could belong to.
  if (top && !addressed && !invited) return undefined;
  const filed = event.subtype === 'file_share' || (event.files ?? []).length > 0;
  const address = { team, channel, thread };
  return {
    id: messageId(ts),
    conversation: conversationIn(address),
    person: personOf(event.user_team ?? team, user),
    address: writeAddress(address),
    opens: addressed || invited,
    addressed,
    on: null,
    input: { type: filed ? 'file' : 'text', text: plainText(text, bot) },
  };
}
