import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';

const asked = {
  question: 'origin',
  at: 'question',
  choices: [
    { id: 'personal', label: '自分で買った新品・自作' },
    { id: 'organization', label: '会社・学校のPC' },
    { id: 'used', label: '中古・もらい物' },
  ],
} as const;

test.each([
  '2',
  '２',
  '②',
  '2番',
  '2番で',
  '二つ目',
  'ふたつめ',
  '2つ目のやつ',
  'the second one',
  'option 2',
  '真ん中',
  '会社・学校のPC',
  '会社学校のpc',
  'no. 2',
  'number two',
  '番号は2です',
  '2番のやつでお願いします。',
])('the reply “%s” picks the second choice', (text) => {
  expect(understand(text, asked).choice).toBe('organization');
});

test.each([
  '4',
  '0',
  'した',
  'したよ',
  '22',
  '2025年',
  '2台あります',
  '会社',
  'no one',
  'thetwo',
  '…',
  '……',
  '。',
  '。。。',
  '.',
  'です',
])('the reply “%s” picks no choice', (text) => {
  expect(understand(text, asked).choice).toBeUndefined();
});

test.each([
  ['一番上のやつで', 'personal'],
  ['最初のもの', 'personal'],
  ['the top one', 'personal'],
  ['一番したです', 'used'],
  ['したのやつ', 'used'],
  ['最後かな', 'used'],
  ['the last option please', 'used'],
] as const)('the reply “%s” picks a choice by its place: %s', (text, choice) => {
  expect(understand(text, asked).choice).toBe(choice);
});

test('a place among several is none of a single choice', () => {
  const single = { ...asked, choices: asked.choices.slice(0, 1) };
  for (const text of ['一番上', 'the last one', '真ん中']) expect(understand(text, single).choice).toBeUndefined();
});

test('two choices have no middle', () => {
  const pair = { ...asked, choices: asked.choices.slice(0, 2) };
  for (const text of ['真ん中', 'the middle one']) expect(understand(text, pair).choice).toBeUndefined();
});
