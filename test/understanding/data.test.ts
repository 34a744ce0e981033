import { describe, expect, test } from 'vitest';
import { type Conversation, openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { understand } from '../../src/bot/understanding/index.ts';
import { learn } from '../../src/flows/facts.ts';
import type { QuestionId } from '../../src/flows/questions.ts';

const asked = (question: QuestionId, text: string) => understand(text, { question, at: 'question', choices: [] });
const told = (text: string) => understand(text, { question: undefined, at: 'list', choices: [] }).facts.data;

test('what is gone stays gone until it is found, copied or of no importance', () => {
  expect(learn({ data: 'lost' }, { data: 'risk' }).data).toBe('lost');
  expect(learn({ data: 'lost' }, { data: 'backed-up' }).data).toBe('backed-up');
  expect(learn({ data: 'lost' }, { data: 'none' }).data).toBe('none');
  expect(learn({ data: 'lost' }, { data: 'unknown' }).data).toBe('unknown');
});

describe('asked about a backup,', () => {
  test.each([
    'それで？',
    'そうなんですか',
    'お願いします',
    'はい、お願いします',
    'はい、どうすればいいですか？',
    'わかりました',
    '了解です',
    'ok',
    'OK',
    '大丈夫です',
    'yes please help me',
    'yes please',
    'sure, go on',
    'はい？',
    'そうですね',
    '多分',
  ])('%s is no answer', (text) => {
    const { facts, intent } = asked('data', text);
    expect(facts.data).toBeUndefined();
    expect(intent).not.toBe('yes');
  });

  test.each([
    'はい',
    'うん',
    'はい、あります',
    'はいはい',
    'ええ',
    'yes',
    'yep',
    'Yes, I do',
    'あります',
    'ある',
    'バックアップは大丈夫です',
  ])('%s is a yes', (text) => {
    expect(asked('data', text).facts.data).toBe('backed-up');
  });

  test.each(['古いのだけあります', 'はい、古いですけど', 'はい、でも古いです', 'バックアップはあるけど古い'])(
    '%s: some is missing',
    (text) => {
      expect(asked('data', text).facts.data).toBe('risk');
    },
  );
});

test.each([
  '写真のコピーはとっていません',
  'コピーはとっていません',
  'コピーしてません',
  'コピー取ってないです',
  'コピーはまだ取っていない',
  '写真のコピーを取っておけばよかった',
  '古いバックアップならある',
  '去年のバックアップだけあります',
  'バックアップはしてあるけど最近のはない',
  "I haven't copied my photos",
  'I never copied anything',
])('the data is at risk: %s', (text) => {
  expect(told(text)).toBe('risk');
  expect(asked('data', text).facts.data).toBe('risk');
});

test.each([
  '不正コピーはしていません',
  'I have not copied the key',
  'キーのコピーは取っていません',
  'コピーできません',
])('nothing is said of the data: %s', (text) => {
  expect(told(text)).toBeUndefined();
});

test.each(['それで？', 'お願いします', 'そうなんですか', 'はい、お願いします'])(
  'asked whether it helped, nobody says so by %s',
  (text) => {
    expect(understand(text, { question: undefined, at: 'check', choices: [] }).intent).not.toBe('yes');
  },
);

test.each(['my data is gone', 'all my photos are gone', 'my pictures have disappeared'])(
  'lost data is no success: %s',
  (text) => {
    expect(understand(text, { question: undefined, at: 'list', choices: [] }).intent).toBeUndefined();
  },
);

test.each(['直ったかな？', '直りましたか？', 'もう治ったのかな', '消えたかな？'])(
  'a doubt is no success: %s',
  (text) => {
    for (const at of ['question', 'list', 'check'] as const)
      expect(understand(text, { question: undefined, at, choices: [] }).intent).toBeUndefined();
  },
);

test('whoever doubts that it is over is asked', () => {
  const { candidates } = asked('data', '直ったかな？');
  expect(candidates).toEqual([{ intent: 'solved' }, { intent: 'not-solved' }]);
});

test.each([
  ['SSDがクリック音みたいなのするし、0x80072EE7も出る。あと時計もずれてる', 'noisy'],
  ['HDDの音がうるさい', 'noisy'],
  ['ハードディスクの音がすごく大きいです', 'noisy'],
  ['固まったりもしない', 'steady'],
  ['固まったりはしません', 'steady'],
  ["it doesn't freeze", 'steady'],
  ['カチカチ音もしないし、固まりもしない', 'fine'],
  ['カチカチ音とかはしない', 'fine'],
  ['no clicking or freezing', 'fine'],
  ['no clicking, no freezing, backup done', 'fine'],
  ['カチカチ音はしません', 'quiet'],
  ['no clicking', 'quiet'],
  ['no grinding noises', 'quiet'],
  ['異音はもうしません', 'failing'],
  ['HDDの音はうるさくない', undefined],
  ['マウスのクリック音がする', undefined],
  ['PCの音が大きい', undefined],
] as const)('%s: the drive is %s', (text, drive) => {
  expect(asked('data', text).facts.drive).toBe(drive);
});

test.each([
  ['データが消えた。バックアップもない', 'lost'],
  ['バックアップはないのに写真が消えました', 'lost'],
  ['my data is gone and I have no backup', 'lost'],
  ['写真が消えたけどバックアップはあります', 'backed-up'],
] as const)('of one message, what is gone counts for more than that copies are missing: %s', (text, data) => {
  expect(told(text)).toBe(data);
});

test('that it does not freeze takes back no noise, and no other sign', () => {
  expect(learn({ drive: 'noisy' }, { drive: 'steady' }).drive).toBe('noisy');
  expect(learn({ drive: 'failing' }, { drive: 'steady' }).drive).toBe('failing');
  expect(learn({ drive: 'quiet' }, { drive: 'steady' }).drive).toBe('steady');
});

describe('while data is to be rescued,', () => {
  const said = (...lines: readonly string[]) =>
    lines.reduce((talk: Conversation, text) => advance(talk, { type: 'text', text }), openConversation('ja')).snapshot
      .context.facts;

  test.each(['まだです', 'いいえ', '違います', '別に', 'それはしてません、忘れてました', 'not yet', 'no'])(
    'a bare no takes back nothing: %s',
    (text) => {
      expect(said('HDDからカチカチ音がします', text).drive).toBe('noisy');
      expect(said('写真が消えました', text).data).toBe('lost');
    },
  );

  test('what is said of the drive or the data does', () => {
    expect(said('HDDからカチカチ音がします', '異音も固まることもない').drive).toBe('fine');
    expect(said('写真が消えました', '消えて困るものはない').data).toBe('unknown');
    expect(said('写真が消えました', 'バックアップがあります').data).toBe('backed-up');
  });
});
