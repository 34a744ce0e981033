import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understand/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });

describe('asked whether protection is back on,', () => {
  test.each([
    '切ってない',
    '無効にしてないです',
    '最初から切ってない',
    'オンのままです',
    'I never turned it off',
    'already on',
  ])('whoever never lowered it is done: %s', (text) => {
    expect(at('advice', text).intent).toBe('done');
  });

  test.each(['まだです', 'まだ戻してない', 'オフのまま', '戻し方教えて', 'そのまま', 'not yet'])(
    'whoever has not put it back is not done: %s',
    (text) => {
      expect(at('advice', text).intent).toBe('no');
    },
  );

  test.each(['戻せない', 'オンに戻りません', "I can't turn it back on"])('whoever cannot is stuck: %s', (text) => {
    expect(at('advice', text).intent).toBe('stuck');
  });
});

test.each(['最初から認証されていません', '最初から入っていたWindowsです'])(
  'what was so from the start starts nothing over: %s',
  (text) => {
    expect(at('question', text).intent).not.toBe('restart');
  },
);
