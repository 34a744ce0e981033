import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { ConversationId } from '../../src/bot/ports.ts';
import { writeBehind } from '../../src/bot/runtime/write-behind.ts';
import type { Store } from '../../src/bot/storage.ts';
import { ann, conversation, makeStage, type Process, quick, type Stage } from './stage.ts';

/** Whether a turn came at once (within `moment`) is not left to the speed of the machine. */
const patient = { flushInterval: 60_000 };

/** A store that counts what is written to it. */
async function counting(): Promise<{ store: Store; writes: () => number }> {
  const store = storeOf(await sqlite(':memory:'));
  let writes = 0;
  const save: Store['save'] = (row) => {
    writes += 1;
    return store.save(row);
  };
  return { store: { ...store, save }, writes: () => writes };
}

/** Delivers a text and waits until its reply is shown, but not until that is written down. */
async function say(stage: Stage, { bot }: Process, text: string): Promise<void> {
  const before = stage.messages.length;
  await bot.receive(stage.text(text));
  await vi.waitFor(() => expect(stage.messages).toHaveLength(before + 1));
  await sleep(1); // The bot is told that it arrived.
}

test('a turn that follows at once stores the delivery of the reply before it, in one write per turn', async () => {
  const { store, writes } = await counting();
  const stage = await makeStage({ store });
  const process = stage.process(patient);
  for (const text of ['こんにちは', '会社のPCです', 'わからない', '使い方']) await say(stage, process, text);
  expect(writes()).toBe(4);
  await process.bot.rest();
  expect(writes()).toBe(5);
  expect((await stage.saved()).lanes.channel).toMatchObject({ jobs: [], by: '' });
});

test('a delivery that no turn follows is stored within the flush interval', async () => {
  const stage = await makeStage();
  await say(stage, stage.process({ flushInterval: 20 }), 'こんにちは');
  await vi.waitFor(async () => expect((await stage.saved()).lanes.channel.jobs).toEqual([]), { timeout: 5_000 });
});

test('a pending write waits for the flush interval, and is written together with one offered soon after it', async () => {
  vi.useFakeTimers();
  try {
    const waiting = writeBehind(100);
    const ended: string[] = [];
    const offer = (name: string) => {
      void waiting.offer(name as ConversationId, (saved) => saved).then(() => ended.push(name));
    };
    offer('slack:one');
    await vi.advanceTimersByTimeAsync(10);
    offer('slack:two');
    await vi.advanceTimersByTimeAsync(10);
    offer('slack:three');
    await vi.advanceTimersByTimeAsync(79);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toEqual(['slack:one', 'slack:two']);
    await vi.advanceTimersByTimeAsync(19);
    expect(ended).toEqual(['slack:one', 'slack:two']);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toEqual(['slack:one', 'slack:two', 'slack:three']);
  } finally {
    vi.useRealTimers();
  }
});

test('a click on a reply whose delivery is not yet stored edits that reply', async () => {
  const stage = await makeStage();
  const process = stage.process(patient);
  await say(stage, process, '会社のPCです');
  const { choices } = stage.last().outgoing.view;
  await process.bot.receive(stage.press(choices[0]?.id ?? ''));
  await process.bot.rest();
  expect(stage.messages.map(({ answer }) => answer)).toEqual([choices[0]?.label, undefined]);
});

test('a pending write after which another process wrote loses no message and repeats no reply', async () => {
  const stage = await makeStage();
  const [one, two] = [stage.process(patient), stage.process(patient)];
  await say(stage, one, 'こんにちは');
  // The lane is still held by the first process, which has not written down that it is done.
  await two.bot.receive(stage.text('会社のPCです'));
  expect(stage.messages).toHaveLength(1);
  await one.bot.receive(stage.text('エラーは0xC004F074です'));
  await Promise.all([one.bot.rest(), two.bot.rest()]);
  expect(stage.messages).toHaveLength(3);
  expect(stage.last().outgoing.facts).toMatchObject({ origin: 'organization', errorCodes: ['0xC004F074'] });
  expect((await stage.saved()).lanes.channel).toMatchObject({ jobs: [], by: '' });
});

test('a repeated delivery before the pending write is stored loses nothing and sends nothing twice', async () => {
  const stage = await makeStage();
  const process = stage.process(patient);
  const first = stage.text('こんにちは');
  await process.bot.receive(first);
  await vi.waitFor(() => expect(stage.messages).toHaveLength(1));
  await process.bot.receive(first);
  await process.bot.rest();
  expect(stage.messages).toHaveLength(1);
  expect((await stage.saved()).lanes.channel).toMatchObject({ jobs: [], by: '' });
});

test('a reply sent by a process that died before storing its delivery is looked up, not sent again', async () => {
  const stage = await makeStage();
  await say(stage, stage.process(patient), 'こんにちは');
  expect((await stage.saved()).lanes.channel.jobs).toHaveLength(1);
  const next = stage.process();
  stage.clock += quick.lease + 1;
  expect(await next.bot.sweep()).toBe(1);
  await next.bot.rest();
  expect(stage.messages).toHaveLength(1);
  expect((await stage.saved()).lanes.channel.jobs).toEqual([]);
});

test('a person erased while a write is pending stays erased', async () => {
  const stage = await makeStage();
  const process = stage.process(patient);
  await say(stage, process, '会社のPCです');
  await process.bot.receive(stage.text('データを消して'));
  await process.bot.rest();
  expect(await stage.store.load(conversation)).toBeUndefined();
  expect(await stage.store.of(ann)).toEqual([]);
});
