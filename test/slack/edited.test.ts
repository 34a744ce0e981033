import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversationIn } from '../../src/adapters/slack/address.ts';
import { nextTs } from './deliver.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
const channel = channels.support;
let bot: Rig;
beforeAll(async () => {
  bot = await rig();
});
afterAll(() => bot.stop());

/** Somebody who has written this in the support channel. */
async function wrote(text: string) {
  const ts = nextTs();
  await bot.event(team, { type: 'message', channel, channel_type: 'channel', user, text, ts });
  const shown = async () => {
    await bot.idle(conversationIn({ team, channel, thread: ts }));
    return (await bot.slack.held(team, channel, ts)).map(({ blocks }) => shownIn(blocks).lines.join('\n'));
  };
  const changed = async (now: string, more: object = {}) => {
    const message = { type: 'message', user, text: now, ts, edited: { user, ts: nextTs() }, ...more };
    const event = { type: 'message', subtype: 'message_changed', hidden: true, channel, channel_type: 'channel' };
    return bot.event(team, { ...event, ts: nextTs(), message, previous_message: { type: 'message', user, text, ts } });
  };
  return { shown, changed };
}

test('a message that is edited in Slack is understood anew, and answered below', async () => {
  const { shown, changed } = await wrote('自分で買ったPCです');
  const before = await shown();
  expect((await changed('会社のPCです')).status).toBe(200);
  const after = await shown();
  expect(after).toHaveLength(before.length + 1);
  expect(after.at(-1)).toContain('会社・学校のPC');
});

test.each([
  ['a link that Slack unfolds in a message', '自分で買ったPCです', {}],
  ['a change that Slack made itself', '会社のPCです', { edited: undefined }],
  ['an edited message of a bot', '会社のPCです', { bot_id: 'B0000000001' }],
  ['an edited message of somebody else', '会社のPCです', { user: 'U000000002' }],
])('%s is not answered', async (_, now, more) => {
  const { shown, changed } = await wrote('自分で買ったPCです');
  const before = await shown();
  expect((await changed(now, more)).status).toBe(200);
  expect(await shown()).toHaveLength(before.length);
});
