import { singleFlight } from '../../../bot/lib/async.ts';
import type { Adapter, Sent } from '../../../bot/ports.ts';
import { besideIn, readAddress } from '../address.ts';
import { botFor, clientFor, type Installation, NotInstalled, type Workspaces } from '../install/workspaces.ts';
import { tsOf } from '../receive/heard.ts';
import { writeBlockId } from '../render/buttons.ts';
import { render, renderSettled } from '../render/render.ts';
import { look, refusal } from './attempt.ts';
import { latest } from './call.ts';
import { findInThread, metadataOf } from './find.ts';
import type { Limits } from './limits.ts';
import { away, refused, taken } from './outcome.ts';
import { react } from './react.ts';
import type { Show } from './show.ts';

/** The options of a post without previews of links, which the bot's own text does not need. */
export const plainly = { unfurl_links: false, unfurl_media: false } as const;

/** Creates the part of the adapter that posts, updates and finds messages. */
export function messages(
  workspaces: Workspaces,
  show: Show,
  limits: Limits,
): Pick<Adapter, 'searchable' | 'limitOf' | 'post' | 'replace' | 'settle' | 'find' | 'acknowledge'> {
  const once = singleFlight<Sent>();
  /** Shows a message with the bot's token in a workspace; a permanent refusal if the bot was removed there. */
  async function shownIn<Shown>(team: string, by: (token: string) => Promise<Shown>): Promise<Shown | Sent> {
    let bot: Installation;
    try {
      bot = await botFor(workspaces, team);
    } catch (error) {
      if (error instanceof NotInstalled) return { outcome: 'never', why: error.message };
      const why = refusal(error instanceof Error ? error.cause : undefined);
      return why === undefined ? away('Slack cannot be asked who the bot is') : refused(why);
    }
    return by(bot.token);
  }
  return {
    searchable: true,
    limitOf: ({ address }, call) => {
      const { team, channel } = readAddress(address);
      if (call === 'fetch') return limits.fetch(team);
      if (call === 'post') return limits.post(team, channel);
      return call === 'settle' ? limits.settle(team) : limits.find(team, 'replies');
    },
    post: ({ conversation, address, language }, key, outgoing) => {
      const by = latest();
      const { team, channel, thread } = readAddress(address);
      const message = render(outgoing, writeBlockId(conversation, key), language, besideIn(conversation));
      const content = { channel, thread_ts: thread, metadata: metadataOf(key), ...message, ...plainly };
      return once(key, () => shownIn(team, (token) => show.post(token, content, by)));
    },
    replace: ({ conversation, address, language }, ts, key, outgoing) => {
      const by = latest();
      const { team, channel } = readAddress(address);
      const message = render(outgoing, writeBlockId(conversation, key), language, besideIn(conversation));
      return shownIn(team, (token) => show.update(token, { channel, ts, ...message }, by));
    },
    settle: async ({ conversation, address, language }, ts, outgoing, answer) => {
      const by = latest();
      const { team, channel } = readAddress(address);
      const message = renderSettled(outgoing, answer, language, besideIn(conversation));
      const settled = await shownIn(team, (token) => show.update(token, { channel, ts, ...message }, by));
      // A message that was deleted needs no edit.
      return settled ?? taken(ts);
    },
    find: async ({ address }, key, since) => {
      const place = readAddress(address);
      const client = workspaces.client(await botFor(workspaces, place.team));
      return look(() => findInThread(client, place, key, since));
    },
    acknowledge: async ({ address }, delivery) => {
      const { team, channel } = readAddress(address);
      const ts = tsOf(delivery);
      if (ts !== undefined) await react(await clientFor(workspaces, team), channel, ts);
    },
  };
}
