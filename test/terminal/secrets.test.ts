import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { runChatIn } from './run.ts';

test('a product key split over the form fields is neither shown, stored nor logged, and the person is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-'));
  const key = ['VK7JG', 'NPHTM', 'C97JM', '9MPGT', '3V66T'];
  try {
    const { out, err } = await runChatIn(folder, ['--new'], ['会社のPCです', 'Microsoftの窓口に相談', ...key, '']);
    const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
    expect(key.filter((group) => [out, err, ...kept].some((text) => text.includes(group)))).toEqual([]);
    expect(out).toContain(wordsIn('ja').text('says:secret-removed'));
    expect(out).toContain('件名：');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
