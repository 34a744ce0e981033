import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { play } from './play.ts';
import { purePlayer } from './pure-player.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.chat'));

for (const file of files)
  test(`${file} reads as written`, async () => {
    const script = readFileSync(new URL(file, folder), 'utf8');
    const heard = await play(script, purePlayer(file.endsWith('.en.chat') ? 'en' : 'ja'));
    await expect(heard).toMatchFileSnapshot(`./${file}`);
  });

test('every row of the decision table has a transcript', () => {
  const rows = ['0a', '0b', '0c', '0d', '0e', '0f', '0g', '1a', '1b', '1c', '1d', '1e', '1f', '1g'];
  const causes = ['2a', '2b', '2c', '2d', '2e', '2f', '2g', '2h', '3a', '3b', '4', '5'];
  const titles = files.map((file) => readFileSync(new URL(file, folder), 'utf8').split('\n')[0] ?? '');
  const missing = [...rows, ...causes].filter((row) => !titles.some((title) => title.includes(`(${row})`)));
  expect(missing).toEqual([]);
});
