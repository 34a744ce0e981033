import { afterAll, beforeAll, describe, test } from 'vitest';
import { expectPlayed } from '../conversations/play.ts';
import { transcripts } from '../conversations/transcript.ts';
import { overHttp, slackPlayer } from './player.ts';
import { type Rig, rig } from './rig.ts';

describe('over HTTP', () => {
  let bot: Rig;
  beforeAll(async () => {
    bot = await rig();
  });
  afterAll(() => bot.stop());

  for (const written of transcripts)
    test(`${written.file} reads in Slack as written`, () =>
      expectPlayed(written, slackPlayer(bot, overHttp(bot), written.language)));
});
