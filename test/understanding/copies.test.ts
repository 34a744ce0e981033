import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });
const asked = (text: string) => understand(text, { question: 'data', at: 'question', choices: [] });

describe('the list that saves data', () => {
  test.each([
    'コピーしました',
    'コピーした',
    '全部コピーしました',
    '孫に頼んでコピーしてもらいました',
    'コピーできたので次へ',
    'ひらけました、全部見れます',
    'I have copied them',
  ])('a report that the copies are made counts as done: %s', (text) => {
    expect(at('list', text).intent).toBe('done');
    expect(at('step', text).intent).toBe('done');
  });

  test.each([
    'コピーしてない',
    'まだコピーしてません',
    'コピーはまだできていません',
    '写真だけコピーしました',
    '半分コピーしました',
    'コピーしましたか',
    'コピーしたらどうなりますか',
    'エラーコードをコピーしました',
  ])('a report that copies are missing or partial does not count as done: %s', (text) => {
    expect(at('list', text).intent).not.toBe('done');
  });

  test.each(['どうやってコピーするの', 'コピーの仕方は？', 'コピーできません'])(
    'a question how to copy, or a failure to, asks for help with the step: %s',
    (text) => {
      expect(at('list', text).intent).toBe('stuck');
    },
  );

  test('a report that the copies open counts as done at the check', () => {
    expect(at('check', 'ひらけました、全部見れます').intent).toBe('done');
  });

  test.each([
    'コピーの途中で止まった',
    'コピー中に止まりました',
    'コピーが途中で固まる',
    'it stops in the middle of copying',
  ])('a copy that stops or freezes is a sign of a failing drive: %s', (text) => {
    expect(at('list', text).facts.drive).toBe('failing');
  });

  test.each(['容量が足りなくてコピーが途中で止まった', 'コピーの途中で止めました'])(
    'a copy that the person stopped, or without room, is no sign of a failing drive: %s',
    (text) => {
      expect(at('list', text).facts.drive).toBeUndefined();
    },
  );
});

describe.each([
  ['no-usb', ['外付けのHDDなんてもってないです', '外付けのSSDもない']],
  [
    'copy-to',
    ['USBメモリならありますけど', '容量が足りない', '入りきりません', 'USBメモリでもいいですか', 'not enough space'],
  ],
  ['copy-what', ['ユーザーフォルダってどこにあるんですか', '何をコピーすればいいですか', 'where is the Users folder?']],
  [
    'backup',
    [
      'バックアップの取り方を教えて',
      'どうやってバックアップするの',
      'バックアップは必要ですか',
      'what is a backup',
      'バックアップって何のために？必要？',
    ],
  ],
  ['may-copy', ['取ったほうがいいですか', 'とっといたほうがいい？']],
] as const)('a question about backups is read as the topic %s', (topic, texts) => {
  test.each(texts)('%s', (text) => {
    expect(asked(text)).toMatchObject({ topic, intent: undefined, facts: {} });
  });
});

test('a backup on a USB stick counts as a backup', () => {
  expect(asked('バックアップはUSBメモリにあります').facts.data).toBe('backed-up');
});

describe('a reply to the question of a backup', () => {
  test.each(['それってなに', 'それは何のことですか', 'どういう意味ですか', 'バックアップって何', 'what do you mean'])(
    'a question what a backup is gets that topic: %s',
    (text) => {
      expect(asked(text)).toMatchObject({ topic: 'backup', intent: undefined, facts: {} });
    },
  );

  test.each(['わからない', 'さあ', '忘れました', 'not sure'])(
    'a reply without knowledge is “don’t know”: %s',
    (text) => {
      expect(asked(text)).toMatchObject({ topic: undefined, intent: 'dont-know' });
    },
  );

  test.each(['なんで？', 'どうして？', 'why?'])('a question why gets the reason for the question: %s', (text) => {
    expect(asked(text).topic).toBe('why-asked');
  });

  test.each(['バックアップがあるかわからない', 'バックアップしたかわかりません', '取ってあるか覚えてない'])(
    'an uncertain backup does not count as one: %s',
    (text) => {
      expect(asked(text).facts.data).not.toBe('backed-up');
    },
  );

  test('a missing error code says nothing about the backup', () => {
    expect(asked('no code').facts).toEqual({});
  });
});
