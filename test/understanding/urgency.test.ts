import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenLanguages } from '../../src/bot/languages.ts';
import { longest } from '../../src/bot/understanding/fold.ts';
import { urgencyIn } from '../../src/bot/understanding/urgency.ts';
import { growth, steepest } from './fuzz/cost.ts';

const kept = (text: string) => urgencyIn(text)?.kept;

test.each([
  ['至急です。15時の会議までに使いたいです', '至急、15時の会議まで'],
  ['会社のPCで0xC004F074が出ます。大至急お願いします', '大至急'],
  ['今日中に直したいです', '今日中'],
  ['きょうじゅうに つかいたいです', 'きょうじゅう'],
  ['明日までにお願いします', '明日まで'],
  ['１５時まで', '15時まで'],
  ['15:30までになんとかなりますか', '15:30まで'],
  ['会議までに使いたいのですが', '会議まで'],
  ['明日の朝10時からオンライン授業があります', '明日の朝10時からオンライン授業'],
  ['締切が明日なので困っています', '締切が明日'],
  ['今日の17時締切です', '今日の17時締切'],
  ['本日17時必着です', '本日17時必着'],
  ['夕方の納品に使います', '夕方の納品'],
  ['12/5が提出期限です', '12/5が提出期限'],
  ['締切は12月5日です', '締切は12月5日'],
  ['12/5までに必要です', '12/5まで'],
  ['今週金曜が期限です', '今週金曜が期限'],
  ['the deadline is Dec 5', 'deadline is Dec 5'],
  ['急いでいません', '急いでいません'],
  ['急ぎではありません', '急ぎではありません'],
  ['いつでも大丈夫です', 'いつでも大丈夫'],
  ['急いでいませんが、金曜までにお願いします', '急いでいません、金曜まで'],
  ['ASAP, I have an exam at 3', 'ASAP, exam at 3'],
  ['Please fix it by Friday', 'by Friday'],
  ['I have a meeting in 30 minutes', 'meeting in 30 minutes'],
  ["It's not urgent", 'not urgent'],
  ['no rush', 'no rush'],
])('「%s」 says how urgent it is: 「%s」', (text, words) => {
  expect(kept(text)).toBe(words);
});

test.each([
  '急ぎですか',
  '12/5に買いました',
  'ライセンスの期限が12/5です',
  '12月5日に更新してから出ます',
  '17時に電源を入れました',
  '昨日の17時締切でした',
  '締切は12/5でした',
  'I bought it on Dec 5',
  '急いだほうがいいですか',
  '明日まで待ちます',
  '15時まで会議です',
  '明日までかかりますか',
  '昨日の15時の会議で固まりました',
  '今日までに3回試しました',
  '至急ご連絡くださいと画面に出ました',
  '「24時間以内に電話を」と出ています',
  '急いで再起動しました',
  'すぐに使えなくなりました',
  '24時間たっても直りません',
  'There is an urgent warning on my screen',
  'is it urgent or can it wait?',
  'I upgraded by 2 steps',
  'The meeting yesterday was fine',
])('「%s」 does not say how urgent it is', (text) => {
  expect(kept(text)).toBeUndefined();
});

test.each([
  ['至急です。15時の会議までに使いたいです', true],
  ['今日中にお願いします', true],
  ['ASAP, I have an exam at 3', true],
  ['至急です。昨日から画面が青いです', false],
  ['会社のPCで認証できません。至急です', false],
])('「%s」 says nothing besides: %s', (text, alone) => {
  expect(urgencyIn(text)?.alone).toBe(alone);
});

describe('what is kept', () => {
  /** The words of the data, and numbers. */
  const closed = writtenLanguages.flatMap(({ urgency: { said, classes, join } }) => [
    ...said.flatMap(({ parts }) => parts.flat().flatMap((word) => word.split(/\{\{\w+\}\}/))),
    ...Object.values(classes).flat(),
    join,
    ' ',
  ]);
  const words = [...new Set(closed)].filter((word) => word !== '').toSorted((a, b) => b.length - a.length);
  const isClosed = (text: string): boolean => {
    let ends = new Set([0]);
    for (let at = 0; at < text.length; at += 1) {
      if (!ends.has(at)) continue;
      const digits = /^\d{1,2}/.exec(text.slice(at))?.[0];
      const next = words.filter((word) => text.startsWith(word, at)).map((word) => at + word.length);
      ends = new Set([...ends, ...next, ...(digits === undefined ? [] : [at + 1, at + digits.length])]);
    }
    return ends.has(text.length);
  };

  test('is of closed words and numbers of two digits alone, whatever a message says', () => {
    const piece = fc.constantFrom(
      ...[
        '至急です',
        '佐藤',
        '15時',
        'の',
        '会議',
        'まで',
        'に',
        '今日',
        '中',
        '。',
        '、',
        ' ',
        '090-1234-5678',
        '秘密',
      ],
      ...['by', 'exam', 'at', '3', '3pm', 'Alice', 'tomorrow', 'VK7JG-NPHTM', '12345', ':', '急いで', 'います'],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (given) => {
        const found = kept(given);
        expect(found === undefined || (found.length <= 60 && isClosed(found))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('has no more than two parts, each of them once', () => {
    expect(kept('至急です。'.repeat(100))).toBe('至急');
    expect(kept('至急です。今日中に。明日までに。15時までに')).toBe('至急、今日中');
  });
});

test('a text of twice the length takes at most two and a half times as long to read', () => {
  const units = ['今日', '15時', '明日の朝10時', '至急', 'by ', 'meeting ', 'by 3 ', '「', '急いで'];
  const grown = units.map((unit) => ({ unit, times: growth(unit, longest, urgencyIn) }));
  expect(grown.filter(({ times }) => times > steepest)).toEqual([]);
});
