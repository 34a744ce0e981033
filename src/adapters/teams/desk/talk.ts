import { LRUCache } from 'lru-cache';
import { wordsIn } from '../../../bot/i18n.ts';
import type { Log } from '../../../bot/ports.ts';
import type { Reader } from '../../../bot/runtime/index.ts';
import { addressOf } from '../address.ts';
import type { TeamsDesk } from '../desks.ts';
import { conversationOf } from '../keys.ts';
import { type Activity, tenantOf } from '../receive/activity.ts';
import { type Answer, inWords, taken } from '../receive/answer.ts';
import { dataOf } from '../receive/parse.ts';
import { spoken } from '../receive/spoken.ts';
import { card, text } from '../render/card.ts';
import type { Connector } from '../send/connector.ts';
import { draftOf, send } from '../send/send.ts';
import { isStaff } from './place.ts';
import { asksForStatus, casesShown, type Said } from './status.ts';

/** The dependencies of talking. */
interface Dependencies {
  readonly connector: Connector;
  readonly conversations: Reader;
  readonly log: Log;
}

/** Returns the function that takes what is written in the conversation of a desk: what staff write among themselves is left alone, and whoever writes to the bot, or presses a button that is no ticket's, is shown the open cases if they ask for them, else told what the buttons are for, once for a message. `aside` tracks work that nobody waits for. */
export function talking({ connector, conversations, log }: Dependencies, aside: (work: Promise<unknown>) => void) {
  const told = new LRUCache<string, true>({ max: 1_000 });

  async function post(activity: Activity, { parts, summary }: Said): Promise<void> {
    const sent = await send(connector, addressOf(activity), draftOf(card(parts), summary)).catch(() => undefined);
    const about = { conversation: conversationOf(activity), delivery: activity.id ?? '' };
    if (sent?.outcome !== 'done') log.warn(about, 'desk not told what its buttons are for');
  }

  /** Posts the cases of a desk, or that they cannot be looked up now. */
  async function show(activity: Activity, desk: TeamsDesk): Promise<void> {
    const failed = wordsIn(desk.language).letters.text('desk:status.failed');
    const listed = conversations
      .openCases(desk.id)
      .then((cases) => casesShown(cases, desk, tenantOf(activity), conversations.askerOf));
    await post(activity, await listed.catch(() => ({ parts: [text(failed)], summary: failed })));
  }

  return async (activity: Activity, desk: TeamsDesk): Promise<Answer> => {
    const { type, id = '' } = activity;
    const words = wordsIn(desk.language).letters;
    const commands = { status: words.text('desk:status.command'), notice: words.text('notices:command') };
    const explained = words.text('desk:explained', commands);
    if (type === 'invoke') return inWords(explained);
    const { addressed, text: asked } = spoken(activity);
    if (type !== 'message' || !(addressed || dataOf(activity) !== undefined) || told.has(id)) return taken;
    told.set(id, true);
    const foreign = isStaff(desk, activity) ? undefined : words.text('desk:acted.not-staff');
    const summary = asksForStatus(asked) ? foreign : explained;
    aside(summary === undefined ? show(activity, desk) : post(activity, { parts: [text(summary)], summary }));
    return taken;
  };
}
