import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });

describe('a plan to do something later', () => {
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
  ])('the plan puts the list or question off: %s', (text) => {
    expect(at('list', text).intent).toBe('not-yet');
    expect(at('question', text).intent).toBe('not-yet');
  });

  test.each(['待ちましたがだめ', '連絡してみましたがだめ', '考えたけどわからない', 'どこに連絡してみればいいですか'])(
    'the plan is not read from a past attempt or a question: %s',
    (text) => {
      expect(at('list', text).intent).not.toBe('not-yet');
    },
  );

  test.each(['連絡してみます', '待ちます', '来週やります', '聞いてみます'])(
    'the plan is acknowledged after the end: %s',
    (text) => {
      expect(at('closed', text).intent).toBe('got-it');
    },
  );
});

describe('a farewell in an open case', () => {
  test.each(["nah i'll leave it, thanks", 'やめときます', 'もういいです'])(
    'a farewell that gives up cancels the conversation: %s',
    (text) => {
      expect(at('list', text).intent).toBe('cancel');
      expect(at('question', text).intent).toBe('cancel');
    },
  );

  test.each(['thanks bye', 'ok thanks, bye', 'ありがとう、またね'])(
    'a farewell that thanks leaves the case open: %s',
    (text) => {
      expect(at('list', text).intent).toBe('thanks');
      expect(at('question', text).intent).toBe('thanks');
    },
  );

  test.each(['あとでまた来ます', 'また来ます'])('a farewell until later puts the case off: %s', (text) => {
    expect(at('list', text).intent).toBe('not-yet');
    expect(at('question', text).intent).toBe('not-yet');
  });

  test.each(["I'll leave it on", 'また出ます', 'また来ました', 'thanks'])(
    'the farewell is not read from: %s',
    (text) => {
      expect(at('list', text).intent).not.toBe('cancel');
    },
  );
});

test.each(['返品することにした', '返品することにします', 'やっぱり返品します'])(
  'a decision to return the PC is read as the topic “return”: %s',
  (text) => {
    expect(at('list', text)).toMatchObject({ topic: 'return', facts: {} });
  },
);
