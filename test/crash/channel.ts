import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** What a conversation has been shown, in order. */
export interface Told {
  readonly key: string;
  readonly view: string;
  readonly choices: readonly string[];
}

/** A channel and a desk, as the worker processes meet them. */
export interface FakeChannel {
  readonly url: string;
  /** Messages by conversation. */
  readonly told: Map<string, Told[]>;
  /** Tickets by conversation: the keys they were opened with, each as often as it was. */
  readonly tickets: Map<string, string[]>;
  /** Notes on tickets by conversation, as the tickets. */
  readonly notes: Map<string, string[]>;
  stop(): Promise<void>;
}

const body = z.object({
  conversation: z.string().default(''),
  key: z.string().default(''),
  view: z.string().default(''),
  choices: z.array(z.string()).default([]),
});

/** Plays a channel that takes up to `latency` milliseconds for a message, and fails in one of `faulty` calls: before it took the message, or after (the connection is cut). */
export async function fakeChannel(faulty: number, latency: number): Promise<FakeChannel> {
  const told = new Map<string, Told[]>();
  const tickets = new Map<string, string[]>();
  const notes = new Map<string, string[]>();
  const posts = new Set<string>();
  const opened = new Set<string>();
  const add = <T>(map: Map<string, T[]>, key: string, one: T) => map.set(key, [...(map.get(key) ?? []), one]);
  const take = (path: string, { conversation, key, view, choices }: z.output<typeof body>): number => {
    if (path === '/find-post') return posts.has(key) ? 200 : 404;
    if (path === '/find-ticket') return opened.has(key) ? 200 : 404;
    if (path === '/post') {
      posts.add(key);
      add(told, conversation, { key, view, choices });
    }
    if (path === '/open') {
      opened.add(key);
      add(tickets, conversation, key);
    }
    if (path === '/note') {
      opened.add(key);
      add(notes, conversation, key);
    }
    return 200;
  };
  const server = createServer((request, response) => {
    void (async () => {
      try {
        const { url: path = '' } = request;
        const read = body.parse(JSON.parse(await text(request)));
        if (latency > 0 && !path.startsWith('/find')) await sleep(Math.random() * latency);
        const fault = path.startsWith('/find') ? 1 : Math.random() * faulty;
        if (fault < 0.5) return void response.writeHead(503).end();
        const status = take(path, read);
        if (fault < 1) return void response.destroy();
        response.writeHead(status).end(read.key || 'm');
      } catch {
        response.destroy(); // The process that asked has died in the middle of it.
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    tickets,
    notes,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
