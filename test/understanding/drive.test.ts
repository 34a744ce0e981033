import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';
import type { QuestionId } from '../../src/flows/questions.ts';

const heard = (text: string, question: QuestionId = 'origin') =>
  understand(text, { question, at: 'question', choices: [] }).facts;

test.each([
  'it makes a ticking noise',
  'ticking',
  "there's a ticking sound",
  'I hear ticking',
  '異音😱データ大丈夫？',
  'カチカチ鳴る',
  'HDD ga kachikachi itteru',
  'ドライブからチクタク音がする',
  'コツコツ音がする',
  'it ticks',
  "it's beeping and clicking",
  'buzzing from the hard drive',
  'tick tick tick',
  '異音がします',
  '変な音がする',
  'カッチカッチ言う',
])('a noise of the drive is read from: %s', (text) => {
  expect(heard(text).drive).toBe('noisy');
});

test.each(['clock is ticking, need it today', 'connected, green tick', 'I tick the box', '時間がない'])(
  'no noise of the drive is read from: %s',
  (text) => {
    expect(heard(text).drive).toBeUndefined();
  },
);

test.each([
  'USBにコピーしたいです',
  '外付けに移したい',
  'USBにコピーしようと思います',
  'クラウドに保存しておきたい',
  'これからUSBに入れます',
  'USBにコピーすればいいですか',
  'I want to copy to a USB stick',
  "I'd like to back up to OneDrive",
  "I'm going to copy my files to an external drive",
  'can I copy to usb?',
  'USBにコピーする予定です',
  'OneDriveに入れるつもり',
  'USBへ逃がしたいんですが',
  '後でUSBにコピーします',
  'need to copy to an external drive',
  'should be saved on onedrive',
])('a wish or plan to copy does not count as a copy: %s', (text) => {
  expect(heard(text, 'data').data).not.toBe('backed-up');
  expect(understand(text, { question: undefined, at: 'rescue', choices: [] }).facts.data).not.toBe('backed-up');
});

test.each([
  'USBにコピーしました',
  '外付けに全部コピー済み',
  'copied everything to my usb drive',
  '必要なデータは別のPCに移してあります',
  'クラウドに保存しています',
])('a finished copy counts as a backup: %s', (text) => {
  expect(heard(text, 'data').data).toBe('backed-up');
});
