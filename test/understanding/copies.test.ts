import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });
const asked = (text: string) => understand(text, { question: 'data', at: 'question', choices: [] });

describe('while copies are to be made', () => {
  test.each([
    'コピーしました',
    'コピーした',
    '全部コピーしました',
    '孫に頼んでコピーしてもらいました',
    'コピーできたので次へ',
    'ひらけました、全部見れます',
    'I have copied them',
  ])('whoever made them is done: %s', (text) => {
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
  ])('whoever did not, or not all, is not done: %s', (text) => {
    expect(at('list', text).intent).not.toBe('done');
  });

  test.each(['どうやってコピーするの', 'コピーの仕方は？', 'コピーできません'])(
    'whoever cannot is helped with it: %s',
    (text) => {
      expect(at('list', text).intent).toBe('stuck');
    },
  );

  test('the copies open', () => {
    expect(at('check', 'ひらけました、全部見れます').intent).toBe('done');
  });

  test.each([
    'コピーの途中で止まった',
    'コピー中に止まりました',
    'コピーが途中で固まる',
    'it stops in the middle of copying',
  ])('a copy that stops is a sign of the drive: %s', (text) => {
    expect(at('list', text).facts.drive).toBe('failing');
  });

  test.each(['容量が足りなくてコピーが途中で止まった', 'コピーの途中で止めました'])(
    'a copy that has no room, or was stopped, is none: %s',
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
] as const)('%s is asked by', (topic, texts) => {
  test.each(texts)('%s', (text) => {
    expect(asked(text)).toMatchObject({ topic, intent: undefined, facts: {} });
  });
});

test('a backup on a stick is one', () => {
  expect(asked('バックアップはUSBメモリにあります').facts.data).toBe('backed-up');
});

describe('asked whether there is a backup,', () => {
  test.each(['それってなに', 'それは何のことですか', 'どういう意味ですか', 'バックアップって何', 'what do you mean'])(
    'whoever asks back is told what one is: %s',
    (text) => {
      expect(asked(text)).toMatchObject({ topic: 'backup', intent: undefined, facts: {} });
    },
  );

  test.each(['わからない', 'さあ', '忘れました', 'not sure'])('whoever does not know says so: %s', (text) => {
    expect(asked(text)).toMatchObject({ topic: undefined, intent: 'dont-know' });
  });

  test.each(['なんで？', 'どうして？', 'why?'])('whoever asks why is told why: %s', (text) => {
    expect(asked(text).topic).toBe('why-asked');
  });

  test.each(['バックアップがあるかわからない', 'バックアップしたかわかりません', '取ってあるか覚えてない'])(
    'whoever cannot tell has none for certain: %s',
    (text) => {
      expect(asked(text).facts.data).not.toBe('backed-up');
    },
  );

  test('that there is no code says nothing of it', () => {
    expect(asked('no code').facts).toEqual({});
  });
});
