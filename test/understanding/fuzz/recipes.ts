import fc from 'fast-check';
import { longest } from '../../../src/bot/understanding/fold.ts';

/** A text that may be slow to read, by how it is made. */
export interface Recipe {
  readonly name: string;
  readonly text: string;
}

/** A unit that is repeated between a beginning and an ending, as far as {@link longest} reaches. */
export function repeated(unit: string, times: number, ending = '', beginning = ''): Recipe {
  const whole = unit.repeat(Math.min(times, Math.ceil(longest / unit.length)));
  const around = (text: string) => (text === '' ? [] : [JSON.stringify(text)]);
  return {
    name: [...around(beginning), `${JSON.stringify(unit)}×${times}`, ...around(ending)].join(' + '),
    text: (beginning + whole).slice(0, longest - ending.length) + ending,
  };
}

const random = (name: string, text: string): Recipe => ({ name: `${name}: ${JSON.stringify(text)}`, text });

/** Texts that took seconds once. */
export const seen: readonly Recipe[] = [
  repeated('k', 38, ' lol'),
  repeated('んだった', 17, 'ぞ', '自宅'),
  repeated('番の', 24, 'x', '1'),
  repeated('ネット通販', 22, 'ぞ', '会社が'),
  repeated('のー', 29, 'と', '否'),
  repeated('switch to can i ', 27, '\u0000', 'can i '),
  repeated('\u2057', longest),
  repeated('\ufdfa', longest),
];

/** Whatever makes many clauses, spaces, codes, quotations or characters of one. */
export const units: readonly string[] = [
  ...[
    '、',
    '。',
    '\n',
    '? ',
    '!',
    '" ',
    '」「',
    '「',
    '」',
    '『』',
    '"',
    '“',
    '. ',
    ', ',
    'a. ',
    'あ、',
    'い。',
    'けど',
    'のに',
    'です。',
  ],
  ...[
    '1',
    '0',
    '12345 ',
    '1234567 ',
    '1234567-',
    '0xC004F074 ',
    '0x',
    'C004',
    '80',
    'F074 ',
    'ABCDE-',
    'B C ',
    'bcdfg ',
    'x9',
    'code',
  ],
  ...[
    ' ',
    '\t',
    '\u3000',
    'あ ',
    'a\t',
    'る ',
    'e\u0301',
    '\u0301',
    'か\u3099',
    '\u200b',
    '\ufe0f',
    '\u{e0100}',
    '\u115f',
  ],
  ...[
    '😀',
    '👩‍👩‍👧‍👦',
    '🇯🇵',
    '\ud83d',
    '\ude00',
    '\ud83d\ud83d\ude00',
    '\u{20bb7}',
    '\u0000',
    '\r\n',
    '\u2028',
    'İ',
    'ß',
    'ΐ',
    'ǆ',
  ],
  ...['\u2057', '\ufdfa', '㌀', '㏂', '㍿', '⑽', '㎒', '…', 'ﾊﾟ', 'ﬃ', '½', 'ｗ', 'Å', '각'],
  ...[
    'ー',
    'う',
    'うー',
    'んー',
    'そのー',
    'あのー',
    'えーっと',
    '〜',
    'あー',
    'ぁ',
    'ッ',
    'とらん',
    'ばつく',
    'w',
    "'",
    '`',
    '´',
  ],
  ...[
    '<',
    '<@',
    '<a|',
    '<|>',
    '&lt;',
    '<at>',
    '<at',
    '</at>',
    '<at>x</at>',
    '<mailto:',
    '>',
    '[',
    '(',
    ')',
    '*',
    '_',
    '\\',
    '/',
    '|',
    '.',
  ],
  ...[
    'はい',
    'そう',
    'the ',
    'if ',
    'or not ',
    'why my ',
    '会社の',
    'パソコン',
    '認証',
    'エラー',
    'どこ',
    'なぜ',
    'a ',
    'an ',
    'is it ',
  ],
];
/** The same unit over and over up to the longest text. */
export const long: readonly Recipe[] = units.flatMap((unit) => [
  repeated(unit, longest),
  repeated(unit, longest, 'ぞ'),
  repeated(unit, longest, ' x', 'あ'),
]);

/** What a pattern does not expect at the end. */
export const endings = ['ぞ', ' lol', 'x', '!?', '\u0000', ''];

/** A literal 24 and 200 times, with another ending each. */
export const repeats = (literals: readonly string[]): readonly Recipe[] =>
  literals.flatMap((literal, n) => [
    repeated(literal, 24, endings[n % endings.length]),
    repeated(literal, 200, endings[(n + 1) % endings.length]),
  ]);

const alphabets = [
  'あいかきしすたてとなにのはもらりるれんー',
  'アカスンッ',
  '会社認証電源自分中古新品',
  'abcdeiknostwy',
  '0123456789',
  'ABCDEFX',
  ' \t\n、。,.!?;:',
  '「」『』"“”()<>|&',
  '\u0301\u3099\u200b\ufdfa\u2057…½😀',
];

/** As many texts of chance of each kind, the same for the same seed. */
export function chance(literals: readonly string[], seed: number, numRuns: number): readonly Recipe[] {
  const sample = <T>(kind: fc.Arbitrary<T>, more: number): readonly T[] =>
    fc.sample(kind, { seed: seed + more, numRuns });
  const word = fc.constantFrom(...literals);
  const times = fc.constantFrom(24, 200);
  const ending = fc.constantFrom(...endings);
  const size = fc.constantFrom(20, 60, 200, longest);
  const words = (most: number) =>
    fc.array(word, { minLength: Math.ceil(most / 8), maxLength: Math.ceil(most / 2), size: 'max' });
  const character = fc.constantFrom(...alphabets.flatMap((alphabet) => [...alphabet]));
  const mixed = (most: number) => fc.string({ unit: character, minLength: most / 2, maxLength: most, size: 'max' });
  const joint = fc.constantFrom('', '', ' ', '、', '。', '\n');
  return [
    ...sample(fc.tuple(word, word, times, ending), 1).map(([led, unit, n, end]) => repeated(unit, n, end, led)),
    ...sample(fc.tuple(word, word, times, ending), 2).map(([one, other, n, end]) => repeated(one + other, n, end)),
    ...sample(fc.tuple(size.chain(words), joint, ending), 3).map(([all, between, end]) =>
      random('words', all.join(between).slice(0, longest - end.length) + end),
    ),
    ...sample(size.chain(mixed), 4).map((text) => random('characters', text.slice(0, longest))),
  ];
}
