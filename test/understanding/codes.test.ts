import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCodes } from '../../src/bot/understanding/codes.ts';
import { catalogue } from '../../src/flows/codes.ts';

const known = [...catalogue.keys()];

describe('the code 0xC004F074 is read from', () => {
  test.each([
    '0xC004F074',
    '0xc004f074',
    'OxCOO4FO74',
    '０ｘＣ００４Ｆ０７４',
    '0×C004F074',
    '0XC004F074L',
    '0xC004F074Proです',
    'C004F074',
    'xC004F074',
    'c004f074L',
    '0 x C 0 0 4 F 0 7 4',
    '0xC004 F074',
    'エラー C004 F074',
    'エラーコード：C004F074です',
    '0\u200bxC004\u200bF074',
    'エラーF074が出ます',
    'code F074',
    'マザボをB650に替えたら認証が外れた。F074',
    'OxC004FO74',
  ])('%s', (typed) => {
    expect(findCodes(typed, false, known)).toEqual(['0xC004F074']);
  });

  test('a letter l or I in a scanned code is read as 1', () => {
    expect(findCodes('エラ一コ一ド:OxC004F2l3', false, known)).toEqual(['0xC004F213']);
    expect(findCodes('0x803F700I', false, known)).toEqual(['0x803F7001']);
  });

  test('the last four digits alone are a code only after the question for it', () => {
    expect(findCodes('F213', true, known)).toEqual(['0xC004F213']);
    expect(findCodes('2EE7', true, known)).toEqual([]);
  });

  test('several codes are read in their order, each once', () => {
    expect(findCodes('0x803F7001 と 0xC004F211 と 803f7001', false, known)).toEqual(['0x803F7001', '0xC004F211']);
  });

  const casing = fc.constantFrom(
    (code: string) => code,
    (code: string) => code.toLowerCase(),
  );
  const prefix = fc.constantFrom('0x', '0X', 'Ox', '0×', '０ｘ', '0x ');
  const around = fc.constantFrom('', ' ', 'エラーは', '「', '(', '→');
  test('every code of the catalogue is read in any case, with any prefix', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), casing, prefix, around, (code, cased, before, left) => {
        expect(findCodes(`${left}${before}${cased(code.slice(2))}です`, false, known)).toEqual([code]);
      }),
    );
  });
});

describe('no code is read from', () => {
  test.each([
    'F074',
    'FACE',
    '電話は03-1234-5678です',
    '注文番号は80071234-5です',
    '2025/12/31 23:59に出ました',
    '0xC004F0741',
    '80070005円',
    'error codeって何',
    'Windows 11 24H2',
    'MACは80-07-12-34-56-78',
  ])('%s', (typed) => {
    expect(findCodes(typed, false, known)).toEqual([]);
  });
});

describe('a text with two codes', () => {
  test.each([
    '0xC004F074 いや 0xC004F034 だった',
    '0xC004F074じゃなくて0xC004F034でした',
    '0xC004F074。間違えました、0xC004F034です',
    '0xC004F074, sorry, 0xC004F034',
  ])('only the second code counts if the first is taken back: %s', (text) => {
    expect(findCodes(text, false, known)).toEqual(['0xC004F034']);
  });

  test.each(['0xC004F074と0xC004F034', '0xC004F074がいやで0xC004F034も出ます', 'it was 0xC004F074 not 0xC004F034'])(
    'both codes count if neither is taken back: %s',
    (text) => {
      expect(findCodes(text, false, known)).toEqual(['0xC004F074', '0xC004F034']);
    },
  );
});
