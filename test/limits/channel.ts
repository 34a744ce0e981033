import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** A channel that takes so many messages a second, and so many at once after a pause. */
export interface StrictChannel {
  readonly url: string;
  /** The conversations whose message was taken, in order, and when on the clock of `performance.now`. */
  readonly taken: { readonly conversation: string; readonly at: number }[];
  /** How often it answered 429. */
  refused(): number;
  stop(): Promise<void>;
}

const body = z.object({ conversation: z.string(), key: z.string() });

/** Starts one. It counts by a token bucket and answers 429 with a whole second to wait, as Slack does. */
export async function strictChannel(perSecond: number, burst: number): Promise<StrictChannel> {
  const taken: { conversation: string; at: number }[] = [];
  let refused = 0;
  let tokens = burst;
  let filled = performance.now();
  const take = (): boolean => {
    const now = performance.now();
    tokens = Math.min(burst, tokens + ((now - filled) / 1_000) * perSecond);
    filled = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
  const server = createServer((request, response) => {
    void (async () => {
      const { conversation, key } = body.parse(JSON.parse(await text(request)));
      if (!take()) {
        refused += 1;
        return void response.writeHead(429, { 'retry-after': '1' }).end();
      }
      taken.push({ conversation, at: performance.now() });
      response.writeHead(200).end(key);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    refused: () => refused,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
