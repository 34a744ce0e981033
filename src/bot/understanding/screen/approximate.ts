/** A part of a stem, ready to be searched for; at most {@link widest} characters (UTF-16). */
export interface Part {
  readonly length: number;
  /** The characters that may be misread, left out or too many. */
  readonly most: number;
  /** The places of each character in the part, as bits. */
  readonly places: ReadonlyMap<number, number>;
}

/** A place where a part of a stem stands: `end` is behind its last character. */
export interface Place {
  readonly end: number;
  readonly errors: number;
}

/** Characters (UTF-16) of the longest part: the bits of a number. */
export const widest = 30;
/** One character of so many may be misread. */
const share = 6;
/** Places of one part that are looked at. */
const enough = 64;

/** Compiles a part of a stem. It is cut to {@link widest} characters. */
export function partOf(text: string): Part {
  const part = text.slice(0, widest);
  const places = new Map<number, number>();
  for (let i = 0; i < part.length; i += 1) {
    const code = part.charCodeAt(i);
    places.set(code, (places.get(code) ?? 0) | (1 << i));
  }
  return { length: part.length, most: Math.floor(part.length / share), places };
}

/**
 * Returns the places of a text where a part stands, each with the fewest errors near it, in their order. Linear in the
 * length of the text: one column of edit distances at each character, as bits (G. Myers, "A fast bit-vector algorithm
 * for approximate string matching based on dynamic programming", J. ACM 46(3), 1999).
 */
export function placesOf({ length, most, places }: Part, text: string): readonly Place[] {
  const found: { end: number; errors: number }[] = [];
  const last = 1 << (length - 1);
  let plus = -1;
  let minus = 0;
  let errors = length;
  for (let at = 0; at < text.length && found.length < enough; at += 1) {
    const same = places.get(text.charCodeAt(at)) ?? 0;
    const down = same | minus;
    const across = (((same & plus) + plus) ^ plus) | same;
    let more = minus | ~(across | plus);
    let less = plus & across;
    if ((more & last) !== 0) errors += 1;
    if ((less & last) !== 0) errors -= 1;
    more <<= 1;
    less <<= 1;
    plus = less | ~(down | more);
    minus = more & down;
    if (errors > most) continue;
    const before = found.at(-1);
    const end = at + 1;
    if (before === undefined || end - before.end > length / 2) found.push({ end, errors });
    else if (errors < before.errors) Object.assign(before, { end, errors });
  }
  return found;
}
