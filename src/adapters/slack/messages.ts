import type { webApi } from '@slack/bolt';
import type { Adapter, MessageRef, Sent } from '../../bot/ports.ts';
import { type Address, readAddress } from './address.ts';
import { attempt, refusal } from './attempt.ts';
import { writeBlockId } from './buttons.ts';
import { joined } from './joined.ts';
import { render, renderSettled } from './render.ts';
import { clientFor, NotInstalled, type Workspaces } from './workspaces.ts';

/** Names the metadata that our messages carry, so that one can be found again. */
const event = 'ninsho_navi';
/** The metadata of a message that is posted under a key. */
export const metadataOf = (key: string) => ({ event_type: event, event_payload: { key } });

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

/** The part of the adapter that shows something. */
export function messages(workspaces: Workspaces): Pick<Adapter, 'post' | 'settle' | 'find'> {
  const once = joined<Sent>();
  /** Calls Slack for a workspace; where the bot was removed, nothing can ever be shown. */
  const show = (
    address: Address,
    call: (client: webApi.WebClient) => Promise<string | undefined>,
  ): ReturnType<Adapter['post']> =>
    clientFor(workspaces, address.team).then(
      (client) => attempt(() => call(client)),
      (error: unknown) => {
        if (error instanceof NotInstalled) return { outcome: 'never', why: error.message };
        return { outcome: 'later', after: 1_000 };
      },
    );
  return {
    post: ({ conversation, address: where, language }, key, outgoing) => {
      const address = readAddress(where);
      const message = render(outgoing, writeBlockId(conversation, key), language);
      return once(key, () =>
        show(address, async (client) => {
          const { ts } = await client.chat.postMessage({
            channel: address.channel,
            thread_ts: address.thread,
            ...message,
            metadata: metadataOf(key),
            unfurl_links: false,
            unfurl_media: false,
          });
          return ts;
        }),
      );
    },
    settle: ({ address: where, language }, message, outgoing, answer) => {
      const address = readAddress(where);
      return show(address, async (client) => {
        const update = { channel: address.channel, ts: message, ...renderSettled(outgoing, answer, language) };
        await client.chat.update(update).catch((error: unknown) => {
          // Somebody deleted the message: nothing is left to settle.
          if (refusal(error) !== 'message_not_found') throw error;
        });
        return message;
      });
    },
    find: async ({ address: where }, key) => {
      const { team, channel, thread } = readAddress(where);
      const client = await clientFor(workspaces, team);
      return findIn(
        (cursor, limit) =>
          client.conversations.replies({
            channel,
            ts: thread,
            limit,
            include_all_metadata: true,
            ...(cursor !== undefined && { cursor }),
          }),
        key,
      );
    },
  };
}
