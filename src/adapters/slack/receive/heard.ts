import type { Incoming, PersonId } from '../../../bot/ports.ts';
import { conversationIn, homeIn, isOrganization, personOf, writeAddress } from '../address.ts';
import type { ChannelName } from '../desks.ts';
import { mentionedIn, mentionOf, mentions, plainText } from '../render/text.ts';
import { slackFiles } from './files.ts';
import type { ChangedEvent, MessageEvent } from './payloads.ts';

/** An Incoming without the person's language, which is not known yet. */
export type Heard = Omit<Incoming, 'language' | 'languageChosen'>;

/** The user id of Slackbot, Slack's own voice for reminders and hints. */
export const slackbot = 'USLACKBOT';
/** Returns the delivery id of a message: its idempotency key, by which it counts once, however it arrives. */
export const messageId = (ts: string): string => `message:${ts}`;
/** Returns the `ts` of the message that a delivery id names, also for an edit of it; undefined if it names none. */
export const tsOf = (delivery: string): string | undefined => /^(?:message|edit):(\d+\.\d+)(?::|$)/.exec(delivery)?.[1];
/** The subtypes of messages that people write; all others are edits, joins, bots and the like. */
const written: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/** Returns true if a channel of a workspace is one of the support channels. */
export const isSupport = (support: readonly ChannelName[], team: string, channel: string): boolean =>
  support.some((one) => one.channel === channel && (one.team ?? team) === team);

/** Returns true if a message was written to the bot alone (a direct message). */
export const isDirect = ({ channel_type, channel }: MessageEvent): boolean =>
  channel_type === 'im' || channel.startsWith('D');

/** Returns the author of a message that an installation (`team`) is told of: in their own workspace, as far as Slack names it. An organisation is none: presses name a workspace of it. */
export const authorOf = (
  { user_team, team: home }: Pick<MessageEvent, 'user_team' | 'team'>,
  user: string,
  team: string,
): PersonId => personOf(homeIn(team, user_team ?? (isOrganization(home ?? '') ? null : home)), user);

/** Parses a message event; returns undefined if it is one that the bot never answers, whoever wrote it. Who is staff is not known yet. One message arrives as both `message` and `app_mention`, and may be delivered several times: channel and `ts` identify it, so that it is deduplicated. */
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
  // A message at the top level of a channel has no conversation yet that it could belong to.
  if (top && !addressed && !invited) return undefined;
  const filed = event.subtype === 'file_share' || (event.files ?? []).length > 0;
  const address = { team, channel, thread };
  return {
    id: messageId(ts),
    conversation: conversationIn(address),
    person: authorOf(event, user, team),
    address: writeAddress(address),
    opens: addressed || invited,
    addressed,
    company: {
      attended: isDirect(event) || isSupport(support, team, channel),
      named: mentionedIn(text, bot).map((one) => personOf(team, one)),
      shown: mentionOf(user),
      staff: null,
    },
    on: null,
    input: filed
      ? { type: 'file', text: plainText(text, bot), files: slackFiles(event.files) }
      : { type: 'text', text: plainText(text, bot) },
  };
}

/** Parses the event that somebody edited a message; returns undefined where its text stayed the same (an unfolded link), or if it is one that the bot never answers. */
export function edited(
  { channel, channel_type, message, previous_message }: ChangedEvent,
  team: string,
  bot: string,
  support: readonly ChannelName[],
): Heard | undefined {
  if (message.text === previous_message.text) return undefined;
  const said = heard({ ...message, type: 'message', hidden: false, channel, channel_type }, team, bot, support);
  if (said === undefined || said.input.type !== 'text') return undefined;
  const { text } = said.input;
  return {
    ...said,
    id: `edit:${message.ts}:${message.edited.ts}`,
    opens: false,
    input: { type: 'edit', text, of: messageId(message.ts) },
  };
}
