import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { head, type Raw, raw, statusOf } from '../http/raw.ts';
import { json, post } from './deliver.ts';

test('120 unfinished bodies of 900 kB take at most 34 MiB of memory, and Slack is served meanwhile', async () => {
  const child = fork(fileURLToPath(new URL('./flooded.ts', import.meta.url)), { execArgv: ['--expose-gc'] });
  const flood: Raw[] = [];
  try {
    const [port] = await once(child, 'message');
    const memory = async (): Promise<number> => {
      child.send('memory');
      const [bytes] = await once(child, 'message');
      return bytes;
    };
    const verify = () =>
      post(`http://127.0.0.1:${port}`, JSON.stringify({ type: 'url_verification', challenge: 'c' }), json);
    expect((await verify()).status).toBe(200);
    const before = await memory();
    const headers = {
      'x-slack-request-timestamp': `${Math.floor(Date.now() / 1_000)}`,
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
    };
    const body = 'x'.repeat(900_000);
    const statuses: number[] = [];
    for (let n = 0; n < 120; n += 1) {
      const one = raw(port);
      one.send(head('/slack/events', 1_000_000, headers) + body);
      void one.begun.then((answer) => statuses.push(statusOf(answer)));
      flood.push(one);
      if (n % 20 === 0) expect((await verify()).status).toBe(200);
    }
    // 32 MiB hold 37 such bodies: the others are told to come again.
    for (let tries = 0; statuses.length < 80 && tries < 1_000; tries += 1) expect((await verify()).status).toBe(200);
    expect((await verify()).status).toBe(200);
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect(statuses.length).toBeGreaterThanOrEqual(80);
    // What was given up is collected aside.
    await expect.poll(async () => (await memory()) - before, { timeout: 3_000 }).toBeLessThan(34 * 1024 * 1024);
  } finally {
    for (const { socket } of flood) socket.destroy();
    child.kill();
  }
});
