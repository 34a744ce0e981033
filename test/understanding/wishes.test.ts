import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });

describe('a wish for a message or for a person to ask', () => {
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
  ])('the wish is read from: %s', (text) => {
    for (const place of ['list', 'advice', 'question'] as const) expect(at(place, text).intent).toBe('human');
  });

  test.each([
    'サポートに聞いたらだめでした',
    '情シスに聞いてみます',
    'メッセージが出ます',
    '文面はもう送りました',
    'マイクロソフトに聞くのはいやだ',
    'the message says not activated',
  ])('the wish is not read from: %s', (text) => {
    for (const place of ['list', 'advice', 'question'] as const) expect(at(place, text).intent).not.toBe('human');
  });
});

describe('a step that the person does not dare to do', () => {
  test.each([
    '怖いから切りたくない',
    '止めたくないです',
    '触りたくない',
    'ほかに方法は？',
    '他の方法はありますか',
    "I don't want to turn it off",
    'is there another way?',
  ])('the step is skipped: %s', (text) => {
    expect(at('list', text).intent).toBe('skip');
    expect(at('step', text).intent).toBe('skip');
  });

  test.each(['データを消したくない', '写真をなくしたくない', '初期化したくない', 'いい方法ですね'])(
    'an unwillingness to lose data is not read as skipping the step: %s',
    (text) => {
      expect(at('list', text).intent).not.toBe('skip');
    },
  );
});

test.each(['長い', '長すぎます', '短く言って', '一個ずつ言って', 'もっと短くして', '長くて読めない', 'too long'])(
  'a complaint that the list is too long shows it step by step: %s',
  (text) => {
    expect(at('list', text).intent).toBe('steps');
  },
);

test.each(['in english pls', 'English plz'])('a wish for English is read from: %s', (text) => {
  expect(at('question', text).language).toBe('en');
});

test.each(['今は普通に起動してます', '普通に使ってます'])(
  'a PC told as running is not read as a guess at a VPN: %s',
  (text) => {
    const { facts, candidates } = at('question', text);
    expect(JSON.stringify([facts, candidates])).not.toContain('vpn');
  },
);

test('a company account is read as such, and says nothing of whose the PC is', () => {
  expect(at('question', '会社のアカウントでサインインしてます').facts).toEqual({ account: 'work' });
});

test.each(['ライセンス認証の画面に組織がどうこうって出ます', '組織のなんとかと表示されます'])(
  'a vague mention of an organisation on the screen gives that message: %s',
  (text) => {
    expect(at('question', text).facts).toEqual({ message: 'org-server' });
  },
);

test.each(['アクチベーションできません', '認証が切れた', '認証が外れました', 'ライセンスが切れました'])(
  'the missing activation is read as a problem: %s',
  (text) => {
    expect(at('question', text).topic).toBe('problem');
  },
);
