import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understand/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });

describe('a message, or somebody to ask,', () => {
  test.each([
    'サポートに聞く',
    'マイクロソフトに聞く',
    '情シスに相談する',
    '連絡文',
    '文面',
    'ITに送るメッセージだけください',
    '担当者に送る文を作ってほしい',
    'ひとにかわって',
    'マイクロソフトに連絡する文を作って',
    'メッセージだけほしい',
    'give me a message to send to IT',
    'just the message for IT please',
  ])('is wished for: %s', (text) => {
    for (const place of ['list', 'advice', 'question'] as const) expect(at(place, text).intent).toBe('human');
  });

  test.each([
    'サポートに聞いたらだめでした',
    '情シスに聞いてみます',
    'メッセージが出ます',
    '文面はもう送りました',
    'マイクロソフトに聞くのはいやだ',
    'the message says not activated',
  ])('is not: %s', (text) => {
    for (const place of ['list', 'advice', 'question'] as const) expect(at(place, text).intent).not.toBe('human');
  });
});
