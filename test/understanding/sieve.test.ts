import fc from 'fast-check';
import { expect, test } from 'vitest';
import { file, sift } from '../../src/bot/understanding/sieve.ts';

const letter = fc.constantFrom(...'あいかpc 1^$');
const shape = fc.letrec<{ shape: string; piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      'あ',
      'い',
      'か',
      'p',
      'c',
      ' ',
      '.',
      '\\d',
      '\\w',
      '\\b',
      '^',
      '$',
      '\\^',
      '\\$',
      '[あか]',
      '[^あ]',
    ),
    fc.constantFrom('[a-z]', '(?=い)', '(?!か)', '(?<=p)', '(?<!あ)', 'あい', 'pc'),
    fc
      .tuple(tie('shape'), fc.constantFrom('', '?', '*', '+', '{0,2}', '{2}', '??'))
      .map(([it, times]) => `(?:${it})${times}`),
  ),
  shape: fc
    .array(fc.array(tie('piece'), { maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((options) => options.map((pieces) => pieces.join('')).join('|')),
})).shape;

test('the sieve gives for every pattern and text the result of its regular expression', () => {
  fc.assert(
    fc.property(shape, fc.array(fc.string({ unit: letter, maxLength: 8 })), (source, texts) => {
      const pattern = file(new RegExp(source));
      for (const text of texts) expect(sift(text)(pattern), text).toBe(pattern.shape.test(text));
    }),
    { numRuns: 500 },
  );
});
