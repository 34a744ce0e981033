import { describe, expect, test } from 'vitest';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { ConversationId } from '../../src/bot/ports.ts';
import { recordCache } from '../../src/bot/runtime/record-store.ts';
import { ann, bob, conversation, deliver, makeStage } from './stage.ts';

const asked = 'question.origin';

test('a conversation whose record is cached makes no load from the store', async () => {
  const store = storeOf(await sqlite(':memory:'));
  let loads = 0;
  const counted: typeof store = {
    ...store,
    load: (id) => {
      loads += 1;
      return store.load(id);
    },
  };
  const stage = await makeStage({ store: counted });
  const process = stage.process();
  await deliver(process, () => stage.text('こんにちは'));
  expect(loads).toBe(1);
  await deliver(
    process,
    () => stage.text('会社のPCです'),
    () => stage.press('done'),
    () => stage.text('わからない'),
  );
  expect(loads).toBe(1);
});

test('a process whose cached record is stale goes on from the record that another process stored', async () => {
  const stage = await makeStage();
  const [one, two] = [stage.process(), stage.process()];
  await deliver(one, () => stage.text('こんにちは'));
  await deliver(two, () => stage.text('会社のPCです'));
  await deliver(one, () => stage.text('エラーは0xC004F074です'));
  expect(stage.messages).toHaveLength(3);
  expect(stage.last().outgoing.facts).toMatchObject({ origin: 'organization', errorCodes: ['0xC004F074'] });
});

test('a message that the cached record would ignore is decided on the stored record', async () => {
  const stage = await makeStage();
  const [one, two] = [stage.process(), stage.process()];
  await deliver(one, () => stage.text('会社のPCです'));
  // In the other process it becomes somebody else's.
  await deliver(two, () => stage.text('データを消して'));
  stage.clock += 1;
  await deliver(two, () => stage.text('認証できません', { person: bob }));
  const before = stage.messages.length;
  await deliver(one, () => stage.text('ヘルプ', { person: bob, addressed: false, opens: false }));
  expect(stage.messages).toHaveLength(before + 1);
});

test('a person erased by another process begins anew, even if the new record has the version of the cached one', async () => {
  const stage = await makeStage();
  const [one, two] = [stage.process(), stage.process()];
  await deliver(two, () => stage.text('会社のPCです'));
  await deliver(one, () => stage.text('データを消して', { person: ann }));
  stage.clock += 1;
  await deliver(one, () => stage.text('こんにちは'));
  await deliver(two, () => stage.text('ヘルプ'));
  expect((await stage.saved()).talk.flow.keep.facts).toEqual({});
  expect(stage.last().outgoing.view.id).toBe(asked);
});

test('a deleted conversation is not restored from the record cache', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCです'));
  await stage.store.forget(ann);
  await deliver(process, () => stage.text('ヘルプ', { opens: false }));
  expect(await stage.store.load(conversation)).toBeUndefined();
});

describe('the record cache', () => {
  const minutes = 60_000;
  const id = (n: number) => `slack:T1/C1/${n}` as ConversationId;

  /** A memory, its clock, and the first record of a conversation, to be written under any name. */
  async function remembering() {
    const stage = await makeStage();
    await deliver(stage.process(), () => stage.text('こんにちは'));
    const saved = await stage.saved();
    const clock = { now: 1_000 };
    const memory = recordCache(() => clock.now);
    const write = (n: number, writing: Promise<boolean> = Promise.resolve(true)) => {
      clock.now += 1;
      return memory.during({ ...saved, conversation: id(n) }, () => writing);
    };
    const known = (...names: readonly number[]) => names.filter((n) => memory.get(id(n)) !== undefined);
    return { memory, clock, saved, write, known };
  }

  test('the record cache keeps 1,000 records, evicts the one written longest ago, and none that is being written', async () => {
    const { write, known } = await remembering();
    for (let n = 0; n < 1_000; n += 1) await write(n);
    await write(0);
    const slow = Promise.withResolvers<boolean>();
    const under = write(1, slow.promise);
    expect(known(2)).toEqual([2]);
    await write(1_000);
    expect(known(0, 1, 2, 3, 1_000)).toEqual([0, 1, 3, 1_000]);
    slow.resolve(true);
    await under;
  });

  test('a record that is being written is waited for, however many others are written meanwhile', async () => {
    const { memory, write, known } = await remembering();
    const slow = Promise.withResolvers<boolean>();
    const under = write(1, slow.promise);
    for (let n = 2; n < 1_200; n += 1) await write(n);
    let settled = false;
    const waited = memory.settled(id(1)).then(() => {
      settled = true;
    });
    await Promise.resolve();
    expect(settled).toBe(false);
    slow.resolve(true);
    await Promise.all([under, waited]);
    expect(known(1)).toEqual([1]);
  });

  test('a record is cached for five minutes after its last write, and dropped if the clock jumps back', async () => {
    const { memory, clock, write, known } = await remembering();
    await write(1);
    await write(2);
    clock.now += 4 * minutes;
    memory.tidy();
    await write(2);
    clock.now += 2 * minutes;
    expect(known(1, 2)).toEqual([2]);
    memory.tidy();
    expect(known(1, 2)).toEqual([2]);
    clock.now -= 60 * minutes;
    memory.tidy();
    expect(known(1, 2)).toEqual([]);
  });

  test('a record leaves the cache when its write conflicts or ends in an unknown result', async () => {
    const { write, known } = await remembering();
    await write(1);
    await write(2);
    await write(1, Promise.resolve(false));
    await expect(write(2, Promise.reject(new Error('cut off')))).rejects.toThrow('cut off');
    expect(known(1, 2)).toEqual([]);
  });

  test('the erasure of a person removes their records, and only theirs, from the cache', async () => {
    const { memory, saved, write, known } = await remembering();
    await write(1);
    await write(2);
    memory.forget(bob);
    expect(known(1, 2)).toEqual([1, 2]);
    memory.forget(saved.person);
    expect(known(1, 2)).toEqual([]);
  });
});
