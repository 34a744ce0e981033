import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boundedLines } from '../../src/adapters/stderr.ts';
import { ownContacts } from '../doctor/own-contacts.ts';
import { activity, mentioning, type Place } from '../teams/people.ts';

const program = fileURLToPath(new URL('../../src/adapters/cli/main.ts', import.meta.url));
describe('the server with standard error as a pipe', () => {
  let folder: string;
  let child: ChildProcessByStdio<null, Readable, Readable>;
  let url: string;

  /** Starts the real program; nobody reads its standard error yet. */
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ninsho-stalled-'));
    const own = { TEAMS_LOCAL: 'true', DATA_DIR: folder, CONTACTS_FILE: ownContacts(folder) };
    const env = { PATH: process.env['PATH'] ?? '', PORT: '0', ...own };
    child = spawn(process.execPath, [program], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [line] = await once(child.stdout, 'data');
    url = `http://127.0.0.1:${/port (\d+)/.exec(String(line))?.[1]}/api/messages`;
  });
  afterEach(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** Delivers something that is logged with 300 bytes and left alone, an edit where there is no case; resolves to the status, or 0 after 5 s without one. */
  async function deliver(n: number): Promise<number> {
    const conversation = `19:${'x'.repeat(200)}@thread.tacv2;messageid=${n}`;
    const place: Place = { service: 'http://127.0.0.1:1', tenant: 'one', conversation, kind: 'channel' };
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity(place, 'somebody', { ...mentioning('おはよう'), type: 'messageUpdate' })),
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined);
    await response?.text();
    return response?.status ?? 0;
  }

  async function flood(deliveries: number): Promise<readonly number[]> {
    const statuses: number[] = [];
    for (let n = 0; n < deliveries && !statuses.includes(0); n += 20)
      statuses.push(...(await Promise.all(Array.from({ length: 20 }, (_, more) => deliver(n + more)))));
    return statuses;
  }

  test('the server acknowledges every delivery while nobody reads standard error, and SIGTERM ends it', async () => {
    const statuses = await flood(1_200);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    // What was never read is what no pipe could hold.
    expect((await text(child.stderr)).length).toBeLessThan(1_200 * 300);
  });

  test('the server writes every log line once standard error is read, and goes on after the reader has closed it', async () => {
    expect(await flood(1_200)).not.toContain(0);
    let lines = 0;
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        lines += chunk.toString().split('\n').length - 1;
        if (lines >= 1_200) resolve();
      });
    });
    expect(lines).toBe(1_200);
    child.stderr.destroy();
    expect(await flood(40)).not.toContain(0);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

test('log lines beyond the buffer limit are dropped, and their number is reported once the buffer is read', async () => {
  const stream = new PassThrough({ highWaterMark: 10 });
  const told: number[] = [];
  const write = boundedLines(stream, (dropped) => told.push(dropped), 1_000);
  for (let n = 0; n < 50; n += 1) write(`${'x'.repeat(99)}\n`);
  expect([stream.writableLength <= 1_000, told]).toEqual([true, []]);
  stream.resume();
  await once(stream, 'drain');
  const [dropped = 0] = told;
  expect(told).toHaveLength(1);
  expect(dropped).toBeGreaterThanOrEqual(39);
  write('again\n');
  write('and again\n');
  expect(told).toHaveLength(1);
});
