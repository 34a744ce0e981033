import { fromDialect } from './dialect.ts';
import { asUsual } from './typed.ts';

const invisible = /\p{Cf}|\u034f|[\u115f\u1160\u3164]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|(?<=[a-z0-9])\p{Mn}+/giu;
const control = /[\p{Cc}\p{Co}\p{Cs}]+/gu;
/** Nearly every text: nothing in it has another width or is invisible. */
const already = /^[\n\x20-\x7eぁ-ゖァ-ヺー一-鿿、。「」]*$/;

/** Characters (UTF-16) of a text that are read; the rest is left out. */
export const longest = 3_200;

/** The text in one width, without invisible and control characters; line breaks stay. It is cut to {@link longest} before and after normalising, which makes up to 18 characters of one. */
export function normalize(text: string): string {
  const start = text.slice(0, longest);
  if (already.test(start)) return start;
  return start
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .normalize('NFKC')
    .slice(0, longest)
    .replace(invisible, '')
    .replace(control, (run) => (run.includes('\n') ? '\n' : ' '));
}

const toHiragana = (kana: string): string => String.fromCharCode(kana.charCodeAt(0) - 0x60);

/** Folds what does not change the meaning: letter case, katakana, long vowel marks, small vowels, apostrophes. */
export function foldKana(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0))
    .replace(/(?<=[ぁ-ヺー])[ー〜~‐‑–—―−-]+/g, 'ー')
    .replace(/[ァ-ヴ]/g, toHiragana)
    .replace(/[ぁぃぅぇぉゎ]/g, (small) => 'あいうえおわ'['ぁぃぅぇぉゎ'.indexOf(small)] ?? small);
}

/** Nearly every word: folding takes longer than to see that there is nothing to fold. */
const isFolded = /^[a-z0-9 あいうえおか-ゆよ-わをんっゃゅょ一-龠]*$/;
/** Returns a word of a vocabulary as {@link foldKana} writes it, in less time. */
export const foldWord = (word: string): string => (isFolded.test(word) ? word : foldKana(word));

/** The text as it is read: one width, one kana, no ornaments; `、` where a person left a gap instead of a comma. */
export function fold(text: string): string {
  const drawn = normalize(text)
    .replace(/(?<![ぁ-ん])(?:うー+ん|んー+|(?<![一-龠])えー?っ?と|あの[ー〜]+|そのー+)[ー、…。]*/g, '、')
    .replace(/(?<=[ぁ-ん])[ー〜~]+(?![ぁ-んァ-ヶ一-龠ー])|(?<=[ぁ-ん])[ー〜~]+(?=[いすんくっだ])/g, '')
    .replace(/[\u{1f600}-\u{1f64f}\u{1f910}-\u{1f92f}\u{1f970}-\u{1f97a}]+/gu, '、')
    .replace(/(?<=[るたいすんねよだけし])[ \t]+(?=[ぁ-んァ-ヶ一-龠A-Za-z])/g, '、');
  const folded = foldKana(fromDialect(drawn).replace(/[×✕✖]/g, 'x'))
    .replace(/[^\p{L}\p{N}ー。、，,.!?;:\n「」『』"“”()/+%&@\s_・→-]/gu, ' ')
    .replace(/[.…・]{2,}/g, '、')
    .replace(/ +/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .trim();
  const usual = asUsual(folded);
  return usual === folded ? folded : foldKana(usual);
}
