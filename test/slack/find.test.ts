import type { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { findInChannel, findInThread, metadataOf } from '../../src/adapters/slack/send/find.ts';

/** Slack with its messages on two pages; what it was asked. */
function paged() {
  const asked: { readonly cursor?: string; readonly oldest: string }[] = [];
  const read = async (given: { readonly cursor?: string; readonly oldest: string }) => {
    asked.push(given);
    return given.cursor === undefined
      ? { messages: [{ ts: '1.1' }], response_metadata: { next_cursor: 'more' } }
      : { messages: [{ ts: '1.2', metadata: metadataOf('key') }], response_metadata: { next_cursor: '' } };
  };
  const client = { conversations: { history: read, replies: read } } as unknown as webApi.WebClient;
  return { client, asked };
}
const since = 1_700_000_000_000;

test.each([
  ['a channel', (client: webApi.WebClient, key: string) => findInChannel(client, 'C1', key, since)],
  [
    'a thread',
    (client: webApi.WebClient, key: string) => findInThread(client, { channel: 'C1', thread: '1.0' }, key, since),
  ],
])('a look-up finds a message on any page of %s and reads back less than an hour before it', async (_, find) => {
  const { client, asked } = paged();
  expect(await find(client, 'key')).toBe('1.2');
  expect(await find(client, 'another')).toBeUndefined();
  expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 'more', undefined, 'more']);
  for (const { oldest } of asked) {
    expect(Number(oldest) * 1_000).toBeLessThan(since);
    expect(Number(oldest) * 1_000).toBeGreaterThan(since - 60 * 60 * 1_000);
  }
});
