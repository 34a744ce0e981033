import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCodes } from '../../src/bot/understanding/codes.ts';
import { understand } from '../../src/bot/understanding/index.ts';
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

describe('the code 0xC004F074 is read from words that spell it:', () => {
  test.each([
    'ゼロエックスシーゼロゼロヨンエフゼロナナヨン',
    'ぜろえっくすしーぜろぜろよんえふぜろななよんにでました',
    'ｾﾞﾛｴｯｸｽｼｰｾﾞﾛｾﾞﾛﾖﾝｴﾌｾﾞﾛﾅﾅﾖﾝ',
    'ゼロ エックス シー ゼロ ゼロ ヨン エフ ゼロ ナナ ヨン',
    'ゼロ・エックス・シー・ゼロ・ゼロ・ヨン・エフ・ゼロ・シチ・ヨンです',
    'ゼロ、エックス、シー、ゼロ、ゼロ、ヨン、エフ、ゼロ、ナナ、ヨンと出ます',
    'オーエックスシーオーオーヨンエフオーナナヨン',
    'ゼロエックスシーのゼロゼロヨンのエフのゼロナナヨンに変わった',
    'ゼロXシーゼロゼロフォーエフゼロセブンフォー',
    '零エックスC〇〇四F〇七四',
    'シーゼロゼロヨンエフゼロナナヨンって言われた',
    'エラーはエフゼロナナヨンです',
    'コードの末尾はエフ、ゼロ、ナナ、ヨン',
    'zero x c zero zero four f zero seven four',
    'Zero-X-C-Zero-Zero-Four-F-Zero-Seven-Four',
    'ZERO X, C, ZERO, ZERO, FOUR, F, ZERO, SEVEN, FOUR',
    'ｚｅｒｏ ｘ ｃ ｚｅｒｏ ｚｅｒｏ ｆｏｕｒ ｆ ｚｅｒｏ ｓｅｖｅｎ ｆｏｕｒ',
    'oh x c oh oh four f oh seven four',
    'zero xray charlie zero zero four foxtrot zero seven four',
    'zero x-ray c zero zero four f zero seven four',
    'zero x c double zero four, then f zero seven four',
    '0 x C zero zero 4 F zero 7 4',
    'it was a c zero zero four f zero seven four a while ago',
    'the error is f zero seven four',
  ])('%s', (said) => {
    expect(findCodes(said, false, known)).toEqual(['0xC004F074']);
  });

  test('it is no secret, and is told to the conversation', () => {
    for (const said of ['ゼロエックスシーゼロゼロヨンエフゼロナナヨン', 'zero x c zero zero four f zero seven four']) {
      const { facts, secrets } = understand(said, { question: 'screen', at: 'question', choices: [] });
      expect({ codes: facts.errorCodes, secrets }).toEqual({ codes: ['0xC004F074'], secrets: [] });
    }
  });

  test('a word that ends a code may be one that often means something else', () => {
    for (const said of ['ゼロエックスハチゼロゼロナナゼロゼロゼロニ', 'ぜろえっくすはちぜろぜろななぜろぜろぜろにです'])
      expect(findCodes(said, false, known)).toEqual(['0x80070002']);
  });

  test('of two spelled codes the first can be taken back', () => {
    for (const said of [
      'ゼロエックスシーゼロゼロヨンエフゼロナナヨンじゃなくてゼロエックスシーゼロゼロヨンエフゼロサンヨン',
      'zero x c zero zero four f zero seven four, sorry, c zero zero four f zero three four',
    ])
      expect(findCodes(said, false, known)).toEqual(['0xC004F034']);
  });
});

describe('no code is read from words that spell none:', () => {
  test.each([
    'エフゼロナナヨン',
    'f zero seven four',
    'ゼロエックスシーゼロゼロヨンエフゼロナナ',
    'ゼロエックスシーゼロゼロヨンエフゼロナナに変わった',
    'ゼロエックスシーゼロゼロヨンエフゼロナナヨンハチ',
    'zero x c zero zero four f zero seven',
    'zero x c zero zero four f zero seven four one',
    'シーゼロゼロヨン。エフゼロナナヨン',
    '電話はゼロサンのイチニサンヨンのゴロクナナハチです',
    '注文番号は八〇〇七一二三四です',
    'call me at eight zero zero seven one two three four',
    '8007123に変えたらエラー',
    '品番80-07-12-34でエラー',
    'エラーが出て二〇二五年十二月に八回再起動した',
    'I have zero idea, see four of five errors, and face ten more',
  ])('%s', (said) => {
    expect(findCodes(said, false, known)).toEqual([]);
  });
});
