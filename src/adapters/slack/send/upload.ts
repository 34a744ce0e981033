import type { webApi } from '@slack/bolt';
import { digest } from '../../../bot/lib/hash.ts';
import type { Attachment, Log } from '../../../bot/ports.ts';
import { explain } from './advice.ts';
import { look, refusal } from './attempt.ts';
import { isSlacks } from './download.ts';
import { fileNamesIn } from './find.ts';
import { isFinal } from './outcome.ts';

/** A thread of a channel. */
interface Place {
  readonly channel: string;
  readonly thread: string;
}

/** What is shared: files under an idempotency key, with a line of words; empty: none. */
interface Sharing {
  readonly key: string;
  readonly files: readonly Attachment[];
  readonly comment: string;
}

/** Shares files in a thread, all or none, unless they are there already. Resolves to false where Slack refuses that for good, which is logged once with its remedy. Rejects with the error of Slack's client otherwise, and where the process stood still until after `latest`, by `performance.now()`. */
export type Upload = (client: webApi.WebClient, place: Place, sharing: Sharing, latest: number) => Promise<boolean>;

/** Timeout of sending the bytes of the files, in milliseconds. */
const patience = 6_000;

/** Returns a file's name with the mark of its message, by which it is found again: files have no metadata. */
const named = (name: string, mark: string): string => name.replace(/(?=\.\w+$)/, `-${mark}`);

/** Returns the function that shares files: https://docs.slack.dev/messaging/working-with-files/#uploading_files */
export function uploader(apiUrl: string, log: Log): Upload {
  const told = new Set<string>();

  /** Sends the bytes of a file; resolves to the file's id, or to undefined if they are refused. */
  async function sent(
    client: webApi.WebClient,
    { name, bytes }: Attachment,
    mark: string,
  ): Promise<string | undefined> {
    const filename = named(name, mark);
    const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
      filename,
      length: bytes.length,
    });
    if (!isSlacks(url, apiUrl)) throw new Error('The address to upload a file is none of Slack’s');
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
    });
    await answer.body?.cancel();
    if (answer.ok) return id;
    if (answer.status < 500 && answer.status !== 429) return undefined;
    throw new Error(`Slack answered ${answer.status} to the bytes of a file`);
  }

  return async (client, place, { key, files, comment }, latest) => {
    const mark = digest(key).slice(0, 10);
    try {
      const there = (await look(() => fileNamesIn(client, place, mark))) ?? [];
      const missing = files.filter(({ name }) => !there.includes(named(name, mark)));
      const [first, ...rest] = await Promise.all(
        missing.map(async (file) => ({ id: (await sent(client, file, mark)) ?? '', title: file.name })),
      );
      if (first === undefined) return true;
      if ([first, ...rest].some(({ id }) => id === '')) return false;
      if (performance.now() > latest) throw new Error('The process stood still before the call');
      await client.files.completeUploadExternal({
        files: [first, ...rest],
        channel_id: place.channel,
        thread_ts: place.thread,
        ...(comment !== '' && { initial_comment: comment }),
      });
      return true;
    } catch (error) {
      const why = refusal(error);
      if (why === undefined || !isFinal(why)) throw error;
      if (!told.has(why)) log.error({ channel: place.channel }, `Files are not attached: ${explain(why)}`);
      told.add(why);
      return false;
    }
  };
}
