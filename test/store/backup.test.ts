import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp, restore } from '../../src/adapters/store/backup.ts';
import { fileIn } from '../../src/adapters/store/open.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { fromRow } from '../../src/bot/runtime/record.ts';
import type { Row } from '../../src/bot/storage.ts';
import { conversation, deliver, makeStage } from '../runtime/stage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A bot that writes to a database on the disk, with one conversation in it. */
async function running() {
  const file = fileIn(folder);
  const store = storeOf(await sqlite(file));
  const stage = await makeStage({ store });
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCで0xC004F074が出ます'));
  return { file, store, stage, process };
}

test('a backup that is made while the bot writes is restored, and the conversation stands where it was', async () => {
  const { file, store, stage, process } = await running();
  const to = join(folder, 'copy.sqlite');
  const [count] = await Promise.all([backUp(file, to), deliver(process, () => stage.text('自宅で使っています'))]);
  expect(count).toBe(1);
  expect(statSync(to).mode & 0o777).toBe(0o600);
  await deliver(process, () => stage.press('restart'));
  const lost = await store.load(conversation);
  expect(() => restore(to, file, true)).toThrow('a process has it open');
  expect((await store.load(conversation))?.version).toBe(lost?.version);
  await store.close();
  expect(restore(to, file, true)).toBe(1);
  expect(existsSync(`${file}.before-restore`)).toBe(true);
  const restored = storeOf(await sqlite(file));
  const back = await restored.load(conversation);
  expect(back?.version).toBeLessThan(lost?.version ?? 0);
  expect(fromRow(back as Row)?.talk.flow.keep.facts.origin).toBe('organization');
  await restored.close();
});

test('a backup overwrites no file, and a restore no database unless it is told to', async () => {
  const { file, store } = await running();
  const to = join(folder, 'copy.sqlite');
  await backUp(file, to);
  await expect(backUp(file, to)).rejects.toThrow('overwrites nothing');
  expect(() => restore(to, file, false)).toThrow('stop every process');
  await store.close();
});

test('a damaged backup is refused, and the database stays as it is', async () => {
  const { file, store } = await running();
  const broken = join(folder, 'broken.sqlite');
  writeFileSync(broken, 'no database');
  expect(() => restore(broken, file, true)).toThrow('damaged');
  expect(await store.load(conversation)).toBeDefined();
  await store.close();
});
