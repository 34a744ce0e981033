import { describe, expect, test } from 'vitest';
import { openConversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';

const talked = (...texts: readonly string[]) =>
  texts.reduce((talk, text) => advance(talk, { type: 'text', text }), openConversation('ja'));
const key = ['自分で買った新品PC。0xC004F213。バックアップあり。部品は替えていません', 'キーは紛失'];

describe('a list that the person says they have tried', () => {
  test.each([
    '電話認証はもうやった',
    '電話による認証も試しました',
    'slui 4はもうやりました',
    'I already tried phone activation',
  ])('the list is not given later in the conversation: %s', (text) => {
    expect(placeOf(talked(...key, text).snapshot)).toBe('list.P3');
    expect(talked(...key, text).lead).toContainEqual({ say: 'tried-before' });
    const after = talked(...key, text, 'まだだめ');
    expect(after.snapshot.context.shown).not.toContain('P4');
  });

  test('the list is left out though its question has not been asked yet', () => {
    const { context } = talked('自分で買った新品PC。0xC004F213', 'キーの入れ直しはもうやりました').snapshot;
    expect(context.finished).toEqual(['P3']);
    expect(context.facts.recent).toBeUndefined();
  });

  test.each([
    '電話認証はまだやってない',
    '電話認証をやったほうがいい？',
    '電話認証をやってみます',
    '電話認証ってもうやった人いますか',
  ])('the list is not left out after a wish, a question or a negation: %s', (text) => {
    expect(talked(...key, text).snapshot.context.finished).toEqual([]);
  });

  test('the list is left out, and a person asked for in the same message is offered', () => {
    const talk = talked(...key, '電話認証はもうやったので、担当者に相談したい');
    expect(placeOf(talk.snapshot)).toBe('form');
    expect(talk.snapshot.context.finished).toEqual(['P4']);
  });

  test('a list tried in vain is left out, and answers whether it helped', () => {
    const talk = talked(...key, 'やってみた', '電話認証もだめでした');
    expect(talk.snapshot.context.finished).toEqual(['P4', 'P3']);
    expect(placeOf(talk.snapshot)).toBe('form');
  });

  test('the list is checked for its result if it is the present one', () => {
    expect(placeOf(talked(...key, 'キーの入れ直しはやりました').snapshot)).toBe('check.P3');
  });
});
