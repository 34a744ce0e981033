import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** The Bot Framework's side of many conversations, as far away as in life: three tenths of a second there and back. */
export interface SlowService {
  readonly url: string;
  /** How many messages a conversation holds, by its path. */
  posts(conversation: string): number;
  /** How many messages all hold together. */
  total(): number;
  /** How many messages were sent to it that it has not answered yet. */
  unanswered(): number;
  stop(): Promise<void>;
}

/** Milliseconds until a message is taken, and until its sender knows. */
const way = 150;

/** Starts one. What is cut off before it was taken never arrived. */
export async function slowService(): Promise<SlowService> {
  const held = new Map<string, number>();
  let [total, unanswered] = [0, 0];
  const server = createServer((request, response) => {
    void (async () => {
      const [conversation = ''] = (request.url ?? '').split('/activities');
      const { type } = JSON.parse(await text(request)) as { type?: string };
      const counts = request.method === 'POST' && type === 'message';
      let cut = false;
      response.once('close', () => {
        cut = true;
        if (counts) unanswered -= 1;
      });
      if (counts) unanswered += 1;
      await sleep(way);
      if (cut) return;
      if (counts) {
        total += 1;
        held.set(conversation, (held.get(conversation) ?? 0) + 1);
      }
      await sleep(way);
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `m${total}` }));
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts: (conversation) => held.get(conversation) ?? 0,
    total: () => total,
    unanswered: () => unanswered,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
