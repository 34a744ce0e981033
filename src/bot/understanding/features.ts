import { type Found, hashOf, mix, type Vocabulary } from './vocabulary.ts';

/** The number of buckets that features are hashed into. */
export const buckets = 1 << 17;
/** The longest run of characters that is a feature. */
const longestGram = 4;
const bucket = (hash: number): number => ((hash ^ (hash >>> 15)) >>> 0) % buckets;

/** Seeds that keep the kinds of features apart. */
const seeds = Object.fromEntries(
  ['gram', 'asked', 'word', 'pair', 'class', 'two', 'after'].map((kind) => [kind, hashOf(kind)]),
) as Readonly<Record<'gram' | 'asked' | 'word' | 'pair' | 'class' | 'two' | 'after', number>>;

/** The features of a stretch of a message before it is known where it was written: hashes of what counts alone, and of what counts alone and in the light of the place. */
export interface Traits {
  readonly alone: readonly number[];
  readonly both: readonly number[];
}

/** Returns the traits of one stretch of a folded message: runs of characters, words of Latin letters, classes of the vocabulary and their order. */
export function traitsOf(text: string, vocabulary: Vocabulary): Traits {
  const alone: number[] = [];
  const both: number[] = [];
  const framed = `\u0002${text}\u0003`;
  for (let i = 0; i < framed.length; i += 1) {
    let hash = mix(seeds.gram, framed.charCodeAt(i));
    alone.push(hash);
    for (let n = 1; n < longestGram && i + n < framed.length; n += 1) {
      hash = mix(hash, framed.charCodeAt(i + n));
      both.push(mix(seeds.gram, hash));
    }
  }
  const words = text.match(/[a-z0-9]+/g) ?? [];
  for (const [i, word] of words.entries()) {
    both.push(mix(seeds.word, hashOf(word, seeds.word)));
    if (i > 0) alone.push(hashOf(` ${word}`, hashOf(words[i - 1] ?? '', seeds.pair)));
    if (i > 1) alone.push(hashOf(` ${word}`, hashOf(`${words[i - 2]} ${words[i - 1]}`, seeds.pair)));
  }
  addClasses(vocabulary(text), text, both, alone);
  return { alone, both };
}

/** Characters (UTF-16) between two words whose order still counts. */
const near = 30;
/** Words after a word whose order with it counts. */
const following = 12;

function addClasses(found: readonly Found[], text: string, both: number[], alone: number[]): void {
  for (const [i, one] of found.entries()) {
    const here = hashOf(one.name, seeds.class);
    both.push(mix(seeds.class, here));
    for (const length of [1, 2]) alone.push(hashOf(text.slice(one.end, one.end + length), mix(seeds.after, here)));
    for (let j = i + 1; j < found.length && j < i + following; j += 1) {
      const next = found[j];
      if (next === undefined || next.start < one.end || next.start - one.end > near || next.name === one.name) continue;
      both.push(mix(seeds.two, hashOf(next.name, mix(seeds.two, here))));
    }
  }
}

/** Which buckets a stretch has already, by the number of the stretch. */
const seen = new Uint32Array(buckets);
let current = 0;

/** Returns the features of a stretch in the light of a place, each once: buckets, in the order in which they come. */
export function featuresAt({ alone, both }: Traits, place: string): Int32Array {
  const features = new Int32Array(1 + alone.length + 2 * both.length);
  let count = 0;
  current = (current + 1) >>> 0;
  const add = (hash: number) => {
    const at = bucket(hash);
    if (seen[at] === current) return;
    seen[at] = current;
    features[count] = at;
    count += 1;
  };
  const there = hashOf(place, seeds.asked);
  add(there);
  for (const hash of alone) add(hash);
  for (const hash of both) {
    add(hash);
    add(mix(there, hash));
  }
  return features.subarray(0, count);
}
