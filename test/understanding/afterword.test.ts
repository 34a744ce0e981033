import { expect, test } from 'vitest';
import { hasNothing, soundsLikeAfterword } from '../../src/bot/understanding/afterword.ts';
import { longest } from '../../src/bot/understanding/fold.ts';
import { growth, steepest } from './fuzz/cost.ts';

test.each([
  '佐藤さんの説明がわかりやすかったです',
  '対応が少し遅かったです',
  '丁寧に教えてくれて助かりました',
  'すぐ直してもらえて感謝しています',
  '問題なく使えています。ありがとうございました',
  '係の 人が やさしかったです',
  'The instructions were clear, thanks',
  'It took too long',
  'Great support!',
])('「%s」 sounds like a word for the desk', (text) => {
  expect(soundsLikeAfterword(text)).toBe(true);
  expect(hasNothing(text)).toBe(false);
});

test.each([
  '画面が真っ黒です',
  'キーボードが反応しない',
  'パソコンが熱いです',
  'ありがとう。今度はプリンターが出ません',
  '説明のとおりにしたら、また同じ表示が出ました',
  '対応してもらえますか',
  '助かりました。ところで期限はいつまで？',
  'the screen flickers',
  'Thanks, but now my mouse is not working',
  'great, can you fix my printer?',
  '別件です',
  '',
])('「%s」 does not sound like a word for the desk', (text) => {
  expect(soundsLikeAfterword(text)).toBe(false);
});

test.each(['特にありません', 'いいえ', 'いえ、大丈夫です', 'No thank you', 'nothing else, thanks'])(
  '「%s」 says that there is nothing to add',
  (text) => {
    expect(hasNothing(text)).toBe(true);
  },
);

test('a text of twice the length takes at most two and a half times as long to read', () => {
  const units = ['教えてくれて', 'ない', '助かりました', 'thanks again ', 'a'];
  const grown = units.map((unit) => ({ unit, times: growth(unit, longest, soundsLikeAfterword) }));
  expect(grown.filter(({ times }) => times > steepest)).toEqual([]);
});
