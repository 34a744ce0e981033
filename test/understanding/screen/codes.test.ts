import { describe, expect, test } from 'vitest';
import { codesPrinted, codesSeen } from '../../../src/bot/understanding/screen/codes-repaired.ts';
import { catalogue } from '../../../src/flows/codes.ts';

const read = (text: string) => codesSeen(text.split('\n'));

describe('the code of a picture is read from', () => {
  test.each([
    ['エ ラー コー ド : 0xC004F074', '0xC004F074'],
    ["organization's support person. Error code: 0xCO04F074.", '0xC004F074'],
    ['Emror code: OxC004F074. |', '0xC004F074'],
    ['OxCGO004F074', '0xC004F074'],
    ['OxCO004F074.', '0xC004F074'],
    ['changed. Error code: 0xCO004F211', '0xC004F211'],
    ['0xc004F074', '0xC004F074'],
    ['し くだ さい 。(0Ox80072EE7)', '0x80072EE7'],
    ['(OxXC004C008)。 も う 一 度', '0xC004C008'],
    ['0x C004 F074', '0xC004F074'],
    ['エラー コード: 0xC004\nF213', '0xC004F213'],
    ['0xC004F0T4', '0xC004F074'],
    ['0×(004F213', '0xC004F213'],
    ['コード C004F074 です', '0xC004F074'],
    ['0x80072EFD', '0x80072EFD'],
    ['0x80072EED', '0x80072EFD'],
    ['Error code: Oxc0041210', '0xC004F210'],
    ['enter a different one. (00xC004E016)', '0xC004E016'],
  ])('%s', (text, code) => {
    expect(read(text)).toEqual({ codes: [code], unclear: false });
  });
});

describe('no code is guessed at, but it is known that one stands there, in', () => {
  test.each([
    ['a code with a digit missing that several have', '0xC004F07'],
    ['a code with a digit that may be any', '0xC004F0X4'],
    ['a code that is not in the catalogue', '0x80070057'],
    ['a code of which much is misread', '0xC0M4K0Z4'],
    ['a code that is cut', '(Ox8007'],
    ['a code with a digit too many, which may be any', '0xC004F2113'],
  ])('%s: %s', (_, text) => {
    expect(read(text)).toEqual({ codes: [], unclear: true });
  });
});

test('nothing that only looks like a code is one', () => {
  const texts = ['73111121-5638-40f6-bc11-f1d7b0d64300', 'UX DESIGN 2024', '80070005', 'VK7JG-NPHTM-C97JM-9MPGT-3V66T'];
  expect(texts.map(read)).toEqual(texts.map(() => ({ codes: [], unclear: false })));
});

test('two codes are read in their order', () => {
  expect(read('0x80072EE7\nC004F074').codes).toEqual(['0x80072EE7', '0xC004F074']);
});

test('every code of the catalogue is read as it stands', () => {
  expect([...catalogue.keys()].filter((code) => read(`エラー: ${code}`).codes.join() !== code)).toEqual([]);
});

/** What a reader of pictures makes of a digit. */
const misread: Readonly<Record<string, string>> = {
  0: 'ODQ8',
  8: 'B3',
  B: '8',
  1: 'lI7',
  5: 'S',
  C: 'G(',
  4: 'A',
  F: 'EP',
  E: 'F',
  7: '1T',
  2: 'Z',
  6: 'G',
  3: '8',
  D: '0O',
  A: '4',
};

test('with one digit misread in a usual way, nine codes of ten are right and at most one in fifty is wrong', () => {
  const some = [...catalogue.keys()].filter((_, n) => n % 3 === 0);
  const tried = some.flatMap((code) =>
    [...code.slice(2)].flatMap((digit, at) =>
      [...(misread[digit] ?? '')].map((other) => ({
        code,
        got: read(`0x${code.slice(2, 2 + at)}${other}${code.slice(3 + at)}`).codes,
      })),
    ),
  );
  const right = tried.filter(({ code, got }) => got.join() === code).length / tried.length;
  const wrong = tried.filter(({ code, got }) => got.length > 0 && got.join() !== code).length / tried.length;
  expect(right).toBeGreaterThan(0.9);
  expect(wrong).toBeLessThanOrEqual(0.02);
});

test('nothing that a program printed is taken for misread', () => {
  expect(codesPrinted('hr=0xC004F074, 0xCO04F213, C004F074, 0x00000000')).toEqual({
    codes: ['0xC004F074'],
    unclear: false,
  });
  expect(codesPrinted('Error: 0x800f081f')).toEqual({ codes: [], unclear: true });
});
