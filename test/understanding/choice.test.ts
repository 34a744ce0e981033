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
])('the reply “%s” picks the second choice', (text) => {
  expect(understand(text, asked).choice).toBe('organization');
});

test.each(['4', '0', 'した', 'したよ', '22', '2025年', '2台あります', '会社', '…', '……', '。', '。。。', '.', 'です'])(
  'the reply “%s” picks no choice',
  (text) => {
    expect(understand(text, asked).choice).toBeUndefined();
  },
);
