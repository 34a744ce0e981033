import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from '../../src/adapters/app.ts';
import { readSettings } from '../../src/adapters/config/settings.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';

const nothing = () => {};
const silent = { info: nothing, warn: nothing, error: nothing };
let folder: string;
let fake: FakeSlack;
let app: App;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-ready-'));
  fake = await fakeSlack();
});
afterEach(async () => {
  await app.stop();
  await fake.close();
  rmSync(folder, { recursive: true });
});

/** Starts the whole program by Socket Mode; resolves to the milliseconds that it took. */
async function start(): Promise<number> {
  const began = Date.now();
  const settings = readSettings({
    SLACK_BOT_TOKEN: 'xoxb-one',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: fake.url,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
  });
  app = await startApp(settings, silent);
  return Date.now() - began;
}
const ready = async () => (await fetch(`http://127.0.0.1:${app.port}/readyz`)).status;

test('it is ready while its connection to Slack stands, and only then', async () => {
  await start();
  expect(await ready()).toBe(200);
  fake.down(true);
  await expect.poll(ready).toBe(503);
  fake.down(false);
  await expect.poll(ready, { timeout: 10_000 }).toBe(200);
});

test('it starts while Slack is away, and is ready once Slack is back', async () => {
  fake.down(true);
  await start();
  expect(await ready()).toBe(503);
  fake.down(false);
  await expect.poll(ready, { timeout: 10_000 }).toBe(200);
});

test('a Slack that opens the connection and does not greet holds up nothing', async () => {
  fake.mute(true);
  expect(await start()).toBeLessThan(8_000);
  expect(await ready()).toBe(503);
});
