import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcp, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** What goes wrong with a call: before it arrives (too many calls, out of order, the connection is cut), or after it was taken (a failure in place of the answer, a cut connection, no answer at all). */
type Fault = '429' | '503' | 'cut before' | '500 after' | 'cut after' | 'hang';

/** How often each happens among all faults. A call that hangs holds its sender up for seconds; and as every 429 makes the bot slower by half, more of them than calls that are too fast would bring it to a stand. */
const weights = { '429': 1, '503': 3, 'cut before': 3, '500 after': 3, 'cut after': 4, hang: 1 } as const;
const drawn = (Object.keys(weights) as Fault[]).flatMap((fault) => Array.from({ length: weights[fault] }, () => fault));
/** Of a hundred connections to a mail server, so many are cut. */
const cut = 10;
/** Counts of what was spoilt, by kind. */
export const tally = new Map<string, number>();

/** Chooses what goes wrong with a call, of which `share` in a hundred are spoilt; undefined: nothing. */
export function chosen(share: number): Fault | undefined {
  if (Math.random() * 100 >= share) return undefined;
  const fault = drawn[Math.floor(Math.random() * drawn.length)];
  if (fault !== undefined) tally.set(fault, (tally.get(fault) ?? 0) + 1);
  return fault;
}

/** A server in front of another. */
export interface Front {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server that hands calls on to another one, some milliseconds away, and spoils `share` in a hundred of them. What its sender, who was killed, no longer waits for is taken all the same once it has arrived. */
export async function spoiling(target: string, share: number): Promise<Front> {
  const server = createServer((request, response) => {
    void (async () => {
      try {
        const body = await buffer(request);
        await sleep(5 + Math.random() * 45);
        const fault = chosen(share);
        const wait = { 'retry-after': '1' };
        if (fault === '429' || fault === '503') return void response.writeHead(Number(fault), wait).end('{}');
        if (fault === 'cut before') return void response.destroy();
        const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
        const answer = await fetch(`${target}${request.url}`, {
          method: request.method ?? 'GET',
          headers: headers as Record<string, string>,
          ...(request.method !== 'GET' && { body: new Uint8Array(body) }),
        });
        const said = await answer.text();
        if (fault === 'cut after') return void response.destroy();
        if (fault === 'hang') return;
        if (fault === '500 after') return void response.writeHead(500).end('{}');
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(said);
      } catch {
        response.destroy(); // The process that called has died in the middle of it.
      }
    })();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Starts a server that hands connections on to a port, and cuts some of them, at any point of what is said over them. */
export async function cutting(port: number): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createTcp((socket) => {
    const upstream = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => open.delete(one));
      one.pipe(other);
    }
    if (Math.random() * 100 >= cut) return;
    tally.set('connection cut', (tally.get('connection cut') ?? 0) + 1);
    setTimeout(() => socket.destroy(), Math.random() * 120);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      for (const one of open) one.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
