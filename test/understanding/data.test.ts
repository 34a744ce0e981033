import { describe, expect, test } from 'vitest';
import { type Conversation, openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { understand } from '../../src/bot/understanding/index.ts';
import { learn } from '../../src/flows/facts.ts';
import type { QuestionId } from '../../src/flows/questions.ts';

const asked = (question: QuestionId, text: string) => understand(text, { question, at: 'question', choices: [] });
const told = (text: string) => understand(text, { question: undefined, at: 'list', choices: [] }).facts.data;

test('the fact that data is lost is replaced by a backup, “none” or “unknown”, not by “at risk”', () => {
  expect(learn({ data: 'lost' }, { data: 'risk' }).data).toBe('lost');
  expect(learn({ data: 'lost' }, { data: 'backed-up' }).data).toBe('backed-up');
  expect(learn({ data: 'lost' }, { data: 'none' }).data).toBe('none');
  expect(learn({ data: 'lost' }, { data: 'unknown' }).data).toBe('unknown');
});

describe('a reply to the question of a backup', () => {
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
  ])('the reply “%s” does not answer the question of a backup', (text) => {
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
  ])('the reply “%s” tells of a backup', (text) => {
    expect(asked('data', text).facts.data).toBe('backed-up');
  });

  test.each(['古いのだけあります', 'はい、古いですけど', 'はい、でも古いです', 'バックアップはあるけど古い'])(
    'the reply “%s” tells of a backup that is too old',
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
])('missing copies put the data at risk, with and without the question: %s', (text) => {
  expect(told(text)).toBe('risk');
  expect(asked('data', text).facts.data).toBe('risk');
});

test.each([
  '不正コピーはしていません',
  'I have not copied the key',
  'キーのコピーは取っていません',
  'コピーできません',
])('copies of something other than the data say nothing about the data: %s', (text) => {
  expect(told(text)).toBeUndefined();
});

test.each(['それで？', 'お願いします', 'そうなんですか', 'はい、お願いします'])(
  'the reply “%s” is not a yes to the question whether it helped',
  (text) => {
    expect(understand(text, { question: undefined, at: 'check', choices: [] }).intent).not.toBe('yes');
  },
);

test.each(['my data is gone', 'all my photos are gone', 'my pictures have disappeared'])(
  'a report of lost data is not read as a solution: %s',
  (text) => {
    expect(understand(text, { question: undefined, at: 'list', choices: [] }).intent).toBeUndefined();
  },
);

test.each(['直ったかな？', '直りましたか？', 'もう治ったのかな', '消えたかな？'])(
  'a doubt whether it is solved is not read as a solution: %s',
  (text) => {
    for (const at of ['question', 'list', 'check'] as const)
      expect(understand(text, { question: undefined, at, choices: [] }).intent).toBeUndefined();
  },
);

test('a doubt whether it is solved is answered by how to see it', () => {
  const { facts, intent, topic } = asked('data', '直ったかな？');
  expect({ facts, intent, topic }).toEqual({ facts: {}, intent: undefined, topic: 'check-activated' });
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
] as const)('the message “%s” gives the drive state %s', (text, drive) => {
  expect(asked('data', text).facts.drive).toBe(drive);
});

test.each([
  ['データが消えた。バックアップもない', 'lost'],
  ['バックアップはないのに写真が消えました', 'lost'],
  ['my data is gone and I have no backup', 'lost'],
  ['写真が消えたけどバックアップはあります', 'backed-up'],
] as const)('lost data outweighs missing copies in one message: %s', (text, data) => {
  expect(told(text)).toBe(data);
});

test('“does not freeze” does not replace a noise or another sign of a failing drive', () => {
  expect(learn({ drive: 'noisy' }, { drive: 'steady' }).drive).toBe('noisy');
  expect(learn({ drive: 'failing' }, { drive: 'steady' }).drive).toBe('failing');
  expect(learn({ drive: 'quiet' }, { drive: 'steady' }).drive).toBe('steady');
});

describe('a conversation in which data is to be rescued', () => {
  const said = (...lines: readonly string[]) =>
    lines.reduce((talk: Conversation, text) => advance(talk, { type: 'text', text }), openConversation('ja')).snapshot
      .context.facts;

  test.each(['まだです', 'いいえ', '違います', '別に', 'それはしてません、忘れてました', 'not yet', 'no'])(
    'a bare no does not change the drive or the data: %s',
    (text) => {
      expect(said('HDDからカチカチ音がします', text).drive).toBe('noisy');
      expect(said('写真が消えました', text).data).toBe('lost');
    },
  );

  test('a statement about the drive or the data changes it', () => {
    expect(said('HDDからカチカチ音がします', '異音も固まることもない').drive).toBe('fine');
    expect(said('写真が消えました', '消えて困るものはない').data).toBe('unknown');
    expect(said('写真が消えました', 'バックアップがあります').data).toBe('backed-up');
  });
});
