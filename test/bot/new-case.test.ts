import { describe, expect, test } from 'vitest';
import { type Conversation, openConversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import type { Facts } from '../../src/flows/facts.ts';

const says = (talk: Conversation, ...texts: readonly string[]) =>
  texts.reduce((before, text) => advance(before, { type: 'text', text }), talk);
const factsOf = ({ snapshot }: Conversation): Facts => snapshot.context.facts;

const work = says(openConversation('ja'), '会社のPCで0xC004F074が出ます。自宅で使っていて、VPNはつないでいません');
const ends: Readonly<Record<string, Conversation>> = {
  resolved: says(work, '直りました'),
  cancelled: says(work, 'やめる'),
  escalated: advance(says(work, '担当者に相談'), { type: 'form', to: 'form', values: {}, files: [] }),
};

test('the three conversations of these tests are closed with the outcome that names them', () => {
  expect(Object.values(ends).map(({ snapshot }) => placeOf(snapshot))).toEqual(
    Object.keys(ends).map((outcome) => `closed.${outcome}`),
  );
});

describe.each(['resolved', 'cancelled'] as const)('a conversation closed as %s', (outcome) => {
  test.each(['hi', 'Hello!', 'hello there', 'hello again', 'hey', 'good afternoon', 'Hello, me again', 'こんにちは'])(
    'is greeted back, and the earlier case stays within reach: %s',
    (text) => {
      const next = says(ends[outcome] ?? work, text);
      expect(next.lead).toEqual([{ say: 'greeting' }, { say: 'new-case' }]);
      expect(next.snapshot.can({ type: 'last-case' })).toBe(true);
    },
  );
});

describe.each(Object.entries(ends))('a conversation closed as %s', (outcome, ended) => {
  test.each<[string, Facts]>([
    ['別のPCで0xC004F213が出ます', { errorCodes: ['0xC004F213'] }],
    ['今度は自分で買ったPCで、認証サーバーに到達できません', { origin: 'personal', message: 'cannot-reach' }],
    ['もう1台のほうは中古で買ったものです', { origin: 'used' }],
    ['新しいパソコンが認証できません', {}],
    ['妻のパソコンもまだ認証できません', { reader: 'helper' }],
    ['自分で買った新品のPCで0xC004F213が出ます', { origin: 'personal', errorCodes: ['0xC004F213'] }],
    ['次のPCは学校のものです', { origin: 'organization' }],
    ['my other laptop, bought used on ebay, says 0xC004F213', { origin: 'used', errorCodes: ['0xC004F213'] }],
    ["another PC, I built it myself, can't be activated", { origin: 'personal' }],
    ["it's my second computer, bought new at a shop", { origin: 'personal', provenance: 'retail' }],
  ])('a message about another PC begins a case without the earlier facts: %s', (text, facts) => {
    const next = says(ended, text);
    expect(factsOf(next)).toEqual(facts);
    expect(next.snapshot.context).toMatchObject({ finished: [], shown: expect.any(Array), details: {} });
    expect(placeOf(next.snapshot)).not.toMatch(/^closed/);
    expect(next.lead).toContainEqual({ say: 'new-case' });
  });

  test.each([
    'やっぱりだめでした',
    'また出ました',
    'また0xC004F074が出ます',
    '再発しました',
    'まだ直っていません',
    'え、まだ困ってます',
    '同じ0xC004F074がまた出る',
    '続きをお願いします',
    "it's back",
    'it came back again',
    'still not solved',
    'the same error again',
  ])('a message that the problem is back takes up the earlier case with its facts: %s', (text) => {
    const next = says(ended, text);
    expect(factsOf(next)).toMatchObject({ origin: 'organization', place: 'remote', vpn: 'off' });
    expect(next.lead).not.toContainEqual({ say: 'new-case' });
  });

  test('a message that another PC works changes no fact', () => {
    expect(factsOf(says(ended, 'もう1台は認証できました'))).toEqual(factsOf(ended));
  });

  test('a correction of the PC’s origin changes the facts of the closed case', () => {
    const next = says(ended, '実は中古のPCでした');
    expect(factsOf(next)).toMatchObject({ origin: 'used', place: 'remote' });
  });

  test.each([
    'what?',
    'え？',
    'huh',
    'なんのことですか',
    'あれ？',
    'hm?',
    '何の話',
    'よくわからない',
    "I don't get it",
    'はて',
  ])('a message that is not understood offers to take up the case: %s', (text) => {
    const next = says(ended, text);
    expect(next.snapshot.context.candidates).toContainEqual({ intent: 'not-solved' });
    expect(placeOf(next.snapshot)).toBe('clarify');
  });

  test.each(['ありがとう', 'はい', '了解しました'])('a courtesy leaves the conversation closed: %s', (text) => {
    expect(placeOf(says(ended, text).snapshot)).toBe(`closed.${outcome}`);
  });
});

test('a new problem after a resolved case begins a case without the earlier facts, though no other PC is named', () => {
  expect(factsOf(says(ends['resolved'] as Conversation, '右下に透かしが出ています'))).toEqual({ message: 'watermark' });
});

test('a problem that stays after every list was tried leads to the form of the handover', () => {
  const used = says(openConversation('ja'), '中古のPCで0xC004F213が出ます。バックアップはあります', '直りました');
  const kept = { ...used.snapshot.context, finished: ['U1', 'U2', 'P3'] as const };
  const tried = {
    ...used,
    snapshot: { ...used.snapshot, context: { ...kept, facts: { ...kept.facts, sale: 'none', seller: 'asked' } } },
  };
  expect(placeOf(says(tried as unknown as Conversation, 'まだ直らない').snapshot)).toBe('form');
});
