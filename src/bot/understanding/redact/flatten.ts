/** A text in which every spelling of a letter or digit is the same ASCII character. */
export interface Flat {
  readonly text: string;
  /** Where each character of `text`, and its end, stands in the original: UTF-16 units. */
  readonly at: readonly number[];
}

/** Letters of other alphabets that look like Latin ones: https://www.unicode.org/Public/security/latest/confusables.txt */
const lookalikes = new Map(
  Object.entries({
    АаΑα: 'A',
    ВвΒβЬь: 'B',
    СсϹ: 'C',
    ЕеЁёΕε: 'E',
    Ԍԍ: 'G',
    НнΗΉ: 'H',
    ІіΙι: 'I',
    Јј: 'J',
    КкΚκ: 'K',
    МмΜ: 'M',
    ΝЍ: 'N',
    ОоΟο: 'O',
    РрΡρ: 'P',
    Ԛԛ: 'Q',
    Ѕѕ: 'S',
    ТтΤτ: 'T',
    Ѵѵν: 'V',
    Ԝԝω: 'W',
    ХхΧχ: 'X',
    УуΥυγ: 'Y',
    Ζ: 'Z',
    Зз: '3',
    Чч: '4',
    б: '6',
  }).flatMap(([letters, latin]) => [...letters].map((letter) => [letter, latin] as const)),
);

/** Maximum number of characters that one is read as, as ⑴ is (1); U+FDFA stands for 18, and spells no part of a key. */
const widest = 3;

const enclosed = '[\\u2460-\\u249b\\u24b6-\\u24ff\\u2776-\\u2793\\u2160-\\u217f\\u3280-\\u3289]';
/** A number in a circle or the like that stands alone: it counts groups and belongs to none. */
const counter = new RegExp(`(?<!${enclosed})(?:${enclosed})(?!${enclosed})`, 'gu');
/** A digit on a key of an emoji keyboard; of the same length as its replacement. */
const keycap = /([0-9])\ufe0f?\u20e3/g;
const kana = /[\u3041-\u30ff\uff66-\uff9d]/;
const voiced = /[\u3099\u309a\uff9e\uff9f]/;
const invisible = /^(?:\p{Cf}|\p{M}|[\u034f\u115f\u1160\u3164])$/u;

/** Returns the text with look-alikes, widths, circles, accents and invisible characters undone, katakana as hiragana. */
export function flatten(original: string): Flat {
  let text = '';
  const at: number[] = [];
  let index = 0;
  const counted = original
    .replace(counter, (mark) => '•'.padEnd(mark.length, '\u200b'))
    .replace(keycap, (key, digit: string) => ` ${digit} `.slice(-key.length));
  for (const character of counted) {
    if (character < '\u007f' || (character > '\u4dff' && character < '\ua000')) {
      text += character;
      at.push(index);
    } else if (text !== '' && voiced.test(character)) {
      const mark = character.normalize('NFKC');
      text = text.slice(0, -1) + (text.slice(-1) + mark).normalize('NFC').charAt(0);
    } else if (!invisible.test(character)) {
      const same = plainly(character);
      text += same;
      for (let n = 0; n < same.length; n += 1) at.push(index);
    }
    index += character.length;
  }
  return { text, at: [...at, original.length] };
}

function plainly(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x3001 && code <= 0x3096) return character;
  const look = lookalikes.get(character);
  if (look !== undefined) return look;
  if (kana.test(character))
    return character
      .normalize('NFKC')
      .replace(/[\u30a1-\u30f4]/g, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60));
  for (const first of [0x1f150, 0x1f170, 0x1f1e6])
    if (code >= first && code < first + 26) return String.fromCharCode(65 + code - first);
  // Digits of any script stand in tens, which begin at 0 or 6 of a row of 16.
  if (/\p{Nd}/u.test(character) && character.normalize('NFKD') === character)
    return String(((code & 15) + (/\p{Nd}/u.test(String.fromCodePoint(code & ~15)) ? 0 : 10)) % 16);
  return character.normalize('NFKD').replace(/\p{M}/gu, '').slice(0, widest);
}
