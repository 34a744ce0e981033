import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { digest } from '../../src/bot/lib/hash.ts';
import type { RateLimit } from '../../src/bot/lib/rates.ts';
import type { ConversationId, PersonId } from '../../src/bot/ports.ts';
import type { Policy } from '../../src/bot/runtime/policy.ts';
import type { Store } from '../../src/bot/storage.ts';
import { jobsIn } from './counts.ts';
import { deliver, makeStage, type Process, pass, type Stage } from './stage.ts';

const limit: RateLimit = { name: 'one channel', perSecond: 20, burst: 5 };
/** On a clock that is moved by hand nobody waits in place. */
const inTime = { waitInPlace: 0, flushInterval: 1 } satisfies Partial<Policy>;

/** Somebody writes in a conversation of their own; gives the key of the reply that they are owed. */
async function write(stage: Stage, { bot }: Process, name: string): Promise<string> {
  const own = { id: name, conversation: `slack:${name}` as ConversationId, person: `slack:T1/${name}` as PersonId };
  await bot.receive(stage.text('会社のPCです', own));
  return digest(own.conversation, String(stage.clock), name);
}

/** Goes on in small steps until nothing is due; gives how many milliseconds that took. */
async function drain(stage: Stage, processes: readonly Process[], count: number): Promise<number> {
  const began = stage.clock;
  for (const until = began + 60_000; stage.messages.length < count && stage.clock < until; stage.clock += 25) {
    for (const { bot } of processes) {
      await bot.sweep();
      await bot.rest();
    }
  }
  return stage.clock - began;
}

const shown = ({ messages }: Stage) => messages.map(({ key }) => key);

test('two processes under one rate limit answer forty people in the order in which they wrote, at the full rate', async () => {
  const stage = await makeStage({ limit });
  const processes = [stage.process(inTime), stage.process(inTime)] as const;
  const keys: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const process = processes[n % 2] ?? processes[0];
    keys.push(await write(stage, process, `p${n}`));
    await process.bot.rest();
  }
  expect(stage.messages.length).toBeLessThan(8);
  const took = await drain(stage, processes, 40);
  expect(shown(stage)).toEqual(keys);
  expect(took).toBeGreaterThan(1_500);
  expect(took).toBeLessThan(2_200);
});

test('a new reply does not overtake those that wait for a rate limit, and one that the channel refused goes first', async () => {
  const stage = await makeStage({ limit });
  const one = stage.process(inTime);
  const keys: string[] = [];
  for (let n = 0; n < 12; n += 1) {
    // The second is refused, while the third is on its way.
    if (n === 5) stage.faults.post.push({ later: 700 });
    keys.push(await write(stage, one, `p${n}`));
    if (n < 5) await one.bot.rest();
  }
  await one.bot.rest();
  stage.clock += 60;
  expect(await drain(stage, [one], 6)).toBeGreaterThan(600);
  keys.push(await write(stage, one, 'newcomer'));
  await one.bot.rest();
  await drain(stage, [one], 13);
  expect(shown(stage)).toEqual(keys);
  expect(jobsIn(one.tally)).toMatchObject({ posts: 13, retries: 1, dead: 0 });
});

test('a conversation for which no call waits makes no database statement for the rate limit', async () => {
  const store: Store = storeOf(await sqlite(':memory:'));
  const changeRate = vi.fn(store.changeRate);
  const stage = await makeStage({ limit, store: { ...store, changeRate: changeRate as Store['changeRate'] } });
  const process = stage.process(inTime);
  for (let n = 0; n < 10; n += 1) {
    await deliver(process, () => stage.text('ヘルプ'));
    stage.clock += 5_000;
  }
  expect(stage.messages).toHaveLength(10);
  expect(changeRate).not.toHaveBeenCalled();
});

test('a job that waits for its slot is not marked unsure, and keeps its slot when another process takes over', async () => {
  const stage = await makeStage({ limit: { ...limit, perSecond: 1, burst: 1 } });
  const process = stage.process(inTime);
  await deliver(
    process,
    () => stage.text('会社のPCです'),
    () => stage.text('0xC004F074'),
  );
  const before = (await stage.saved()).lanes.channel.jobs[0];
  expect(before).toMatchObject({ unsure: false, slot: { number: expect.any(Number) } });
  const other = stage.process(inTime);
  stage.clock += 500;
  await other.bot.sweep();
  await other.bot.rest();
  expect((await stage.saved()).lanes.channel.jobs[0]).toEqual(before);
  stage.clock += 600;
  await drain(stage, [other], 2);
  expect(stage.messages).toHaveLength(2);
});

test('a look-up that the channel postpones is repeated when allowed, and no reply is sent twice meanwhile', async () => {
  const stage = await makeStage({ limit });
  const process = stage.process(inTime);
  stage.faults.post.push('cut');
  stage.faults.find.push(30_000);
  await deliver(process, () => stage.text('会社のPCです'));
  await pass(stage, process, 5_000);
  expect(stage.faults.find).toEqual([]);
  expect((await stage.saved()).lanes.channel.jobs).toMatchObject([{ unsure: true }]);
  await pass(stage, process, 24_000);
  expect((await stage.saved()).lanes.channel.jobs).toHaveLength(1);
  await pass(stage, process, 7_000);
  expect((await stage.saved()).lanes.channel.jobs).toEqual([]);
  expect(stage.messages).toHaveLength(1);
});

test('a delivery to a channel that cannot be searched is stored at once, to another later', async () => {
  for (const searchable of [false, true]) {
    const stage = await makeStage({ searchable });
    const { bot } = stage.process({ flushInterval: 60_000 });
    await bot.receive(stage.text('会社のPCです'));
    await vi.waitFor(() => expect(stage.messages).toHaveLength(1));
    await sleep(50);
    expect((await stage.saved()).lanes.channel.jobs).toHaveLength(searchable ? 1 : 0);
    await bot.rest();
  }
});
