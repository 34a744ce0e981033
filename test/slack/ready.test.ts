import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type App, startApp } from '../../src/adapters/app.ts';
import { readSettings } from '../../src/adapters/config/settings.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import { envelopeOf, json, nextTs, post, signingSecret } from './deliver.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';
import { installIn } from './install.ts';

let logged: string[];
const line = (about: object, what: string) => void logged.push(`${what} ${JSON.stringify(about)}`);
const log = { info: line, warn: line, error: line };
let folder: string;
let fake: FakeSlack;
let app: App;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-ready-'));
  fake = await fakeSlack();
  logged = [];
});
afterEach(async () => {
  await app.stop();
  await fake.close();
  rmSync(folder, { recursive: true });
});

const socket = { SLACK_BOT_TOKEN: 'xoxb-one', SLACK_APP_TOKEN: 'xapp-1' };
const http = { SLACK_BOT_TOKEN: 'xoxb-one', SLACK_SIGNING_SECRET: signingSecret };
const key = (n: number) => Buffer.alloc(32, n).toString('base64');
const oauth = {
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'c',
  SLACK_STATE_SECRET: 'x'.repeat(16),
};

/** Starts the whole program; resolves to the milliseconds that it took. */
async function start(own: Readonly<Record<string, string>>): Promise<number> {
  const began = Date.now();
  const settings = readSettings({
    SLACK_API_URL: fake.url,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    DRAIN_SECONDS: '0',
    ...own,
  });
  app = await startApp(settings, log);
  return Date.now() - began;
}
async function ready(): Promise<readonly [number, string]> {
  const response = await fetch(`http://127.0.0.1:${app.port}/readyz`);
  return [response.status, await response.text()];
}
const status = async () => (await ready())[0];

test('/readyz answers 200 while Socket Mode is connected, and 503 while it is not', async () => {
  await start(socket);
  expect(await ready()).toEqual([200, 'ready\ndatabase: ok\nslack: ok\n']);
  fake.down(true);
  await expect.poll(status).toBe(503);
  expect((await ready())[1]).toMatch(/^not ready\ndatabase: ok\nslack: no connection by Socket Mode \(.+\)\n$/);
  fake.down(false);
  await expect.poll(status, { timeout: 10_000 }).toBe(200);
});

test('the program starts during an outage of Slack and is ready after it', async () => {
  fake.down(true);
  await start(socket);
  expect(await status()).toBe(503);
  fake.down(false);
  await expect.poll(status, { timeout: 10_000 }).toBe(200);
});

test('the program starts within 8 s, not ready, if Slack accepts the socket and sends no greeting', async () => {
  fake.mute(true);
  expect(await start(socket)).toBeLessThan(8_000);
  expect(await status()).toBe(503);
});

test.each([
  ['over HTTP', http],
  ['by Socket Mode', socket],
])('the program starts and is not ready if Slack refuses the token, and says what to do: %s', async (_title, own) => {
  fake.says('auth.test', { ok: false, error: 'invalid_auth' });
  await start(own);
  const [is, said] = await ready();
  expect(is).toBe(503);
  expect(said).toContain(
    '\nslack: Slack refuses SLACK_BOT_TOKEN (invalid_auth): install the app in its workspace again',
  );
  expect(logged.filter((one) => one.includes('Slack refuses SLACK_BOT_TOKEN (invalid_auth)'))).toHaveLength(1);
  expect(said + logged.join()).not.toContain('xoxb');
});

test('the program is ready while one of two channels works, and names the other', async () => {
  fake.says('auth.test', { ok: false, error: 'token_revoked' });
  await start({ ...http, TEAMS_LOCAL: 'true' });
  const [is, said] = await ready();
  expect(is).toBe(200);
  expect(said).toMatch(/^ready\ndatabase: ok\nslack: Slack refuses SLACK_BOT_TOKEN \(token_revoked\).+\nteams: ok\n$/);
});

test('the program identifies its token at the start, and not at the first delivery', async () => {
  await start(http);
  const asked = () => fake.calls.filter(({ method }) => method === 'auth.test').length;
  // Once to be ready, and once by the look at all that the settings name.
  await expect.poll(asked).toBe(2);
  const event = {
    type: 'message',
    channel_type: 'im',
    channel: 'D000000001',
    user: 'U000000001',
    text: '？',
    ts: nextTs(),
  };
  const answer = await post(`http://127.0.0.1:${app.port}`, JSON.stringify(envelopeOf('T0ONE00001', event)), json);
  expect([answer.status, asked()]).toEqual([200, 2]);
});

test('the program logs a configured channel that does not exist once it has started', async () => {
  await start({ ...http, SLACK_DESK_CHANNEL: 'C0NOWHERE1' });
  await expect.poll(() => logged.join('\n')).toContain('SLACK_DESK_CHANNEL C0NOWHERE1: there is no such channel');
  expect(await status()).toBe(200);
});

describe('the program with stored workspace tokens', () => {
  const fresh = { keys: [key(7)], teams: [] };
  async function keep(): Promise<void> {
    const database = await sqlite(join(folder, 'ninsho-navi.sqlite'));
    await installIn(vaultOf(database), fresh);
    await database.close();
  }

  test('the program is not ready if SLACK_ENCRYPTION_KEY decrypts no stored token, and says what to do', async () => {
    await keep();
    await start({ ...oauth, SLACK_ENCRYPTION_KEY: key(8) });
    const [is, said] = await ready();
    expect(is).toBe(503);
    expect(said).toContain("\nslack: SLACK_ENCRYPTION_KEY decrypts no workspace's token: put the key");
    const line = 'SLACK_ENCRYPTION_KEY does not decrypt what these installed: T0ONE00001, T0TWO00002; put the key';
    await expect.poll(() => logged.join()).toContain(line);
  });

  test('the program encrypts stored tokens with the new key, so that the old key can be removed', async () => {
    await keep();
    await start({ ...oauth, SLACK_ENCRYPTION_KEY: `${key(8)},${key(7)}` });
    expect(await status()).toBe(200);
    await app.stop();
    await start({ ...oauth, SLACK_ENCRYPTION_KEY: key(8) });
    expect(await status()).toBe(200);
    expect(logged.join()).not.toContain('SLACK_ENCRYPTION_KEY');
  });
});
