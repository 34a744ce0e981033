import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PersonId } from '../../src/bot/ports.ts';
import { nextTs } from './deliver.ts';
import { rig } from './rig.ts';

const team = 'T0ONE00001';
const user = 'U000000001';

test('the stop of the bot waits until a shortcut under way is stored', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ninsho-stop-'));
  const file = join(folder, 'bot.sqlite');
  try {
    const bot = await rig({}, undefined, 0, file);
    bot.slack.fault('slow', 1, 'conversations.open');
    const shortcut = { type: 'shortcut', callback_id: 'begin', team: { id: team }, user: { id: user } };
    const answered = bot.interact({ ...shortcut, trigger_id: nextTs() });
    await sleep(300);
    await bot.stop();
    expect((await answered).status).toBe(200);
    const next = await rig({}, undefined, 0, file);
    expect(await next.store.of(`slack:${team}:${user}` as PersonId)).toHaveLength(1);
    await next.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the stop of the bot waits at most 8 s for a call that nobody needs, such as the home tab', async () => {
  const bot = await rig();
  bot.slack.fault('hang', 1, 'views.publish');
  await bot.event(team, { type: 'app_home_opened', user, channel: 'D0HOME0001', tab: 'home' });
  await sleep(300);
  const began = Date.now();
  await bot.stop();
  expect(Date.now() - began).toBeGreaterThan(4_000);
  expect(Date.now() - began).toBeLessThan(8_000);
});
