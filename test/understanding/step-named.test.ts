import { expect, test } from 'vitest';
import { fold } from '../../src/bot/understanding/fold.ts';
import { stepNamed } from '../../src/bot/understanding/step-named.ts';

test.each([
  ['手順3だけ教えて', 3],
  ['ステップ３を見せて', 3],
  ['3番目の手順', 3],
  ['二つやって、3がわかりません', 3],
  ['1はやった、2番が見つからない', 2],
  ['1はできたけど2ができない', 2],
  ['あの4で止まりました', 4],
  ['step 4?', 4],
  ['just step 3', 3],
  ['no. 2 fails', 2],
  ['ok 2で止まった', 2],
])('a message names a step: %s', (text, step) => {
  expect(stepNamed(fold(text))).toBe(step);
});

test.each([
  '3番号を入れた',
  '4番線です',
  '手順12',
  '3台あります',
  '2.5GHzです',
  '、3の4です',
  'footstep 3',
  'casino 3',
  'Windows 11',
])('a message names no step: %s', (text) => {
  expect(stepNamed(fold(text))).toBeUndefined();
});
