import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { wordsIn } from '../../../bot/i18n.ts';
import type { SlackContext } from '../context.ts';
import type { SlackDesk } from '../desks.ts';
import { isSupport } from '../receive/heard.ts';
import type { MessageEvent } from '../receive/payloads.ts';
import type { Message } from '../render/blocks.ts';
import { deskAt } from './channel.ts';
import { asksForStatus, statusIn } from './status.ts';

/** The function that takes what is written in the channel of a desk. It resolves to false if a message was written elsewhere. */
export type TakeTalk = (client: webApi.WebClient, team: string, message: MessageEvent) => Promise<boolean>;

/** Returns a function that leaves what staff write among themselves alone, also in the thread of a ticket, and shows the open cases to whoever mentions the bot there with that word, or else explains the buttons, once for a message and to them alone. A channel that is for support as well begins cases as any other. */
export function talkTaker(slack: SlackContext): TakeTalk {
  const told = new LRUCache<string, true>({ max: 1_000 });
  const say = async (
    client: webApi.WebClient,
    team: string,
    desk: SlackDesk,
    user: string,
    { channel, thread_ts, text }: MessageEvent,
  ) => {
    const words = wordsIn(desk.language);
    const notice = `/activation ${words.text('notices:command')}`;
    const explained = { text: words.text('desk:explained', { status: words.text('desk:status.command'), notice }) };
    const asked = asksForStatus(withoutMentions(text ?? ''));
    const shown = asked ? await statusIn(slack, client, { team, channel, user }) : undefined;
    const at = thread_ts == null ? { channel } : { channel, thread_ts };
    const { blocks = [], ...rest }: { text: string; blocks?: Message['blocks'] } = shown ?? explained;
    await client.chat.postEphemeral({ ...at, user, ...rest, ...(blocks.length > 0 && { blocks: [...blocks] }) });
  };
  return async (client, team, message) => {
    const { type, channel, ts, user } = message;
    const desk = await deskAt(slack, team, channel);
    if (desk === undefined || isSupport(slack.config.support, team, channel)) return false;
    // Slack delivers a mention twice; the other event is only a message.
    if (type !== 'app_mention' || user == null || told.has(ts)) return true;
    told.set(ts, true);
    slack.aside('An answer to a mention at a desk', say(client, team, desk, user, message));
    return true;
  };
}

/** Returns the text of a message without those whom it mentions. */
const withoutMentions = (text: string): string => text.replace(/<@[^>]*>/g, ' ');
