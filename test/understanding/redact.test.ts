import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/bot/understanding/redact.ts';

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
const array = (characters: string, length: number, count: number) =>
  fc.array(fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length }), {
    minLength: count,
    maxLength: count,
  });

const keyGroups = array('BCDFGHJKMPQRTVWXY2346789', 5, 5).filter((groups) => new Set(groups.join('')).size > 5);
const dash = fc.constantFrom('-', '－', '—', '–', '‐', 'ー', ' - ', '_', '.', '/');
const separator = fc.oneof(dash, fc.constantFrom(' ', '　', '\t', '\n', ', ', '・', '-\n', '\u200b-\u200b'));
const width = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toLowerCase(),
  (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  (text: string) => [...text].join('\u200b'),
);
const surroundings = fc.oneof(
  fc.constantFrom('', 'キーは', '入れても通りません。', 'my key is ', ' です', '\n', '「', 'x', '7'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

describe('the redaction of a product key', () => {
  test('no group of a key survives with any separator, width and surroundings', () => {
    fc.assert(
      fc.property(keyGroups, separator, width, surroundings, surroundings, (groups, between, wide, left, right) => {
        const { text, secrets } = redact(`${left}${wide(groups.join(between))}${right}`);
        const survived = groups.filter((group) => bare(text).includes(group) && !bare(left + right).includes(group));
        expect(survived).toEqual([]);
        expect(secrets).toContain('product-key');
      }),
      { numRuns: 2000 },
    );
  });

  test('no group of a key survives without separators', () => {
    fc.assert(
      fc.property(keyGroups, surroundings, surroundings, (groups, left, right) => {
        const { text } = redact(`${left}${groups.join('')}${right}`);
        expect(groups.filter((group) => bare(text).includes(group) && !bare(left + right).includes(group))).toEqual([]);
      }),
    );
  });

  test.each(['BCDFGHJKMPQRTVWXYBCDFGHJK', 'bbbbbbbbbbbbbbbbbbbxytbjd'.padEnd(25, 'b')])(
    'a key without any digit does not survive: %s',
    (key) => expect(redact(`キーは${key}です`).text).toBe('キーは•••です'),
  );

  test.each(['%28BBB-BBBKW です', '100%2DBCD-FGHJ4 です'])('a group after a percent sign is no escape: %s', (text) => {
    expect(redact(text).text).not.toMatch(/[B-K]{3}/);
  });

  test('no group survives of two or more groups joined by dashes', () => {
    const two = keyGroups.filter(([a = '', b = '']) => /[A-Z]/.test(a + b) && new Set(a + b).size > 4);
    fc.assert(
      fc.property(two, fc.integer({ min: 2, max: 4 }), dash, surroundings, (groups, count, between, left) => {
        const part = groups.slice(0, count);
        const { text } = redact(`${left}${part.join(between)} です`);
        expect(part.filter((group) => bare(text).includes(group) && !bare(left).includes(group))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    'ABCDE-FGHIJ-KLMNO-PQRST-UVWXY',
    'vk7jg nphtm c97jm',
    'V K 7 J G N P H T M C 9 7 J M 9 M P G T 3 V 6 6 T',
  ])('a key that is mistyped or spaced out is replaced: %s', (key) => {
    expect(redact(`キーは ${key} です`)).toEqual({ text: 'キーは ••• です', secrets: ['product-key'] });
  });
});

describe('the redaction of an id', () => {
  const digits = '0123456789';
  const between = fc.constantFrom('-', ' ', '　', '－', '\n', ', ', ' / ');
  test('no group survives of an installation id of nine groups of seven or six groups of nine', () => {
    const groups = fc.oneof(array(digits, 7, 9), array(digits, 9, 6));
    fc.assert(
      fc.property(groups, between, surroundings, (parts, gap, left) => {
        const { text, secrets } = redact(`${left}。${parts.join(gap)}`);
        expect(parts.filter((part) => bare(text).includes(part) && !bare(left).includes(part))).toEqual([]);
        expect(secrets).toContain('installation-id');
      }),
    );
  });

  test('no group survives of a confirmation id or three or more groups of one', () => {
    fc.assert(
      fc.property(array(digits, 6, 8), fc.integer({ min: 3, max: 8 }), between, (groups, count, gap) => {
        const parts = groups.slice(0, count);
        const { text, secrets } = redact(`確認 ID は ${parts.join(gap)} です`);
        expect(parts.filter((part) => bare(text).includes(part))).toEqual([]);
        expect(secrets).toEqual(['confirmation-id']);
      }),
    );
  });

  test('a run of 48 digits is replaced', () => {
    fc.assert(
      fc.property(array(digits, 1, 48), (run) => {
        expect(redact(`番号${run.join('')}`).text).toBe('番号•••');
      }),
    );
  });
});

describe('the redaction leaves unchanged', () => {
  test.each([
    '2026年10月20日に買いました。電話番号は 03-1234-5678',
    '0xC004F213 と 0x80072EE7 と 803F7001',
    '80070005 80070422 80070490',
    '20251231 20260101 20260202',
    '注文番号 112-9988776-5544332',
    'OS build 22631.4460 / Windows 11 24H2',
    'there about where could think north-south',
    'wwwwwwwwwwwwwww',
    'DESKTOP-AB12CD3 ThinkPad 20XW-CTO1WW',
  ])('%s', (text) => {
    expect(redact(text)).toEqual({ text, secrets: [] });
  });
});
