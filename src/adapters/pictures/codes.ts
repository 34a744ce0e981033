import type { Engine, Word } from './engine.ts';
import type { Grey } from './grey.ts';

/** The pattern of an error code, `0x` and eight hexadecimal digits, as it may be misread. */
const likeCode = /[0OoQDU9°\p{Nl}]?[xX×*Kk][0-9A-Za-z$]{6,10}/u;
/** An error code: its first digit is 8 (HRESULT) or C (NTSTATUS), for the highest bit says that it is an error: https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/0642cb2f-2075-4469-918c-4441e69c548a */
const code = /0x[8C][0-9A-F]{7}/;
/** Words on a picture that are read again, at most. */
const most = 6;
/** The heights, in pixels, to which a word is drawn to be read again: each is misread in other ways. */
const heights = [26, 32, 38, 46, 56];
/** As how many of them the first reading counts, if it is a whole code. */
const firstCounts = 3;
/** White around a word, in parts of its height. */
const margin = 0.5;

/** Reads what looks like an error code again, some times, by an engine that knows only their characters. The code that most readings agree on takes its place; without one, nothing changes. */
export function rereadCodes(picture: Grey, words: readonly Word[], read: Engine): readonly Word[] {
  let left = most;
  return words.map((word) => {
    const seen = likeCode.exec(word.text);
    if (seen === null || left === 0) return word;
    left -= 1;
    const others = heights.map((height) => read(drawn(picture, word, height)));
    const first = code.test(word.text) ? Array.from({ length: firstCounts }, () => [word]) : [];
    const again = agreed([...first, ...others]);
    if (again === undefined) return word;
    const text = word.text.slice(0, seen.index) + again.text + word.text.slice(seen.index + seen[0].length);
    return { ...word, text, sure: again.sure };
  });
}

/** Returns the code that most readings agree on, and how sure they are in sum per reading; undefined if there is none. */
function agreed(readings: readonly (readonly Word[])[]): { readonly text: string; readonly sure: number } | undefined {
  const votes = new Map<string, number>();
  for (const words of readings) {
    const found = code.exec(words.map(({ text }) => text).join(''))?.[0];
    if (found !== undefined) votes.set(found, (votes.get(found) ?? 0) + Math.min(...words.map(({ sure }) => sure)));
  }
  const [first] = [...votes].toSorted(([, one], [, other]) => other - one);
  return first && { text: first[0], sure: Math.round(first[1] / readings.length) };
}

/** Draws a word of a picture so many pixels high, with a margin; what lies outside of the picture is white. */
function drawn({ pixels, width, height }: Grey, word: Word, high: number): Grey {
  const scale = word.height / high;
  const edge = Math.round(high * margin);
  const size = { width: Math.round(word.width / scale) + 2 * edge, height: high + 2 * edge };
  const out = new Uint8Array(size.width * size.height).fill(255);
  for (let row = 0; row < size.height; row += 1)
    for (let column = 0; column < size.width; column += 1) {
      const x = word.left + (column - edge) * scale;
      const y = word.top + (row - edge) * scale;
      const [left, top] = [Math.floor(x), Math.floor(y)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const upper = (pixels[at] ?? 255) * (1 - x + left) + (pixels[at + 1] ?? 255) * (x - left);
      const lower = (pixels[at + width] ?? 255) * (1 - x + left) + (pixels[at + width + 1] ?? 255) * (x - left);
      out[row * size.width + column] = upper * (1 - y + top) + lower * (y - top);
    }
  return { pixels: out, ...size };
}
