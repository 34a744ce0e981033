import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runChatIn } from './run.ts';

test('the chat goes on where it was left, and --new begins a new conversation', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await runChatIn(folder, [], ['会社のPCです']);
  const back = await runChatIn(folder, [], ['0xC004F074']);
  expect(back.out).toContain('画面には何と出ていますか');
  expect(back.out).toContain('ライセンスの種類を画面で確かめる');
  const fresh = await runChatIn(folder, ['--new'], []);
  expect(fresh.out).not.toContain('ライセンスの種類を画面で確かめる');
});
