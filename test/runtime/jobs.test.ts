import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asides, withDeadLetters } from '../../src/adapters/store/dead.ts';
import { fileIn } from '../../src/adapters/store/open.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { ConversationId } from '../../src/bot/ports.ts';
import { putBack } from '../../src/bot/runtime/index.ts';
import { row } from '../store/rows.ts';
import { conversation, deliver, makeStage } from './stage.ts';

const every = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

test('all that was given up or set aside is listed, however much it is', async () => {
  const database = await sqlite(':memory:');
  const store = storeOf(database);
  const ids = Array.from({ length: 1_203 }, (_, n) => `slack:${String(n).padStart(5, '0')}` as ConversationId);
  for (const id of ids) {
    const one = row({ conversation: id, figures: { closed: false, jobs: 0, oldestJob: null, dead: 1 } });
    await store.save(one);
    await store.setAside(one, 7);
  }
  expect(await every(withDeadLetters(database))).toEqual(ids);
  expect((await every(asides(database))).map((one) => one.conversation)).toEqual(ids);
  await store.close();
});

/** A conversation whose record was damaged, set aside, and left empty by the sweeper; and the record as it was. */
async function damaged() {
  const stage = await makeStage();
  await deliver(stage.process(), () => stage.text('会社のPCで0xC004F074が出ます'));
  const whole = await stage.store.load(conversation);
  if (whole === undefined) throw new Error('Nothing was stored');
  await stage.store.save({ ...whole, version: whole.version + 1, workAt: 1, body: 'damaged' });
  await stage.process().bot.sweep();
  expect((await stage.store.load(conversation))?.body).toBe('');
  return { stage, whole };
}

test('a record that was set aside is put back where nothing took its place, and the conversation goes on', async () => {
  const { stage, whole } = await damaged();
  expect(await putBack(stage.store, whole)).toBe('restored');
  await deliver(stage.process(), () => stage.text('ヘルプ'));
  expect(stage.last().outgoing.view.id).toBe('list.O1');
});

test('a record is not put back over what the person has begun since', async () => {
  const { stage, whole } = await damaged();
  await deliver(stage.process(), () => stage.text('自分のPCです'));
  const begun = await stage.store.load(conversation);
  expect(await putBack(stage.store, whole)).toBe('replaced');
  expect(await stage.store.load(conversation)).toEqual(begun);
});

test('a record that is damaged, or of a newer format, is not put back', async () => {
  const { stage, whole } = await damaged();
  expect(await putBack(stage.store, { ...whole, body: 'damaged' })).toBe('unreadable');
  const newer = JSON.stringify({ ...(JSON.parse(whole.body) as object), format: 99 });
  expect(await putBack(stage.store, { ...whole, body: newer })).toBe('newer');
});

test('npm run jobs shows, retries and drops what was given up and set aside, and prints nothing that anybody wrote', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ninsho-jobs-'));
  const database = await sqlite(fileIn(folder));
  const store = storeOf(database);
  const stage = await makeStage({ store });
  stage.faults.post.push('never');
  await deliver(stage.process(), () => stage.text('会社のPCで0xC004F074が出ます。山田です'));
  const other = 'slack:T1/C1/2.2' as ConversationId;
  await deliver(stage.process(), () => stage.text('自分のPCです', { conversation: other }));
  const whole = await store.load(other);
  if (whole !== undefined) await store.setAside(whole, 9);
  await store.remove(other, whole?.version ?? 0);
  const run = (...given: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['src/adapters/cli/jobs.ts', ...given], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATA_DIR: folder },
    });
    return { said: stdout + stderr, status };
  };
  const { said } = run('list');
  const [key = ''] = said.split(' ');
  expect(said).toContain(`set aside  1970-01-01T00:00:00.009Z  ${other}`);
  expect(run('show', key).said).toContain('retry         can be done: mend the cause first');
  expect(run('show', other).said).toContain('bytes; the table asides has it');
  expect(run('retry', key).said).toBe(`${key}: enqueued; a running process delivers it\n`);
  expect(run('retry', other).said).toBe(`${other}: put back; it goes on where it was\n`);
  expect((await store.load(other))?.version).toBe(1);
  expect(run('list').said).toBe('Nothing was given up or set aside.\n');
  expect(run('drop', key).status).toBe(1);
  expect(run('show', '--all').status).toBe(2);
  expect(said).not.toContain('山田');
  await store.close();
  rmSync(folder, { recursive: true });
}, 180_000);
