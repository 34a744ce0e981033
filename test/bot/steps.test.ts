import { describe, expect, test } from 'vitest';
import { openConversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';

const after = (...texts: readonly string[]): string =>
  placeOf(texts.reduce((talk, text) => advance(talk, { type: 'text', text }), openConversation('ja')).snapshot);
const list = ['会社のPCです', 'サーバーに到達できません'];

describe('a step that is named', () => {
  test.each([
    '手順3だけ教えて',
    '3番だけ',
    'ステップ3を見せて',
    '3番目の手順を教えて',
    'show me step 3',
    'just step 3',
  ])('is shown: %s', (text) => {
    expect(after(...list)).toBe('list.O1');
    expect(after(...list, text)).toBe('step.O1.3');
    expect(after(...list, '1つずつ', text)).toBe('step.O1.3');
  });

  test.each(['1と2はやった、3ができない', '3番の「エディション」がない', '3がわかりません', '3番のボタンがない'])(
    'is helped with: %s',
    (text) => {
      expect(after(...list, text)).toBe('stuck.O1.3');
    },
  );

  test.each(['手順9だけ教えて', '手順を教えて'])('is not there: %s', (text) => {
    expect(after(...list, text)).toBe('list.O1');
  });
});

test('what was done before a step that cannot be done is not the whole list', () => {
  expect(after(...list, '1はやったけど2ができない')).toBe('stuck.O1.2');
  expect(after(...list, '全部やった')).not.toContain('stuck');
});
