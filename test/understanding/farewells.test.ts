import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });

describe('not now', () => {
  test.each([
    'じゃあ待ちます',
    'いったん考えます',
    '少し考えさせてください',
    '来週やります',
    '家に帰ってからやります',
    '連絡してみます',
    '情シスに聞いてみます',
    '情シスに聞きます',
    'let me think about it',
  ])('is no refusal: %s', (text) => {
    expect(at('list', text).intent).toBe('not-yet');
    expect(at('question', text).intent).toBe('not-yet');
  });

  test.each(['待ちましたがだめ', '連絡してみましたがだめ', '考えたけどわからない', 'どこに連絡してみればいいですか'])(
    'is something else: %s',
    (text) => {
      expect(at('list', text).intent).not.toBe('not-yet');
    },
  );

  test.each(['連絡してみます', '待ちます', '来週やります', '聞いてみます'])('is fine at the end: %s', (text) => {
    expect(at('closed', text).intent).toBe('got-it');
  });
});

describe('a farewell', () => {
  test.each([
    'thanks bye',
    'ok thanks, bye',
    "nah i'll leave it, thanks",
    'あとでまた来ます',
    'また来ます',
    'ありがとう、またね',
  ])('ends it: %s', (text) => {
    expect(at('list', text).intent).toBe('cancel');
    expect(at('question', text).intent).toBe('cancel');
  });

  test.each(["I'll leave it on", 'また出ます', 'また来ました', 'thanks'])('is not: %s', (text) => {
    expect(at('list', text).intent).not.toBe('cancel');
  });
});

test.each(['返品することにした', '返品することにします', 'やっぱり返品します'])(
  'who returns it hears about that: %s',
  (text) => {
    expect(at('list', text)).toMatchObject({ topic: 'return', facts: {} });
  },
);
