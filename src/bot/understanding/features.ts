import type { Found, Vocabulary } from './vocabulary.ts';

/** The number of buckets that features are hashed into. */
export const buckets = 1 << 17;
/** The longest run of characters that is a feature. */
const longestGram = 4;

const start = 2_166_136_261;
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 16_777_619);
const mixAll = (hash: number, text: string): number => {
  let mixed = hash;
  for (let i = 0; i < text.length; i += 1) mixed = mix(mixed, text.charCodeAt(i));
  return mixed;
};
const bucket = (hash: number): number => ((hash ^ (hash >>> 15)) >>> 0) % buckets;

/** Seeds that keep the kinds of features apart. */
const seeds = Object.fromEntries(
  ['gram', 'asked', 'word', 'pair', 'class', 'two', 'after'].map((kind) => [kind, mixAll(start, kind)]),
) as Readonly<Record<'gram' | 'asked' | 'word' | 'pair' | 'class' | 'two' | 'after', number>>;

/** Returns the features of one stretch of a folded message in the light of what was asked: runs of characters, words of Latin letters, classes of the vocabulary and their order. Each is a bucket, in ascending order. */
export function featuresOf(text: string, asked: string, vocabulary: Vocabulary): Int32Array {
  const set = new Set<number>();
  const add = (hash: number) => set.add(bucket(hash));
  const inAsked = mixAll(seeds.asked, asked);
  const both = (seed: number, part: number) => {
    add(mix(seed, part));
    add(mix(mix(inAsked, seed), part));
  };
  add(inAsked);
  const framed = `\u0002${text}\u0003`;
  for (let i = 0; i < framed.length; i += 1) {
    let alone = seeds.gram;
    for (let n = 0; n < longestGram && i + n < framed.length; n += 1) {
      alone = mix(alone, framed.charCodeAt(i + n));
      if (n === 0) add(alone);
      else both(seeds.gram, alone);
    }
  }
  const words = text.match(/[a-z0-9]+/g) ?? [];
  for (const [i, word] of words.entries()) {
    const here = mixAll(seeds.word, word);
    both(seeds.word, here);
    if (i > 0) add(mixAll(mixAll(seeds.pair, words[i - 1] ?? ''), ` ${word}`));
    if (i > 1) add(mixAll(mixAll(seeds.pair, `${words[i - 2]} ${words[i - 1]}`), ` ${word}`));
  }
  addClasses(vocabulary(text), text, both, add);
  return Int32Array.from(set).sort();
}

/** Characters (UTF-16) between two words whose order still counts. */
const near = 30;

function addClasses(
  found: readonly Found[],
  text: string,
  both: (seed: number, part: number) => void,
  add: (hash: number) => void,
): void {
  for (const [i, one] of found.entries()) {
    const here = mixAll(seeds.class, one.name);
    both(seeds.class, here);
    add(mixAll(mix(seeds.after, here), text.slice(one.end, one.end + 1)));
    add(mixAll(mix(seeds.after, here), text.slice(one.end, one.end + 2)));
    for (let j = i + 1; j < found.length && j < i + 12; j += 1) {
      const next = found[j];
      if (next === undefined || next.start < one.end || next.start - one.end > near || next.name === one.name) continue;
      both(seeds.two, mixAll(mix(seeds.two, here), next.name));
    }
  }
}
