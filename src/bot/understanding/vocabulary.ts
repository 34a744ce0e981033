/** A word of the vocabulary that stands in a text: its class, and where it begins and ends (UTF-16 offsets). */
export interface Found {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A vocabulary: finds the words of all classes in a folded text, in linear time. */
export type Vocabulary = (folded: string) => readonly Found[];

/** Characters (UTF-16) of the longest word: a search takes no more steps than this at each character. */
const longest = 24;
const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** A word's classes: where nothing may follow it but an end of the word, and where any ending may. */
interface Classes {
  readonly whole: string[];
  readonly open: string[];
}

/** Returns a vocabulary from classes of words. A word of Latin letters counts only where it stands alone; if it ends in `*`, with any ending. `fold`: how texts are folded before they are searched. */
export function vocabularyOf(
  classes: Readonly<Record<string, readonly string[]>>,
  fold: (text: string) => string,
): Vocabulary {
  const words = new Map<string, Classes>();
  const beginnings = new Set<string>();
  for (const [name, members] of Object.entries(classes))
    for (const member of members) {
      const open = member.endsWith('*');
      const word = fold(open ? member.slice(0, -1) : member);
      if (word === '' || word.length > longest) continue;
      const known = words.get(word) ?? { whole: [], open: [] };
      words.set(word, known);
      const among = open ? known.open : known.whole;
      if (!among.includes(name)) among.push(name);
      for (let end = 1; end < word.length; end += 2) beginnings.add(word.slice(0, end));
    }
  return (folded) => {
    const found: Found[] = [];
    let covered = 0;
    for (let start = 0; start < folded.length; start += 1) {
      const inside = isLatin(folded.charCodeAt(start)) && isLatin(folded.charCodeAt(start - 1));
      if (inside) continue;
      let longestHere: Found[] = [];
      for (let length = 1; length <= longest && start + length <= folded.length; length += 1) {
        const word = folded.slice(start, start + length);
        const end = start + length;
        const here = words.get(word);
        if (here !== undefined) {
          const cut = isLatin(folded.charCodeAt(end - 1)) && isLatin(folded.charCodeAt(end));
          const names = cut ? here.open : [...here.whole, ...here.open];
          if (names.length > 0) longestHere = names.map((name) => ({ name, start, end }));
        }
        if (length % 2 === 1 && !beginnings.has(word)) break;
      }
      // A word inside a longer one is another word: 「異音」 in 「異音なし」.
      const end = longestHere[0]?.end ?? 0;
      if (end <= covered) continue;
      covered = end;
      found.push(...longestHere);
    }
    return found;
  };
}
