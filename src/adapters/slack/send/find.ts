import type { webApi } from '@slack/bolt';
import type { MessageRef } from '../../../bot/ports.ts';

/** The event type of the metadata on our messages, by which they can be found again. */
const event = 'ninsho_navi';
/** Returns the metadata of a message that is posted under an idempotency key. */
export const metadataOf = (key: string) => ({ event_type: event, event_payload: { key } });

/** The maximum number of messages in one page of a list: https://docs.slack.dev/reference/methods/conversations.replies */
const page = 200;

interface Listed {
  readonly messages?: readonly {
    readonly ts?: string;
    readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
    readonly files?: readonly { readonly name?: string | null }[];
  }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** Reads one page of a list of messages. */
type ReadPage = (cursor: string | undefined, limit: number) => Promise<Listed>;

/** Returns the pages of a list of messages, as far as they are asked for. */
async function* pagesOf(read: ReadPage): AsyncGenerator<NonNullable<Listed['messages']>> {
  let cursor: string | undefined;
  do {
    const { messages = [], response_metadata: next } = await read(cursor, page);
    yield messages;
    cursor = next?.next_cursor;
  } while (cursor !== undefined && cursor !== '');
}

/** Searches pages of messages for the one that was posted under a key; resolves to undefined if there is none. */
async function findIn(read: ReadPage, key: string): Promise<MessageRef | undefined> {
  for await (const messages of pagesOf(read)) {
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === event && (metadata.event_payload as { key?: unknown } | undefined)?.key === key,
    );
    if (found?.ts !== undefined) return found.ts as MessageRef;
  }
  return undefined;
}

/** The maximum difference in milliseconds between our clock and Slack's. */
const drift = 10 * 60 * 1_000;
/** Converts a time in epoch milliseconds into Slack's parameter `oldest`, less the clock difference. */
const oldestOf = (since: number): string => ((since - drift) / 1_000).toFixed(6);

/** Searches the top level of a channel for the message that was posted under an idempotency key since a time in epoch milliseconds. Resolves to undefined if there is none; rejects with the error of Slack's client. */
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

/** Searches a thread for the message that was posted under an idempotency key since a time in epoch milliseconds. Resolves to undefined if there is none; rejects with the error of Slack's client. */
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

/** Returns the names of the files in a thread that have a mark. Rejects with the error of Slack's client. */
export async function fileNamesIn(
  client: webApi.WebClient,
  { channel, thread: ts }: { readonly channel: string; readonly thread: string },
  mark: string,
): Promise<readonly string[]> {
  const names: string[] = [];
  const read: ReadPage = (cursor, limit) =>
    client.conversations.replies({ channel, ts, limit, ...(cursor !== undefined && { cursor }) });
  for await (const messages of pagesOf(read))
    for (const { files = [] } of messages)
      names.push(...files.flatMap(({ name }) => (name?.includes(mark) === true ? [name] : [])));
  return names;
}
