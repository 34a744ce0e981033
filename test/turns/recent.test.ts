import { expect, test } from 'vitest';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { ConversationId } from '../../src/bot/ports.ts';
import { recent } from '../../src/bot/turn/recent.ts';
import { ann, bob, conversation, deliver, makeStage } from './stage.ts';

const asked = 'question.origin';

test('in a talk that is under way nothing is loaded', async () => {
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

test('what another process wrote counts, although this one remembers an older record', async () => {
  const stage = await makeStage();
  const [one, two] = [stage.process(), stage.process()];
  await deliver(one, () => stage.text('こんにちは'));
  await deliver(two, () => stage.text('会社のPCです'));
  await deliver(one, () => stage.text('エラーは0xC004F074です'));
  expect(stage.messages).toHaveLength(3);
  expect(stage.last().outgoing.facts).toMatchObject({ origin: 'organization', errorCodes: ['0xC004F074'] });
});

test('a message that the remembered record would leave alone is decided on the stored one', async () => {
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

test('a person who was forgotten by another process begins anew, also where the new conversation is as far as the old', async () => {
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

test('a deleted conversation is not brought back by what is remembered of it', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCです'));
  await stage.store.forget(ann);
  await deliver(process, () => stage.text('ヘルプ', { opens: false }));
  expect(await stage.store.load(conversation)).toBeUndefined();
});

test('a thousand records are remembered: the longest unwritten is let go of first, one that is being written never', async () => {
  const stage = await makeStage();
  await deliver(stage.process(), () => stage.text('こんにちは'));
  const saved = await stage.saved();
  let clock = 0;
  const memory = recent(() => clock);
  const id = (n: number) => `slack:T1/C1/${n}` as ConversationId;
  const write = (n: number, writing: Promise<boolean> = Promise.resolve(true)) => {
    clock += 1;
    return memory.during({ ...saved, conversation: id(n) }, () => writing);
  };
  for (let n = 0; n < 1_000; n += 1) await write(n);
  await write(0);
  const slow = Promise.withResolvers<boolean>();
  const under = write(1, slow.promise);
  await write(1_000);
  expect([0, 1, 2, 3, 1_000].filter((n) => memory.get(id(n)) !== undefined)).toEqual([0, 1, 3, 1_000]);
  let settled = false;
  const waited = memory.settled(id(1)).then(() => {
    settled = true;
  });
  await Promise.resolve();
  expect(settled).toBe(false);
  slow.resolve(true);
  await Promise.all([under, waited]);
});
