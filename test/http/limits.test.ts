import { once } from 'node:events';
import { connect as connectTo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HttpRoute } from '../../src/adapters/http/route.ts';
import { sendLine, sendResponse } from '../../src/adapters/http/send.ts';
import { type ServerLimits, type Serving, serve } from '../../src/adapters/http/server.ts';
import { silent } from '../teams/chat.ts';
import { head, type Raw, raw, statusOf } from './raw.ts';

const megabyte = 1_048_576;
/** Bytes that the server has read from connections that were refused by their head. */
let read: (() => number)[] = [];
const routes: readonly HttpRoute[] = [
  {
    method: 'POST',
    path: '/echo',
    handle: async (_, response, body) => {
      const got = await body(megabyte);
      if ('refused' in got) sendResponse(response, got.refused, '');
      else sendLine(response, 200, `${got.text.length} bytes`);
    },
  },
  {
    method: 'POST',
    path: '/closed',
    handle: ({ socket }, response) => {
      read.push(() => socket.bytesRead);
      sendLine(response, 401, 'no');
    },
  },
];

let server: Serving;
let open: Raw[];
const begin = async (limits: ServerLimits) => {
  server = await serve(routes, 0, '127.0.0.1', silent, limits);
};
const connect = (): Raw => {
  const made = raw(server.port);
  open.push(made);
  return made;
};
/** Sends a whole request; resolves to the answer. */
const ask = (body: string) => {
  const one = connect();
  one.send(head('/echo', body.length, { connection: 'close' }) + body);
  return one.answer;
};
beforeEach(() => {
  open = [];
  read = [];
});
afterEach(async () => {
  for (const { socket } of open) socket.destroy();
  await server.stop();
});

describe('the body of an HTTP request', () => {
  test('a body sent after a refusal is not read to its end, and its sender gets the answer', async () => {
    await begin({ connections: 100, held: megabyte, patience: 10_000 });
    const one = connect();
    one.send(head('/closed', 32 * megabyte));
    one.send('x'.repeat(32 * megabyte));
    const answer = await one.answer;
    expect(answer).toMatch(/connection: close\r\n.*\r\n\r\nno\n$/is);
    expect(statusOf(answer)).toBe(401);
    expect(read[0]?.()).toBeLessThan(2 * megabyte);
  });

  test('a sender who goes on after a refusal sees the connection end, not a reset', async () => {
    await begin({ connections: 100, held: megabyte, patience: 10_000 });
    const socket = connectTo({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
    const errors: Error[] = [];
    socket.on('error', (error) => errors.push(error));
    socket.write(head('/closed', 60_000) + 'x'.repeat(1_000));
    await once(socket.resume(), 'end');
    for (let n = 0; n < 59; n += 1) {
      await new Promise((resolve) => socket.write('x'.repeat(1_000), resolve));
      await sleep(1);
    }
    socket.end();
    await once(socket, 'close');
    expect(errors).toEqual([]);
  });

  test('a refused body of 240 kB can be sent to its end before the answer is read', async () => {
    await begin({ connections: 100, held: megabyte, patience: 10_000 });
    for (const path of ['/closed', '/nowhere']) {
      const body = 'x'.repeat(240_000);
      const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', body });
      expect([response.status, response.headers.get('connection')]).toEqual([path === '/closed' ? 401 : 404, 'close']);
    }
  });

  test('a body that does not end in time gets a 408', async () => {
    await begin({ connections: 100, held: megabyte, patience: 50 });
    const one = connect();
    one.send(`${head('/echo', 100)}half`);
    // Node's own answer to a request that takes half a minute has no length.
    expect(await one.answer).toMatch(/^HTTP\/1.1 408 .*content-length: 0/is);
  });

  test('a body that is too long gets a 413, with and without a content-length', async () => {
    await begin({ connections: 100, held: 4 * megabyte, patience: 10_000 });
    const told = connect();
    told.send(head('/echo', megabyte + 1));
    expect(statusOf(await told.answer)).toBe(413);
    const untold = connect();
    untold.send('POST /echo HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n');
    untold.send(`110000\r\n${'x'.repeat(0x110000)}\r\n0\r\n\r\n`);
    expect(statusOf(await untold.answer)).toBe(413);
  });

  test('the oldest body gets a 503 with retry-after when all exceed the limit together, and a short one is served', async () => {
    await begin({ connections: 100, held: 100_000, patience: 10_000 });
    const bodies: Raw[] = [];
    for (let n = 0; n < 8; n += 1) {
      const one = connect();
      one.send(head('/echo', 60_000) + 'x'.repeat(30_000));
      bodies.push(one);
      await sleep(20);
    }
    const first = await bodies[0]?.answer;
    expect([statusOf(first ?? ''), /retry-after: 1\r\n/i.test(first ?? '')]).toEqual([503, true]);
    expect(await ask('short')).toContain('5 bytes');
    bodies.at(-1)?.send('x'.repeat(30_000));
    expect(await bodies.at(-1)?.begun).toContain('60000 bytes');
  });

  test('a body in thousands of chunks counts with the memory that it takes, and gets a 503', async () => {
    await begin({ connections: 100, held: megabyte, patience: 10_000 });
    const one = connect();
    one.send('POST /echo HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n');
    one.send('1\r\nx\r\n'.repeat(5_000));
    expect(statusOf(await one.answer)).toBe(503);
  });

  test('a body that breaks off frees its share of the limit', async () => {
    await begin({ connections: 100, held: 100_000, patience: 10_000 });
    for (let n = 0; n < 5; n += 1) {
      const one = connect();
      one.send(head('/echo', 90_000) + 'x'.repeat(80_000));
      await sleep(20);
      one.socket.destroy();
      await one.answer;
    }
    expect(await ask('x'.repeat(80_000))).toContain('80000 bytes');
  });
});

describe('connections beyond the limit', () => {
  const idle = (): string => '';
  const unfinished = (): string => `${head('/echo', 100)}half`;
  const answered = (): string => `${head('/nowhere', 0)}`;
  test.each([
    ['that send nothing', idle],
    ['that do not end their request', unfinished],
    ['that stay idle after an answer', answered],
  ])('connections %s are closed in favour of new requests, and never exceed the limit', async (_, say) => {
    await begin({ connections: 20, held: megabyte, patience: 10_000 });
    const many: Raw[] = [];
    for (let n = 0; n < 40; n += 1) {
      const one = connect();
      one.send(say());
      many.push(one);
      if (say() === answered()) await one.begun;
    }
    await Promise.all(many.slice(0, 20).map(({ answer }) => answer));
    expect(many.filter(({ socket }) => socket.closed)).toHaveLength(20);
    expect(await ask('short')).toContain('5 bytes');
    expect(many.filter(({ socket }) => !socket.closed).length).toBeLessThan(20);
  });
});
