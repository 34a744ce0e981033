import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { desk, handedOver, person, team } from './at-desk.ts';
import { signingSecret } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { type Rig, rig } from './rig.ts';
import { workspaces } from './workspace.ts';

const program = fileURLToPath(new URL('../../src/adapters/cli/forget.ts', import.meta.url));

let folder: string;
let bot: Rig;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-forget-'));
  bot = await rig({ desks: [deskOn(desk)] }, undefined, 0, join(folder, 'ninsho-navi.sqlite'));
});
afterEach(async () => {
  await bot.stop();
  rmSync(folder, { recursive: true });
});

test('an operator who forgets a person deletes their ticket in the channel of the desk, or is told that it stays', async () => {
  const forget = async () => {
    const settings = { SLACK_SIGNING_SECRET: signingSecret, SLACK_DESK_CHANNEL: desk, SLACK_API_URL: bot.slack.url };
    const { stdout } = await promisify(execFile)(process.execPath, [program, `slack:${team}:${person}`], {
      cwd: folder,
      env: { DATA_DIR: folder, SLACK_BOT_TOKEN: workspaces.T0ONE00001.token, ...settings },
    });
    return stdout;
  };
  await handedOver(bot);
  expect(await forget()).toMatch(/^Conversations deleted: 1\nA ticket was deleted at the desk slack: [\d.]+\n$/);
  expect(await bot.slack.held(team, desk)).toEqual([]);
  await handedOver(bot);
  bot.slack.says('chat.delete', { ok: false, error: 'cant_delete_message' });
  expect(await forget()).toContain('A ticket stays at the desk slack, delete it by hand: ');
});
