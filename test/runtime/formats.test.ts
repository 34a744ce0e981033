import { expect, test } from 'vitest';
import { recordFormat } from '../../src/bot/runtime/record.ts';
import { ann, conversation, deliver, makeStage, pass, type Stage } from './stage.ts';

const day = 24 * 60 * 60 * 1_000;

/** Counts the row up and gives it another body, as it stands in the database afterwards. */
async function rewrite({ store }: Stage, over: { readonly format?: number; readonly body?: string }): Promise<void> {
  const row = await store.load(conversation);
  if (row === undefined) throw new Error('Nothing is kept');
  await store.save({ ...row, ...over, version: row.version + 1 });
}

test('an older process leaves a record of a newer format untouched and refuses its delivery, which a newer one answers', async () => {
  const stage = await makeStage();
  await deliver(stage.process(), () => stage.text('会社のPCです'));
  await rewrite(stage, { format: recordFormat + 1 });
  const newer = await stage.store.load(conversation);
  const older = stage.process();
  const again = stage.text('0xC004F074');
  await expect(older.bot.receive(again)).rejects.toThrow('could not be kept');
  await pass(stage, older, day);
  expect(await stage.store.load(conversation)).toEqual(newer);
  expect(stage.messages).toHaveLength(1);
  // The newer process, which has written its own format over it since.
  await rewrite(stage, { format: 1 });
  await deliver(older, () => again);
  expect(stage.messages.map(({ outgoing }) => outgoing.view.id)).toEqual(['question.screen', 'list.O1']);
});

test('a record whose row version is ahead of its body, as earlier versions wrote, is read and its reply is sent', async () => {
  const stage = await makeStage();
  stage.faults.post.push({ later: 1_000 });
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCです'));
  const row = await stage.store.load(conversation);
  if (row === undefined) throw new Error('Nothing is kept');
  await stage.store.save({ ...row, version: row.version + 1 });
  await pass(stage, stage.process(), 60_000);
  expect(stage.messages.map(({ outgoing }) => outgoing.view.id)).toEqual(['question.screen']);
});

test('a damaged record with due work is set aside once and deleted after the retention time, with its copy', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCです'));
  const row = await stage.store.load(conversation);
  if (row === undefined) throw new Error('Nothing is kept');
  await stage.store.save({ ...row, version: row.version + 1, body: '{"talk":', workAt: stage.clock });
  await pass(stage, process, 1_000);
  await pass(stage, process, 60_000);
  expect(process.log.filter((line) => line.startsWith('error record cannot be read'))).toHaveLength(1);
  expect((await stage.store.load(conversation))?.body).toBe('');
  await pass(stage, process, 89 * day);
  expect(await stage.store.load(conversation)).toBeDefined();
  await pass(stage, process, 2 * day);
  expect(await stage.store.load(conversation)).toBeUndefined();
});

test('a person whose damaged record was set aside begins a new conversation, with an apology', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCです'));
  const row = await stage.store.load(conversation);
  if (row === undefined) throw new Error('Nothing is kept');
  await stage.store.save({ ...row, version: row.version + 1, body: '{', workAt: stage.clock });
  await pass(stage, process, 1_000);
  await deliver(stage.process(), () => stage.text('こんにちは', { person: ann }));
  expect(stage.last().outgoing.view.id).toBe('question.origin');
  expect(stage.last().outgoing.view.lead.join()).toContain('記録');
  expect((await stage.saved()).person).toBe(ann);
});

test('a record whose save fails does not keep the sweeper from the jobs of other records', async () => {
  const stage = await makeStage();
  const [first, second] = ['slack:T1/C1/2.1', 'slack:T1/C1/3.1'] as (typeof conversation)[];
  const process = stage.process();
  for (const id of [first, second]) {
    stage.faults.post.push({ later: 1_000 });
    await deliver(process, () => stage.text('会社のPCです', id === undefined ? {} : { conversation: id }));
  }
  const { save } = stage.store;
  const broken: typeof save = (row) => (row.conversation === first ? Promise.reject(new Error('bad page')) : save(row));
  Object.assign(stage.store, { save: broken });
  await pass(stage, stage.process({ initialInterval: 1 }), 60_000).catch(() => {});
  expect(stage.messages).toHaveLength(1);
});
