import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understand/index.ts';
import { type Facts, learn } from '../../src/flows/facts.ts';

const heard = (text: string) => understand(text, { question: 'origin', at: 'question', choices: [] });

test.each([
  'データ消えちゃった',
  'もう初期化しちゃった',
  '写真が全部なくなった',
  'データを失いました',
  'I lost all my photos',
  'I accidentally wiped it',
])('data is lost: %s', (text) => {
  expect(heard(text).facts.data).toBe('lost');
});

test.each([
  '右下のやつが消えました',
  '初期化しました',
  'データは消えませんか',
  'データが消えたらどうしよう',
  'ファイルを消しました',
  'everything is gone',
])('no data is lost: %s', (text) => {
  expect(heard(text).facts.data).not.toBe('lost');
});

test.each(['バックアップ不要', 'バックアップはいらない', 'no need for a backup'])(
  'no data is of importance: %s',
  (text) => {
    expect(understand(text, { question: 'data', at: 'question', choices: [] }).facts.data).toBe('none');
  },
);

test.each<[string, Facts['drive']]>([
  ['異音はないです', 'quiet'],
  ['異音はないけどよく固まる', 'failing'],
  ['カチカチいう。フリーズはしない', 'noisy'],
  ['異音もフリーズもない', 'fine'],
  ['異音などはない', 'fine'],
])('%s: the drive is %s', (text, drive) => {
  expect(heard(text).facts.drive).toBe(drive);
});

test('that it makes no noise takes back only the noise', () => {
  expect(learn({ drive: 'failing' }, { drive: 'quiet' }).drive).toBe('failing');
  expect(learn(learn({ drive: 'failing' }, { drive: 'noisy' }), { drive: 'quiet' }).drive).toBe('failing');
  expect(learn({ drive: 'noisy' }, { drive: 'quiet' }).drive).toBe('quiet');
  expect(learn({ drive: 'failing' }, { drive: 'fine' }).drive).toBe('fine');
});
