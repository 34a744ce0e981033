import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApp } from '../../src/adapters/app.ts';
import { readSettings } from '../../src/adapters/config/settings.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
let child: ChildProcess | undefined;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-stop-'));
  [child, said] = [undefined, ''];
});
afterEach(() => {
  try {
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
  rmSync(folder, { recursive: true });
});

interface Started {
  readonly base: string;
  readonly child: ChildProcess;
  /** Its exit code; null: a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts a server in a group of processes of its own, and resolves once it is ready. */
async function start(
  command: string,
  args: readonly string[],
  own: Readonly<Record<string, string>> = {},
  stderr: 'pipe' | number = 'pipe',
): Promise<Started> {
  const started = spawn(command, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', stderr],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      PORT: '0',
      TEAMS_LOCAL: 'true',
      DATA_DIR: folder,
      DRAIN_SECONDS: '0',
      ...own,
    },
  });
  child = started;
  started.stderr?.on('data', (data: Buffer) => {
    said += data.toString();
  });
  const ended = new Promise<number | null>((resolve) => started.once('exit', resolve));
  const port = await new Promise<string>((resolve, reject) => {
    started.stdout?.on('data', (data: Buffer) => {
      const [, found] = /ready: .+ port (\d+)/.exec(data.toString()) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`ended before it was ready: ${said}`)));
  });
  return { base: `http://127.0.0.1:${port}`, child: started, ended };
}
const program = ['--import', './src/adapters/cli/require-node.mjs', 'src/adapters/cli/main.ts'];
const server = (own?: Readonly<Record<string, string>>, stderr?: number) =>
  start(process.execPath, program, own, stderr);
const get = async (url: string) => {
  const response = await fetch(url);
  return `${response.status} ${await response.text()}`;
};
const serves = (base: string) =>
  fetch(`${base}/healthz`).then(
    () => true,
    () => false,
  );

test.each(['SIGTERM', 'SIGINT'] as const)(
  'npm start that gets %s ends its program with code 0 and frees the port',
  async (signal) => {
    const npm = await start('npm', ['start']);
    expect(await serves(npm.base)).toBe(true);
    npm.child.kill(signal);
    expect(await npm.ended).toBe(0);
    expect(await serves(npm.base)).toBe(false);
  },
);

test('Ctrl-C under npm start, which signals the program twice, still lets it end gracefully', async () => {
  const npm = await start('npm', ['start'], { DRAIN_SECONDS: '1' });
  process.kill(-(npm.child.pid ?? 0), 'SIGINT');
  expect(await npm.ended).toBe(0);
  expect(said).not.toContain('Ended at once');
});

test('a server that drains answers 503 at /readyz and still serves, and a second signal ends it at once', async () => {
  const { base, child: is, ended } = await server({ DRAIN_SECONDS: '300' });
  is.kill('SIGTERM');
  await expect.poll(() => get(`${base}/readyz`)).toBe('503 not ready\nstopping\ndatabase: ok\nteams: ok\n');
  expect(await get(`${base}/healthz`)).toBe('200 ok\n');
  await sleep(600);
  is.kill('SIGTERM');
  expect(await ended).toBe(1);
});

test('a server serves nothing after it has drained', async () => {
  const settings = { PORT: '0', TEAMS_LOCAL: 'true', DATA_DIR: folder, DRAIN_SECONDS: '0.5' };
  const app = await startApp(readSettings(settings), { info: () => {}, warn: () => {}, error: () => {} });
  const base = `http://127.0.0.1:${app.port}`;
  const stopped = app.stop();
  expect(await get(`${base}/readyz`)).toContain('503 not ready\nstopping');
  await stopped;
  expect(await serves(base)).toBe(false);
});

test('a server goes on after SIGHUP, when its terminal is closed', async () => {
  const { base, child: is, ended } = await server();
  is.kill('SIGHUP');
  await expect.poll(() => said).toContain('Going on');
  expect(await get(`${base}/readyz`)).toContain('200 ready');
  is.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a server goes on when its log cannot be written, as on a full disk', async () => {
  const { base, child: is, ended } = await server({}, openSync('/dev/null', 'r'));
  is.kill('SIGHUP');
  await sleep(200);
  expect(await get(`${base}/readyz`)).toContain('200 ready');
  is.kill('SIGTERM');
  expect(await ended).toBe(0);
});
