import type { webApi } from '@slack/bolt';
import type { MessageRef } from '../../../bot/ports.ts';

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
async function findIn(
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
const oldestOf = (since: number): string => ((since - drift) / 1_000).toFixed(6);

/** Looks at the top of a channel for the message that was posted under a key since then. */
export const findInChannel = (
  client: webApi.WebClient,
  channel: string,
  key: string,
  since: number,
): Promise<MessageRef | undefined> =>
  findIn(
    (cursor, limit) =>
      client.conversations.history({
        channel,
        limit,
        oldest: oldestOf(since),
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      }),
    key,
  );

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
