import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Installation } from '../install/workspaces.ts';
import { refusal } from '../send/attempt.ts';

/** Maximum numbers of messages in a page of a thread, and of pages that are read. */
const most = { page: 200, pages: 20 };
/** Maximum number of times that a call waits as long as Slack says, after which it is given up. */
const mostWaits = 5;
/** The refusals that say that a message, its thread or a file is gone already. */
const gone = ['message_not_found', 'thread_not_found', 'file_not_found', 'file_deleted'];

/** The thread of a ticket in the channel of a desk, and the notes that are known to be in it. */
interface TicketThread {
  readonly channel: string;
  readonly ticket: string;
  readonly notes: readonly string[];
}

/** Deletes a ticket and everything that the bot itself posted in its thread, with the files: also what no record names (the confirmation was lost, or an earlier version posted it). What others wrote stays. Rejects with the first error of Slack's client if something of it may be left, after it tried all the same to delete the rest. */
export async function eraseThread(
  client: webApi.WebClient,
  bot: Pick<Installation, 'user' | 'id'>,
  { channel, ticket, notes }: TicketThread,
): Promise<void> {
  const errors: unknown[] = [];
  const tried = async <Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await patiently(work);
    } catch (error) {
      if (!gone.includes(refusal(error) ?? '')) errors.push(error);
      return otherwise;
    }
  };
  const found: string[] = [];
  const uploads: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages === 0 || cursor !== undefined; pages += 1) {
    if (pages === most.pages) {
      errors.push(new Error('The thread of a ticket is too long to be read'));
      break;
    }
    const next = cursor === undefined ? {} : { cursor };
    const read: webApi.ConversationsRepliesResponse = await tried(
      () => client.conversations.replies({ channel, ts: ticket, limit: most.page, ...next }),
      { ok: false },
    );
    for (const { ts, user, bot_id: by, files } of read.messages ?? []) {
      if (ts === undefined || !(user === bot.user || (by !== undefined && by === bot.id))) continue;
      found.push(ts);
      uploads.push(...(files ?? []).flatMap(({ id }) => id ?? []));
    }
    cursor = read.response_metadata?.next_cursor || undefined;
  }
  // A file stays where only the message is deleted.
  for (const file of new Set(uploads)) await tried(async () => void (await client.files.delete({ file })), undefined);
  const below = new Set([...notes, ...found].filter((ts) => ts !== ticket));
  for (const ts of [...below, ticket])
    await tried(async () => void (await client.chat.delete({ channel, ts })), undefined);
  if (errors.length > 0) throw errors[0];
}

/** Makes a call again after a rate limit, when Slack says that it may be made. */
async function patiently<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof webApi.WebAPIRateLimitedError) || waits === mostWaits) throw error;
      await sleep(error.retryAfter * 1_000);
    }
  }
}
