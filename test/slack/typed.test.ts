import { afterEach, expect, test } from 'vitest';
import { conversationIn } from '../../src/adapters/slack/address.ts';
import type { SlackConfig } from '../../src/adapters/slack/config.ts';
import { nextTs } from './deliver.ts';
import { clickOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
const channel = channels.support;
let bot: Rig;
afterEach(() => bot.stop());

/** Somebody who has been greeted in a thread. */
async function greeted(more: Partial<SlackConfig> = {}) {
  bot = await rig(more);
  const thread = nextTs();
  const held = () => bot.slack.held(team, channel, thread);
  const idle = () => bot.idle(conversationIn({ team, channel, thread }));
  const write = async (text: string, ts = nextTs()): Promise<void> => {
    const event = { type: 'message', channel, channel_type: 'channel', user, text, ts, thread_ts: thread };
    expect((await bot.event(team, event)).status).toBe(200);
  };
  await write('こんにちは', thread);
  await idle();
  return { held, idle, write, thread };
}
const calls = (from = 0) =>
  bot.slack.calls.slice(from).flatMap(({ method }) => (method.startsWith('chat.') ? [method] : []));
const hasButtons = async (held: ReturnType<Rig['slack']['held']>) =>
  (await held).map(({ blocks }) => blocks.some(({ type }) => type === 'actions'));

test('after typed answers only the newest message has buttons, and the others keep all their other blocks', async () => {
  const { held, idle, write } = await greeted();
  for (const text of ['会社のPCです', 'ありがとう', '0xC004F074', '使い方']) {
    const before = await held();
    await write(text);
    await idle();
    const after = await held();
    expect(await hasButtons(held())).toEqual([...before.map(() => false), true]);
    const plain = before.at(-1)?.blocks.filter(({ type }) => type !== 'actions');
    expect(after[before.length - 1]?.blocks).toEqual(plain);
  }
});

test('a typed answer costs one post and, after it, one edit; so does a press, in the other order', async () => {
  const { held, idle, write, thread } = await greeted();
  expect(calls()).toEqual(['chat.postMessage']);
  const typed = bot.slack.calls.length;
  await write('会社のPCです');
  await idle();
  expect(calls(typed)).toEqual(['chat.postMessage', 'chat.update']);
  const pressed = bot.slack.calls.length;
  const newest = (await held()).at(-1);
  const [button] = shownIn(newest?.blocks ?? []).answers;
  if (button === undefined) throw new Error('No answer to press');
  await bot.interact(clickOf({ team, user, channel, thread, on: newest?.ts }, button));
  await idle();
  expect(calls(pressed)).toEqual(['chat.update', 'chat.postMessage']);
});

test('a press that turns the page of a list costs one edit and no post, and opens a step in the same message', async () => {
  const { held, idle, write, thread } = await greeted();
  await write('会社のPCで0xC004F074が出ます');
  await idle();
  for (const [choice, title] of [
    ['step-2', '（2/'],
    ['next', '（3/'],
    ['back', '（2/'],
  ] as const) {
    const before = await held();
    const called = bot.slack.calls.length;
    const newest = before.at(-1);
    const button = shownIn(newest?.blocks ?? []).buttons.find((one) => one.choice === choice);
    if (button === undefined) throw new Error(`No ${choice}`);
    await bot.interact(clickOf({ team, user, channel, thread, on: newest?.ts }, button));
    await idle();
    expect(calls(called)).toEqual(['chat.update']);
    const after = await held();
    expect(after.map(({ ts }) => ts)).toEqual(before.map(({ ts }) => ts));
    expect(shownIn(after.at(-1)?.blocks ?? []).lines.join()).toContain(title);
  }
});

test('edits beyond the rate limit wait for their turn, and no reply waits for them', async () => {
  const { held, write } = await greeted({ rates: { postsPerSecond: 0, editsPerMinute: 1, readsPerMinute: 0 } });
  for (const [n, text] of ['会社のPCです', 'ありがとう', '0xC004F074', '使い方'].entries()) {
    await write(text);
    await expect.poll(held).toHaveLength(n + 2);
  }
  await expect.poll(() => calls().filter((method) => method === 'chat.update')).toHaveLength(1);
  expect(await hasButtons(held())).toEqual([false, true, true, true, true]);
});

test('a press on an earlier message that still has its buttons asks the present question again', async () => {
  const { held, idle, write, thread } = await greeted();
  const [first] = await held();
  const old = shownIn(first?.blocks ?? []).answers.find(({ choice }) => choice === 'used');
  if (old === undefined) throw new Error('No such answer');
  bot.slack.fault('busy', 20, 'chat.update');
  await write('会社のPCです');
  await expect.poll(held).toHaveLength(2);
  await bot.interact(clickOf({ team, user, channel, thread, on: first?.ts }, old));
  await expect.poll(held).toHaveLength(3);
  await idle();
  const [, asked, again] = await held();
  const title = (blocks: typeof again) => shownIn(blocks?.blocks ?? []).lines.at(-1);
  expect(title(again)).toBe(title(asked));
  expect(await hasButtons(held())).toEqual([false, false, true]);
});
