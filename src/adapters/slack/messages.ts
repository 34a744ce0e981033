import type { webApi } from '@slack/bolt';
import type { Adapter, MessageRef, Sent } from '../../bot/ports.ts';
import { joined } from '../../bot/turn/joined.ts';
import { readAddress } from './address.ts';
import { look } from './attempt.ts';
import { writeBlockId } from './buttons.ts';
import { render, renderSettled } from './render.ts';
import type { Show } from './show.ts';
import { type Bot, botFor, NotInstalled, type Workspaces } from './workspaces.ts';

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;

/** Names the metadata that our messages carry, so that one can be found again. */
const event = 'ninsho_navi';
/** The metadata of a message that is posted under a key. */
export const metadataOf = (key: string) => ({ event_type: event, event_payload: { key } });

/** No previews of links: the bot's own words need none. */
export const plainly = { unfurl_links: false, unfurl_media: false } as const;

/** Messages that a list of them holds at most: https://docs.slack.dev/reference/methods/conversations.replies */
const page = 200;

interface Listed {
  readonly messages?: readonly {
    readonly ts?: string;
    readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
  }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** Looks through pages of messages for the one that was posted under a key. */
export async function findIn(
  read: (cursor: string | undefined, limit: number) => Promise<Listed>,
  key: string,
): Promise<MessageRef | undefined> {
  let cursor: string | undefined;
  do {
    const { messages = [], response_metadata: next } = await read(cursor, page);
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === event && (metadata.event_payload as { key?: unknown } | undefined)?.key === key,
    );
    if (found?.ts !== undefined) return found.ts as MessageRef;
    cursor = next?.next_cursor;
  } while (cursor !== undefined && cursor !== '');
  return undefined;
}

/** Milliseconds by which our clock and Slack's may differ. */
const drift = 10 * 60 * 1_000;
/** A time in epoch milliseconds as Slack is asked for what came later. */
export const oldestOf = (since: number): string => ((since - drift) / 1_000).toFixed(6);

/** Looks through a thread for the message that was posted under a key since then. */
export const findInThread = (
  client: webApi.WebClient,
  { channel, thread: ts }: { readonly channel: string; readonly thread: string },
  key: string,
  since: number,
): Promise<MessageRef | undefined> =>
  findIn(
    (cursor, limit) =>
      client.conversations.replies({
        channel,
        ts,
        limit,
        oldest: oldestOf(since),
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      }),
    key,
  );

/** The part of the adapter that shows something. */
export function messages(workspaces: Workspaces, show: Show): Pick<Adapter, 'post' | 'settle' | 'find'> {
  const once = joined<Sent>();
  /** Shows something in a workspace; where the bot was removed, nothing can ever be shown. */
  async function showIn(team: string, ...[method, message]: Tail<Parameters<Show>>): Promise<Sent> {
    let bot: Bot;
    try {
      bot = await botFor(workspaces, team);
    } catch (error) {
      if (error instanceof NotInstalled) return { outcome: 'never', why: error.message };
      return { outcome: 'later', after: 1_000 };
    }
    return show(bot.token, method, message);
  }
  return {
    post: ({ conversation, address, language }, key, outgoing) => {
      const { team, channel, thread } = readAddress(address);
      const message = render(outgoing, writeBlockId(conversation, key), language);
      const place = { channel, thread_ts: thread, metadata: metadataOf(key) };
      return once(key, () => showIn(team, 'chat.postMessage', { ...place, ...message, ...plainly }));
    },
    settle: ({ address, language }, ts, outgoing, answer) => {
      const { team, channel } = readAddress(address);
      return showIn(team, 'chat.update', { channel, ts, ...renderSettled(outgoing, answer, language) });
    },
    find: async ({ address }, key, since) => {
      const place = readAddress(address);
      const client = workspaces.client(await botFor(workspaces, place.team));
      return look(() => findInThread(client, place, key, since));
    },
  };
}
