import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from '../../src/adapters/app.ts';
import { readSettings } from '../../src/adapters/config/settings.ts';
import { envelopeOf, json, nextTs, post, signingSecret } from './deliver.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';
import { linesOf } from './opened.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const silent = { info: () => {}, warn: () => {}, error: () => {} };
let folder: string;
let fake: FakeSlack;
let app: App;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-pictures-'));
  fake = await fakeSlack();
});
afterEach(async () => {
  await app.stop();
  await fake.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['on', '画像を読み取っています'],
  ['off', '画像やファイルは読み取れません'],
])('the whole program with PICTURES=%s answers a picture with 「%s」', async (PICTURES, words) => {
  const settings = readSettings({
    SLACK_BOT_TOKEN: 'xoxb-one',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_SUPPORT_CHANNELS: channels.support,
    SLACK_API_URL: fake.url,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    DRAIN_SECONDS: '0',
    PICTURES,
  });
  app = await startApp(settings, silent);
  const file = fake.files.add({ bytes: Buffer.from('89504e470d0a1a0a', 'hex'), mimetype: 'image/png' });
  const ts = nextTs();
  const event = { type: 'message', subtype: 'file_share', channel: channels.support, user: 'U000000001', text: '', ts };
  const body = JSON.stringify(envelopeOf(team, { ...event, channel_type: 'channel', files: [file] }));
  await post(`http://127.0.0.1:${app.port}`, body, json);
  await expect
    .poll(async () => linesOf((await fake.held(team, channels.support, ts))[0]), { timeout: 8_000 })
    .toContain(words);
});
