import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { wordsIn } from '../../../bot/i18n.ts';
import type { SlackContext } from '../context.ts';
import { isSupport } from '../receive/heard.ts';
import type { MessageEvent } from '../receive/payloads.ts';
import { deskAt } from './channel.ts';

/** The function that takes what is written in the channel of a desk. It resolves to false if a message was written elsewhere. */
export type TakeTalk = (client: webApi.WebClient, team: string, message: MessageEvent) => Promise<boolean>;

/** Returns a function that leaves what staff write among themselves alone, also in the thread of a ticket, and explains the buttons to whoever mentions the bot there, once for a message and to them alone. A channel that is for support as well begins cases as any other. */
export function talkTaker(slack: SlackContext): TakeTalk {
  const told = new LRUCache<string, true>({ max: 1_000 });
  return async (client, team, { type, channel, ts, thread_ts: thread, user }) => {
    const desk = await deskAt(slack, team, channel);
    if (desk === undefined || isSupport(slack.config.support, team, channel)) return false;
    // Slack delivers a mention twice; the other event is only a message.
    if (type !== 'app_mention' || user == null || told.has(ts)) return true;
    told.set(ts, true);
    const text = wordsIn(desk.language).text('desk:explained');
    const at = thread == null ? { channel } : { channel, thread_ts: thread };
    slack.aside('What the buttons of a desk are for', client.chat.postEphemeral({ ...at, user, text }));
    return true;
  };
}
