/** A word of the vocabulary that stands in a text: its class, and where it begins and ends (UTF-16 offsets). */
export interface Found {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A vocabulary: finds the words of all classes in a folded text, in linear time. */
export type Vocabulary = (folded: string) => readonly Found[];

const basis = 2_166_136_261;
/** Returns a hash that goes on by one number (FNV-1a, 32 bits). */
export const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 16_777_619);
/** Returns the hash of a text, or of a text after another whose hash is known. */
export function hashOf(text: string, after = basis): number {
  let hash = after;
  for (let i = 0; i < text.length; i += 1) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

/** Characters (UTF-16) of the longest word: a search takes no more steps than this at each character. */
const longest = 24;
const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** The classes of a word: where nothing may follow it but an end of the word, and where any ending may. */
interface Classes {
  readonly whole: readonly string[];
  readonly open: readonly string[];
}

/** Stands in the table for the beginning of a word; from `first` on for the classes of a word. */
const beginning = 1;
const first = 2;
/** Places in the table for each word: its beginnings need some as well. */
const room = 10;

/** Returns a vocabulary from classes of words. A word of Latin letters counts only where it stands alone; if it ends in `*`, with any ending. `fold`: how texts are folded before they are searched. It is a table of hashes with open addressing, of beginnings of words and of words; a hash that two share by chance makes a wrong feature, always the same. */
export function vocabularyOf(
  classes: Readonly<Record<string, readonly string[]>>,
  fold: (text: string) => string,
): Vocabulary {
  const words = Object.values(classes).reduce((sum, members) => sum + members.length, 0);
  const size = 1 << Math.ceil(Math.log2(room * words + first));
  const keys = new Int32Array(size);
  const values = new Uint16Array(size);
  const slotOf = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (values[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (size - 1);
    return slot;
  };
  const distinct: Classes[] = [];
  /** The number of the classes that others become by one more. */
  const grown = new Map<string, number>();
  const withOne = (value: number, name: string, isOpen: boolean): number => {
    const key = `${value} ${name} ${isOpen}`;
    const known = grown.get(key);
    if (known !== undefined) return known;
    const { whole, open } = distinct[value - first] ?? { whole: [], open: [] };
    const number =
      first - 1 + distinct.push(isOpen ? { whole, open: [...open, name] } : { whole: [...whole, name], open });
    grown.set(key, number);
    return number;
  };
  for (const [name, members] of Object.entries(classes))
    for (const member of members) {
      const isOpen = member.endsWith('*');
      const word = fold(isOpen ? member.slice(0, -1) : member);
      if (word.length > longest) continue;
      let hash = basis;
      for (let i = 0; i < word.length; i += 1) {
        hash = mix(hash, word.charCodeAt(i));
        const slot = slotOf(hash);
        const value = values[slot] ?? 0;
        keys[slot] = hash;
        if (i + 1 < word.length) values[slot] = Math.max(value, beginning);
        else if (!hasName(distinct[value - first], name, isOpen)) values[slot] = withOne(value, name, isOpen);
      }
    }
  return (folded) => {
    const found: Found[] = [];
    let covered = 0;
    for (let start = 0; start < folded.length; start += 1) {
      if (isLatin(folded.charCodeAt(start)) && isLatin(folded.charCodeAt(start - 1))) continue;
      let names: readonly string[] = [];
      let end = 0;
      let hash = basis;
      for (let at = start; at < folded.length; at += 1) {
        hash = mix(hash, folded.charCodeAt(at));
        const value = values[slotOf(hash)] ?? 0;
        if (value === 0) break;
        const here = distinct[value - first];
        if (here === undefined) continue;
        const isCut = isLatin(folded.charCodeAt(at)) && isLatin(folded.charCodeAt(at + 1));
        const these = isCut ? here.open : [...here.whole, ...here.open];
        if (these.length === 0) continue;
        names = these;
        end = at + 1;
      }
      // A word inside a longer one is another word: 「異音」 in 「異音なし」.
      if (end <= covered) continue;
      covered = end;
      for (const name of names) found.push({ name, start, end });
    }
    return found;
  };
}

const hasName = (classes: Classes | undefined, name: string, isOpen: boolean): boolean =>
  classes?.[isOpen ? 'open' : 'whole'].includes(name) === true;
