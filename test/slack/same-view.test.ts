import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversationIn } from '../../src/adapters/slack/address.ts';
import { toSnapshot } from '../../src/bot/runtime/snapshot.ts';
import { nextTs } from './deliver.ts';
import type { Held } from './fake-slack.ts';
import { clickOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { type Standing, standing } from './standing.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
const channel = channels.support;
let bot: Rig;
beforeAll(async () => {
  bot = await rig();
});
afterAll(() => bot.stop());

/** Somebody whose conversation stands at a view, and who sees it as the bot's last message. */
async function at({ talk, view }: Standing) {
  const thread = nextTs();
  const conversation = conversationIn({ team, channel, thread });
  const held = () => bot.slack.held(team, channel, thread);
  const ready = () => bot.idle(conversation);
  const write = async (ts: string, text: string): Promise<void> => {
    await bot.event(team, { type: 'message', channel, channel_type: 'channel', user, text, ts, thread_ts: thread });
    await ready();
  };
  await write(thread, 'こんにちは');
  const row = await bot.store.load(conversation);
  if (row === undefined) throw new Error('Nothing was kept');
  const version = row.version + 1;
  const body = JSON.stringify({ ...JSON.parse(row.body), version, talk: toSnapshot(talk) });
  expect(await bot.store.save({ ...row, version, body })).toBe(true);
  await write(nextTs(), 'ヘルプ');
  const press = async (on: Held | undefined, choice: string): Promise<void> => {
    const drawn = shownIn(on?.blocks ?? []).buttons.find((one) => one.choice === choice);
    if (drawn === undefined) throw new Error(`No ${choice} at ${view}`);
    const { status } = await bot.interact(clickOf({ team, user, channel, thread, on: on?.ts }, drawn));
    expect(status).toBe(200);
  };
  return { held, ready, press };
}

test.each(standing())(
  'a double click at $view on "$choice" acts once, and a click on its reply acts again',
  async (one) => {
    const { held, ready, press } = await at(one);
    const before = await held();
    await Promise.all([press(before.at(-1), one.choice), press(before.at(-1), one.choice)]);
    await ready();
    const answered = await held();
    expect(answered).toHaveLength(before.length + 1);
    await press(answered.at(-1), one.choice);
    await ready();
    expect(await held()).toHaveLength(before.length + 2);
  },
);

describe('advice.putback', () => {
  const putback = standing().find(({ view, choice }) => view === 'advice.putback' && choice === 'human') as Standing;

  test('a second click on "human" during the edit after the first does nothing', async () => {
    const { held, ready, press } = await at(putback);
    const before = await held();
    bot.slack.fault('slow', 1, 'chat.update');
    await press(before.at(-1), 'human');
    await sleep(300);
    await press(before.at(-1), 'human');
    await ready();
    expect(await held()).toHaveLength(before.length + 1);
  });

  test('a click on the reply acts even while the answered message cannot be edited', async () => {
    const { held, ready, press } = await at(putback);
    const before = await held();
    bot.slack.fault('busy', 20, 'chat.update');
    await press(before.at(-1), 'human');
    await expect.poll(held).toHaveLength(before.length + 1);
    await sleep(100);
    await press((await held()).at(-1), 'human');
    await ready();
    expect(await held()).toHaveLength(before.length + 2);
  });
});
