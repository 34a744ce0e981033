import { describe, expect, test } from 'vitest';
import { openConversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';

const after = (...texts: readonly string[]): string =>
  placeOf(texts.reduce((talk, text) => advance(talk, { type: 'text', text }), openConversation('ja')).snapshot);
const list = ['会社のPCです', 'サーバーに到達できません'];

describe('a message that names a step of a list', () => {
  test.each([
    '手順3だけ教えて',
    '3番だけ',
    'ステップ3を見せて',
    '3番目の手順を教えて',
    'show me step 3',
    'just step 3',
  ])('the named step is shown: %s', (text) => {
    expect(after(...list)).toBe('list.O1');
    expect(after(...list, text)).toBe('step.O1.3');
    expect(after(...list, '1つずつ', text)).toBe('step.O1.3');
  });

  test.each(['1と2はやった、3ができない', '3番の「エディション」がない', '3がわかりません', '3番のボタンがない'])(
    'help with the named step is shown: %s',
    (text) => {
      expect(after(...list, text)).toBe('stuck.O1.3');
    },
  );

  test.each(['手順9だけ教えて', '手順を教えて'])(
    'the list stays if the step does not exist or has no number: %s',
    (text) => {
      expect(after(...list, text)).toBe('list.O1');
    },
  );
});

test('a step named as done beside one that cannot be done does not finish the list', () => {
  expect(after(...list, '1はやったけど2ができない')).toBe('stuck.O1.2');
  expect(after(...list, '全部やった')).not.toContain('stuck');
});
