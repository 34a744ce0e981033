import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageSchema } from '../../src/adapters/slack/render/blocks.ts';
import type { Fault, Held } from './fake-slack.ts';
import { readBody } from './read-body.ts';
import { shownIn } from './screen.ts';

/** A message that was taken; its blocks are read where somebody wants to. */
export interface Posted {
  readonly ts: string;
  blocks(): Held['blocks'];
}

/** The few methods that a conversation needs, in memory and fast: the emulator ends after 5,000 calls. */
export interface TinySlack {
  /** As `SLACK_API_URL`. */
  readonly url: string;
  /** Payloads that Slack would have refused. */
  readonly refused: readonly string[];
  /** Asks before every call that shows something how to spoil it. */
  spoil(choose: () => Fault | undefined): void;
  /** How many calls were spoilt. */
  spoilt(): number;
  /** The messages of a thread, or at the top of a channel, oldest first. */
  held(channel: string, thread: string): readonly Held[];
  /** Called with every message that was taken, and its thread. */
  onPost(call: (thread: string, posted: Posted) => void): void;
  close(): Promise<void>;
}

/** What an edited message asked last: another question in its place, or what it asked before. */
const askedIn = ({ first, blocks }: Held, edited: Held['blocks']): Held['blocks'] =>
  shownIn(edited).buttons.length > 0 ? edited : (first ?? blocks);

type Body = Readonly<Record<string, string>>;

/** Starts it; `checks`: every message is checked against Slack's limits. */
export async function tinySlack(checks: boolean): Promise<TinySlack> {
  const threads = new Map<string, Held[]>();
  const refused: string[] = [];
  let [clock, spoilt] = [0, 0];
  let choose: () => Fault | undefined = () => undefined;
  let posted: (thread: string, message: Posted) => void = () => {};

  const messageOf = ({ text = '', blocks = '[]', metadata }: Body) => {
    const message = { text, blocks: JSON.parse(blocks) as Held['blocks'] };
    const read = checks ? messageSchema.safeParse(message) : undefined;
    if (read?.success === false) refused.push(read.error.message);
    return {
      ...message,
      ...(metadata !== undefined && { metadata: JSON.parse(metadata) as NonNullable<Held['metadata']> }),
    };
  };
  const methods: Readonly<Record<string, (body: Body) => object>> = {
    'auth.test': () => ({ team_id: 'T0ONE00001', user_id: 'U0BOT00001', bot_id: 'B000000009' }),
    'users.info': () => ({ user: { locale: 'ja-JP' } }),
    'chat.postMessage': (body) => {
      clock += 1;
      const ts = `${1_800_000_000 + clock}.000001`;
      const place = `${body['channel']} ${body['thread_ts'] ?? ''}`;
      if (checks) threads.set(place, [...(threads.get(place) ?? []), { ...messageOf(body), ts }]);
      setImmediate(posted, body['thread_ts'] ?? '', { ts, blocks: () => messageOf(body).blocks });
      return { ts, channel: body['channel'], message: {} };
    },
    'chat.update': (body) => {
      const { text, blocks } = messageOf(body);
      for (const [place, all] of threads)
        if (all.some(({ ts }) => ts === body['ts']))
          threads.set(
            place,
            all.map((one) => (one.ts === body['ts'] ? { ...one, text, blocks, first: askedIn(one, blocks) } : one)),
          );
      return { ts: body['ts'] };
    },
    'chat.getPermalink': ({ channel, message_ts: ts }) => ({
      permalink: `https://one.slack.com/archives/${channel}/p${ts?.replace('.', '')}`,
    }),
    'conversations.replies': ({ channel, ts }) => ({ messages: threads.get(`${channel} ${ts}`) ?? [] }),
    'conversations.history': ({ channel }) => ({ messages: threads.get(`${channel} `) ?? [] }),
  };

  const server = createServer(async (request, response) => {
    let raw = '';
    for await (const chunk of request) raw += String(chunk);
    const method = request.url?.replace('/api/', '') ?? '';
    const end = (status: number, answer: object, headers = {}) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(answer));
    const fault = method.startsWith('chat.') ? choose() : undefined;
    if (fault !== undefined) spoilt += 1;
    if (fault === 'busy') return end(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '0' });
    if (fault === 'broken') return end(500, { ok: false });
    const answer = methods[method]?.(readBody(request.headers['content-type'], raw));
    if (fault === 'cut') return void request.socket.destroy();
    end(200, answer === undefined ? { ok: false, error: 'unknown_method' } : { ok: true, ...answer });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    refused,
    spoil: (by) => {
      choose = by;
    },
    spoilt: () => spoilt,
    held: (channel, thread) => threads.get(`${channel} ${thread}`) ?? [],
    onPost: (call) => {
      posted = call;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
