import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { play } from '../conversations/play.ts';
import { overHttp, slackPlayer } from './player.ts';
import { type Rig, rig } from './rig.ts';

const folder = new URL('../conversations/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.chat'));

describe('over HTTP', () => {
  let bot: Rig;
  beforeAll(async () => {
    bot = await rig();
  });
  afterAll(() => bot.stop());

  for (const file of files)
    test(`${file} reads in Slack as written`, async () => {
      const script = readFileSync(new URL(file, folder), 'utf8');
      const heard = await play(script, slackPlayer(bot, overHttp(bot), file.endsWith('.en.chat') ? 'en' : 'ja'));
      expect(heard).toBe(script);
    });
});
