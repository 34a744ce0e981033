import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';
import { type Facts, slots } from '../../src/flows/facts.ts';
import { questionIds } from '../../src/flows/questions.ts';

const values: Readonly<Record<string, readonly string[]>> = slots;
const nowhere: Asked = { question: undefined, at: 'closed', choices: [] };
const places = [
  'question',
  'list',
  'step',
  'stuck',
  'check',
  'advice',
  'form',
  'recipient',
  'closed',
  'clarify',
] as const;
const asked: fc.Arbitrary<Asked> = fc.record({
  question: fc.option(fc.constantFrom(...questionIds), { nil: undefined }),
  at: fc.constantFrom(...places),
  choices: fc.constantFrom([], [{ id: 'a', label: '会社のPC' }]),
});

/** What is no slot with one of its values. */
const malformed = ({ errorCodes, ...facts }: Facts) => [
  ...Object.entries(facts).filter(([slot, value]) => !values[slot]?.includes(value)),
  ...(errorCodes ?? []).filter((code) => !/^0x[0-9A-F]{8}$/.test(code)),
];

describe('an empty or meaningless text gives no fact, intent, topic, choice or candidate', () => {
  test.each([
    '',
    ' ',
    '\n\n',
    '…',
    '？！',
    '\u0000\u0007\u001b[0m',
    'あああああ',
    'asdfghjkl',
    '😀😀😀',
    'ーーーー',
    '。、。、',
    'ｗｗｗｗ',
  ])('%j', (text) => {
    for (const question of [undefined, ...questionIds]) {
      const { facts, intent, topic, choice, candidates } = understand(text, { ...nowhere, question });
      expect({ facts, intent, topic, choice, candidates }).toEqual({
        facts: {},
        intent: undefined,
        topic: undefined,
        choice: undefined,
        candidates: [],
      });
    }
  });

  test('random letters give no origin', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'あいうえかきくけさしすたつなにみむxyzqj') }),
        asked,
        (text, at) => {
          expect(understand(text, { ...at, choices: [] }).facts.origin).toBeUndefined();
        },
      ),
    );
  });
});

describe('any input', () => {
  test('a random text gives only valid facts and at most four candidates', () => {
    const words = fc.constantFrom(
      '会社',
      'の',
      'PC',
      'VPN',
      'じゃない',
      'ですか',
      'もし',
      '\n',
      '「',
      '0xC004F074',
      'not',
      ' my ',
      '。',
      '\u0000',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, asked, (said, at) => {
        const { facts, candidates } = understand(said, at);
        expect(malformed(facts)).toEqual([]);
        expect(candidates.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['会社の', 'a', '、', '「', '1', 'VK7JG-', 'not ', 'バックアップ'])(
    '20,000 characters of %j are read within a second',
    (piece) => {
      const began = performance.now();
      understand(piece.repeat(20_000 / piece.length), nowhere);
      expect(performance.now() - began).toBeLessThan(1_000);
    },
  );
});

describe('a guess of the origin is not stored', () => {
  test.each(['会社のPCかも', 'もしかして中古かもしれない', '会社のPCの場合は？'])('%s', (text) => {
    for (const at of places) expect(understand(text, { question: undefined, at, choices: [] }).facts).toEqual({});
    expect(understand(text, { question: 'origin', at: 'question', choices: [] }).facts).toEqual({});
  });

  test('a belief about the origin counts only as the answer to its question', () => {
    expect(understand('たぶん会社のPC', nowhere).facts).toEqual({});
    expect(understand('たぶん会社のPC', { ...nowhere, question: 'origin', at: 'question' }).facts).toEqual({
      origin: 'organization',
    });
  });
});

test.each([
  '中古で買おうか迷ってる',
  'メルカリで売るつもりです',
  'I want to buy a used laptop',
  "I don't think it's a company PC",
  'I was in the office last week',
  'データが消えたわけじゃない',
  '部品を変えたのは別のPCです',
  '家では試せません',
  'リモートで見てもらいました',
  '今日は会社に電話しました',
  'USBに入れたつもり',
  'VPNにつながないといけないんですよね',
])('a plan, a denial or a statement about another PC gives no fact: %s', (text) => {
  expect(understand(text, nowhere).facts).toEqual({});
});
