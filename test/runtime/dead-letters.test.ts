import { expect, test } from 'vitest';
import type { Desk } from '../../src/bot/ports.ts';
import { deadLettersIn, handleDeadLetter } from '../../src/bot/runtime/index.ts';
import { toRow } from '../../src/bot/runtime/record.ts';
import type { Row } from '../../src/bot/storage.ts';
import { conversation, deliver, handOver, makeStage, pass, type Stage } from './stage.ts';

/** The desk of the stage, as far as it decides where a ticket goes. */
const office = {
  id: 'office',
  takes: ['it-admin'],
  serves: ['slack'],
  zone: 'Asia/Tokyo',
  escalatesTo: '',
  hours: null,
} as unknown as Desk;

const rowOf = async ({ store }: Stage) => (await store.load(conversation)) as Row;
const lettersOf = async (stage: Stage) => deadLettersIn(await rowOf(stage));

/** Somebody at work whose ticket the desk refused for good. */
async function refused() {
  const stage = await makeStage();
  const process = stage.process();
  stage.faults.open.push('never');
  await deliver(process, ...handOver(stage));
  const [letter] = await lettersOf(stage);
  return { stage, key: letter?.key ?? '', kind: letter?.kind };
}

/** Retries as another program does, then lets a process that has no record in memory deliver. */
async function retry(stage: Stage, key: string, desks: readonly Desk[]) {
  const what = await handleDeadLetter(stage.store, desks, await rowOf(stage), key, 'retry');
  await pass(stage, stage.process(), 60_000);
  return what;
}

test('a ticket that was given up is opened once by a retry, and the letter is dead no more', async () => {
  const { stage, key, kind } = await refused();
  expect(kind).toBe('open');
  expect(stage.tickets.size).toBe(0);
  stage.clock = Date.now();
  expect(await retry(stage, key, [office])).toBe('enqueued');
  expect(stage.tickets.size).toBe(1);
  expect(await lettersOf(stage)).toEqual([]);
  expect(await retry(stage, key, [office])).toBe('gone');
  expect(stage.tickets.size).toBe(1);
});

test('a ticket is not retried where no desk takes it, nor once the person has taken it back', async () => {
  const { stage, key } = await refused();
  expect(await retry(stage, key, [])).toBe('no desk');
  await deliver(stage.process(), () => stage.text('最初から'));
  expect(await retry(stage, key, [office])).toBe('no longer handed over');
  expect(await lettersOf(stage)).toHaveLength(1);
});

test('a message that was given up is shown once more, as the conversation stands now', async () => {
  const stage = await makeStage();
  stage.faults.post.push('never');
  await deliver(stage.process(), () => stage.text('会社のPCで0xC004F074が出ます'));
  expect(stage.messages).toHaveLength(0);
  const [letter] = await lettersOf(stage);
  stage.clock = Date.now();
  expect(await retry(stage, letter?.key ?? '', [])).toBe('enqueued');
  expect(stage.last().outgoing.view.id).toBe('list.O1');
});

test('what is dropped is gone, and nothing else changes', async () => {
  const { stage, key } = await refused();
  const before = await stage.saved();
  expect(await handleDeadLetter(stage.store, [], await rowOf(stage), key, 'drop')).toBe('dropped');
  expect(await stage.saved()).toEqual({ ...before, dead: [], version: before.version + 1 });
});

test('of two desks, the one whose ticket was given up gets it by a retry, and the other no second one', async () => {
  const { stage, key } = await refused();
  const recovery = { ...office, id: 'recovery' };
  stage.clock = Date.now();
  expect(await handleDeadLetter(stage.store, [office], await rowOf(stage), key, 'retry')).toBe('enqueued');
  await pass(stage, stage.process(), 60_000);
  const record = await stage.saved();
  const row = toRow({ ...record, version: record.version + 1, dead: [{ kind: 'open', key: 'again', at: 0, why: '' }] });
  expect(await stage.store.save(row)).toBe(true);
  expect(await handleDeadLetter(stage.store, [office, recovery], row, 'again', 'retry')).toBe('enqueued');
  const lanes = Object.keys((await stage.saved()).lanes);
  expect(lanes).toContain('desk:recovery');
  expect(lanes).not.toContain('desk:office');
});
