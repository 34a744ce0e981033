import { LRUCache } from 'lru-cache';
import { wordsIn } from '../../../bot/i18n.ts';
import type { Log } from '../../../bot/ports.ts';
import { addressOf } from '../address.ts';
import type { TeamsDesk } from '../desks.ts';
import { conversationOf } from '../keys.ts';
import type { Activity } from '../receive/activity.ts';
import { type Answer, inWords, taken } from '../receive/answer.ts';
import { dataOf } from '../receive/parse.ts';
import { spoken } from '../receive/spoken.ts';
import { card, text } from '../render/card.ts';
import type { Connector } from '../send/connector.ts';
import { draftOf, send } from '../send/send.ts';

/** Returns the function that takes what is written in the conversation of a desk: what staff write among themselves is left alone, and whoever writes to the bot, or presses a button that is no ticket's, is told what the buttons are for, once for a message. `aside` tracks work that nobody waits for. */
export function talking(connector: Connector, log: Log, aside: (work: Promise<unknown>) => void) {
  const told = new LRUCache<string, true>({ max: 1_000 });

  async function post(activity: Activity, words: string): Promise<void> {
    const sent = await send(connector, addressOf(activity), draftOf(card([text(words)]), words)).catch(() => undefined);
    const about = { conversation: conversationOf(activity), delivery: activity.id ?? '' };
    if (sent?.outcome !== 'done') log.warn(about, 'desk not told what its buttons are for');
  }

  return async (activity: Activity, { language }: TeamsDesk): Promise<Answer> => {
    const { type, id = '' } = activity;
    const words = wordsIn(language).letters.text('desk:explained');
    if (type === 'invoke') return inWords(words);
    const addressed = spoken(activity).addressed || dataOf(activity) !== undefined;
    if (type !== 'message' || !addressed || told.has(id)) return taken;
    told.set(id, true);
    aside(post(activity, words));
    return taken;
  };
}
