import type { Engine, Word } from './engine.ts';
import type { Grey } from './grey.ts';

/** What looks like an error code, `0x` and eight hexadecimal digits, as it may be misread. */
const likeCode = /[0OoQDU]?[xX×*Kk][0-9A-Za-z$]{6,10}/;
/** A code as it is written. */
const code = /0x[0-9A-F]{8}/;
/** Pixels around a code that are shown with it. */
const margin = 12;
/** Codes on a picture that are read again, at most. */
const most = 4;

/** Reads what looks like an error code again by an engine that knows only their characters. A reading that is no whole code changes nothing. */
export function rereadCodes(picture: Grey, words: readonly Word[], read: Engine): readonly Word[] {
  let left = most;
  return words.map((word) => {
    const seen = likeCode.exec(word.text);
    if (seen === null || left === 0) return word;
    left -= 1;
    const again = read(cut(picture, word));
    const found = code.exec(again.map(({ text }) => text).join(''));
    if (found === null) return word;
    const text = word.text.slice(0, seen.index) + found[0] + word.text.slice(seen.index + seen[0].length);
    return { ...word, text, sure: Math.min(...again.map(({ sure }) => sure)) };
  });
}

/** Cuts a word and a margin out of a picture; what lies outside of the picture is white. */
function cut({ pixels, width, height }: Grey, word: Word): Grey {
  const [left, top] = [word.left - margin, word.top - margin];
  const part = { width: word.width + 2 * margin, height: word.height + 2 * margin };
  const out = new Uint8Array(part.width * part.height).fill(255);
  for (let y = 0; y < part.height; y += 1)
    for (let x = 0; x < part.width; x += 1)
      if (top + y >= 0 && top + y < height && left + x >= 0 && left + x < width)
        out[y * part.width + x] = pixels[(top + y) * width + left + x] ?? 255;
  return { pixels: out, ...part };
}
