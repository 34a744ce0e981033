import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });

describe('a message, or somebody to ask,', () => {
  test.each([
    'サポートに聞く',
    'マイクロソフトに聞く',
    '情シスに相談する',
    '連絡文',
    '文面',
    'ITに送るメッセージだけください',
    '担当者に送る文を作ってほしい',
    'ひとにかわって',
    'マイクロソフトに連絡する文を作って',
    'メッセージだけほしい',
    'give me a message to send to IT',
    'just the message for IT please',
  ])('is wished for: %s', (text) => {
    for (const place of ['list', 'advice', 'question'] as const) expect(at(place, text).intent).toBe('human');
  });

  test.each([
    'サポートに聞いたらだめでした',
    '情シスに聞いてみます',
    'メッセージが出ます',
    '文面はもう送りました',
    'マイクロソフトに聞くのはいやだ',
    'the message says not activated',
  ])('is not: %s', (text) => {
    for (const place of ['list', 'advice', 'question'] as const) expect(at(place, text).intent).not.toBe('human');
  });
});

describe('a step that somebody does not dare', () => {
  test.each([
    '怖いから切りたくない',
    '止めたくないです',
    '触りたくない',
    'ほかに方法は？',
    '他の方法はありますか',
    "I don't want to turn it off",
    'is there another way?',
  ])('is passed over: %s', (text) => {
    expect(at('list', text).intent).toBe('skip');
    expect(at('step', text).intent).toBe('skip');
  });

  test.each(['データを消したくない', '写真をなくしたくない', '初期化したくない', 'いい方法ですね'])(
    'is another: %s',
    (text) => {
      expect(at('list', text).intent).not.toBe('skip');
    },
  );
});

test.each(['長い', '長すぎます', '短く言って', '一個ずつ言って', 'もっと短くして', '長くて読めない', 'too long'])(
  'a list that is too long is shown step by step: %s',
  (text) => {
    expect(at('list', text).intent).toBe('steps');
  },
);

test.each(['in english pls', 'English plz'])('English is asked for: %s', (text) => {
  expect(at('question', text).language).toBe('en');
});

test.each(['今は普通に起動してます', '普通に使ってます'])('what runs is no guess at a VPN: %s', (text) => {
  expect(at('question', text).candidates).toEqual([]);
});

test('a company account is a hint, and the origin is asked', () => {
  expect(at('question', '会社のアカウントでサインインしてます')).toMatchObject({
    facts: {},
    candidates: [{ facts: { origin: 'organization' } }, { facts: { origin: 'personal' } }],
  });
});

test.each(['ライセンス認証の画面に組織がどうこうって出ます', '組織のなんとかと表示されます'])(
  'an organisation on the screen is heard, however vaguely: %s',
  (text) => {
    expect(at('question', text).facts).toEqual({ message: 'org-server' });
  },
);

test.each(['アクチベーションできません', '認証が切れた', '認証が外れました', 'ライセンスが切れました'])(
  'that it is not activated is heard: %s',
  (text) => {
    expect(at('question', text).topic).toBe('problem');
  },
);
