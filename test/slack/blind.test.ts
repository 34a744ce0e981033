import { expect, test } from 'vitest';
import { nextTs } from './deliver.ts';
import { rig } from './rig.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';

test('a reply is sent again when its connection was cut and Slack refuses the look-up, and the next reply follows', async () => {
  const bot = await rig();
  const [channel, thread] = [channels.support, nextTs()];
  const write = async (ts: string, text: string) => {
    const event = { type: 'message', channel, channel_type: 'channel', user: 'U000000001', text, ts };
    await bot.event(team, ts === thread ? event : { ...event, thread_ts: thread });
    await bot.idle(`slack:${team}:${channel}:${thread}`);
  };
  try {
    bot.slack.fault('cut', 1, 'chat.postMessage');
    bot.slack.fault('refused', 1, 'conversations.replies');
    await write(thread, '認証できません');
    await write(nextTs(), '会社のPCです');
    const replies = await bot.slack.held(team, channel, thread);
    const [first, again, next] = replies.map(({ metadata }) => metadata?.event_payload.key);
    const looked = bot.slack.calls.find(({ method }) => method === 'conversations.replies');
    expect(Date.now() / 1_000 - Number(looked?.body['oldest'])).toBeLessThan(15 * 60);
    expect(replies).toHaveLength(3);
    expect(again).toBe(first);
    expect(next).not.toBe(first);
  } finally {
    await bot.stop();
  }
});
