import { afterAll, beforeAll, describe, test } from 'vitest';
import { expectPlayed } from '../conversations/play.ts';
import { transcripts } from '../conversations/transcript.ts';
import { overHttp, slackPlayer } from './player.ts';
import { type Rig, rig } from './rig.ts';

describe('Slack over HTTP', () => {
  let bot: Rig;
  beforeAll(async () => {
    bot = await rig();
  });
  afterAll(() => bot.stop());

  for (const written of transcripts)
    test(`${written.file} shows in Slack what the transcript says`, () =>
      expectPlayed(written, slackPlayer(bot, overHttp(bot), written.language)));
});
