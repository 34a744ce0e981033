import { expect, test } from 'vitest';
import { textsOf } from '../content/texts.ts';
import { shortOf } from './names.ts';
import { transcripts, turnsOf, write } from './transcript.ts';

for (const written of transcripts)
  test(`${written.file} holds what the bot says to its lines`, async () => {
    await expect(write(written, turnsOf(written))).toMatchFileSnapshot(`./${written.file}`);
  });

test('every row of the decision table has a transcript', () => {
  const rows = ['0a', '0b', '0c', '0d', '0e', '0f', '0g', '1a', '1b', '1c', '1d', '1e', '1f', '1g'];
  const causes = ['2a', '2b', '2c', '2d', '2e', '2f', '2g', '2h', '3a', '3b', '4', '5'];
  const titles = transcripts.map(({ script }) => script.split('\n')[0] ?? '');
  const missing = [...rows, ...causes].filter((row) => !titles.some((title) => title.includes(`(${row})`)));
  expect(missing).toEqual([]);
});

test('every text that a conversation may show has a name of its own in transcripts', () => {
  const keys = [...textsOf('ja').keys()].filter((key) => !/^(slack|teams|terminal|notices|insight|privacy):/.test(key));
  const shorts = keys.map(shortOf);
  expect(shorts.filter((short, n) => shorts.indexOf(short) !== n)).toEqual([]);
});
