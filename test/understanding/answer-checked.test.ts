import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerPassedOn, asWritten, checkAnswer } from '../../src/bot/understanding/answer-checked.ts';
import { ordinary, secrets, textOf } from './secrets/corpus.ts';
import staff from './secrets/staff.json' with { type: 'json' };
import strangers from './secrets/strangers.json' with { type: 'json' };

const kindOf = (text: string) => checkAnswer(text).kind;
const otherThan = (kind: string, texts: readonly string[]) => texts.filter((text) => kindOf(text) !== kind);

describe('what staff write', () => {
  test('addresses, hosts, paths, GUIDs, codes, telephone and request numbers are passed on without a question', () => {
    expect(staff.ordinary.length).toBeGreaterThanOrEqual(60);
    expect(otherThan('fine', staff.ordinary)).toEqual([]);
  });

  test('a host of three groups of five, and a folder of letters that a key may have, are asked about', () => {
    expect(otherThan('doubtful', staff.doubtful)).toEqual([]);
  });

  test('no text that people write to support without a secret is refused, and two are asked about', () => {
    const all = [...ordinary, ...strangers.ordinary];
    expect(all.filter((text) => kindOf(text) === 'sure')).toEqual([]);
    expect(otherThan('fine', all)).toEqual([
      '社員番号は 1234567、2345678、3456789 の3名です',
      '使える文字は BCDFGHJKMPQRTVWXY と 2346789 だけと聞きましたが本当ですか',
    ]);
  });
});

describe('secrets in what staff write', () => {
  test('a whole key, installation ID or confirmation ID is refused, in any spelling', () => {
    expect(staff.whole.length).toBeGreaterThanOrEqual(25);
    expect(otherThan('sure', staff.whole)).toEqual([]);
  });

  test('a part of one is asked about', () => {
    expect(otherThan('doubtful', staff.parts)).toEqual([]);
  });

  test('none of the collected spellings is passed on without a question, and more than nineteen of twenty are refused', () => {
    const all = [...secrets.map(textOf), ...strangers.secrets.map(({ texts }) => texts.join('\n'))];
    expect(all.filter((text) => kindOf(text) === 'fine')).toEqual([]);
    expect(all.filter((text) => kindOf(text) === 'sure').length).toBeGreaterThan(all.length * 0.95);
  });

  test('what is refused is named by its kind, and what is asked about as it was written', () => {
    const [id = ''] = staff.whole.filter((text) => text.startsWith('確認ID'));
    expect(checkAnswer(id)).toEqual({ kind: 'sure', secrets: ['confirmation-id'] });
    expect(checkAnswer('前半は　ＶＫ７ＪＧ-nphtm です。もう一度、ＶＫ７ＪＧ-nphtm です')).toMatchObject({
      kind: 'doubtful',
      parts: ['ＶＫ７ＪＧ-nphtm'],
    });
  });

  test('the sign of a doubt depends on what is doubtful, and on nothing else', () => {
    const signOf = (text: string) => {
      const checked = checkAnswer(text);
      return checked.kind === 'doubtful' ? checked.sign : text;
    };
    expect(signOf('サーバーは TKYFS-PRD03-NW7K2 です')).toBe(signOf('TKYFS-PRD03-NW7K2 を再起動しました'));
    expect(signOf('TKYFS-PRD03-NW7K2')).not.toBe(signOf('TKYFS-PRD03-NW7K3'));
  });
});

describe('an answer as it is passed on', () => {
  test.each([
    'ＵＲＬは　https://intra.example.co.jp/ｖｐｎ　です。',
    '  1) slmgr  /upk\n\n\t2) slmgr /ato\n①②③ ㍿ ｱｲｳ ﾊﾞﾝ',
    '👩🏽‍💻 が直しました。é と é は別のままです。',
  ])('is unchanged: %j', (text) => {
    expect(answerPassedOn(text, 2_000)).toBe(text);
  });

  test('has one coding of line breaks, no control characters and no blank lines around it', () => {
    expect(asWritten(' \r\n\n  一\r\n二\r三\u0007\u001b \n ')).toBe('  一\n二\n三');
    expect(asWritten(' \n\u200b\u3000')).toBe('');
  });

  test('holds no whole secret, whatever a desk let through', () => {
    const whole = staff.whole.map((text) => answerPassedOn(text, 2_000));
    expect(whole.filter((text) => kindOf(text) !== 'fine')).toEqual([]);
    expect(answerPassedOn('キーは　VK7JG-NPHTM-C97JM-9MPGT-3V66T　です', 2_000)).toBe('キーは　•••　です');
  });

  test('is unchanged as long as it holds no whole secret and its length is kept, whatever is written', () => {
    const plain = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text) && kindOf(text) !== 'sure');
    fc.assert(
      fc.property(plain, (text) => {
        expect(answerPassedOn(`あ${text}。`, 2_000)).toBe(`あ${text}。`);
      }),
    );
  });

  test('is cut where it is too long, never within a character', () => {
    expect(answerPassedOn('あ'.repeat(3_000), 2_000)).toHaveLength(2_000);
    expect(answerPassedOn('👍'.repeat(2_000), 1_999).isWellFormed()).toBe(true);
  });
});

test.each(['VK7JG-', '1234567 ', 'https://a.b/c) ', 'https://', ')', '\n', '3BVWX', 'あ'])(
  'an answer of 4,000 characters is checked and passed on within 40 ms of CPU: %j',
  (part) => {
    const text = part.repeat(4_000 / part.length);
    const used = [1, 2, 3, 4, 5].map(() => {
      const before = process.cpuUsage();
      checkAnswer(text);
      answerPassedOn(text, 2_000);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    });
    expect(Math.min(...used)).toBeLessThan(40);
  },
);
