import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { buckets } from './features.ts';

/** A model as it was trained: its labels, a bias for each, and all other weights, packed by `pack`. */
export interface TrainedModel {
  readonly labels: readonly string[];
  readonly biases: readonly number[];
  readonly packed: string;
}
/** A model as it is stored. */
export interface StoredModel extends TrainedModel {
  /** The digest of what it was trained from; `test/understanding/training/source.ts` makes it. */
  readonly source: string;
  /** The examples that are known by heart: by their labels, divided by blanks, their keys (32 bits each, little-endian, base64). */
  readonly byHeart: Readonly<Record<string, string>>;
}

/** A model: gives each label's score for a message, that of the stretch which shows it best. */
export interface Model {
  readonly labels: readonly string[];
  score(stretches: readonly Int32Array[]): Float64Array;
}

/** Steps per unit of a weight as it is stored. */
export const steps = 8;

/** Returns e to the power of x. Uses only operations that every machine rounds alike, unlike Math.exp. */
function power(x: number): number {
  const bounded = Math.max(-40, Math.min(40, x));
  const halves = Math.round(bounded / Math.LN2);
  const rest = bounded - halves * Math.LN2;
  let sum = 1;
  for (let n = 11; n > 0; n -= 1) sum = 1 + (rest / n) * sum;
  return sum * 2 ** halves;
}
/** Returns the probability that belongs to a score. */
export const probability = (score: number): number => 1 / (1 + power(-score));

/** A weight of the model: what a bucket adds to a label, in steps from -127 to 127. */
export interface Weight {
  readonly label: number;
  readonly bucket: number;
  readonly steps: number;
}

/** Bytes before the two parts that weights are packed in: the length of the first. */
const head = 4;

/** Packs weights that are sorted by bucket and label. First where they are: for each bucket the distance to the one before, then for each of its labels likewise, then 0 (numbers of 7 bits a byte, the highest bit says that more follow). Then what they are, a byte each. Compressed, base64. */
export function pack(weights: readonly Weight[]): string {
  const where: number[] = [];
  const put = (number: number) => {
    let rest = number;
    for (; rest > 127; rest = Math.floor(rest / 128)) where.push(128 + (rest % 128));
    where.push(rest);
  };
  let bucket = -1;
  let label = -1;
  for (const weight of weights) {
    if (weight.bucket !== bucket) {
      if (bucket >= 0) put(0);
      put(weight.bucket - bucket);
      label = -1;
    }
    put(weight.label - label);
    ({ bucket, label } = weight);
  }
  put(0);
  const length = Buffer.alloc(head);
  length.writeUInt32LE(where.length);
  const values = weights.map(({ steps: value }) => value + 128);
  const bytes = Buffer.concat([length, Buffer.from(where), Buffer.from(values)]);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } }).toString('base64');
}

/** Calls `each` with every weight that was packed, by bucket and label. */
function unpack(packed: string, each: (label: number, bucket: number, steps: number) => void): void {
  const bytes = brotliDecompressSync(Buffer.from(packed, 'base64'));
  const end = head + bytes.readUInt32LE();
  let at = head;
  const next = () => {
    let number = 0;
    for (let place = 1; ; place *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      number += (byte % 128) * place;
      if (byte < 128) return number;
    }
  };
  let value = end;
  let bucket = -1;
  while (at < end) {
    bucket += next();
    let label = -1;
    for (let gap = next(); gap > 0; gap = next()) {
      label += gap;
      each(label, bucket, (bytes[value] ?? 0) - 128);
      value += 1;
    }
  }
}

/** Returns the model that was stored. Its weights lie by bucket, so that a feature costs no more than the labels it speaks for. */
export function modelOf({ labels, biases, packed }: TrainedModel): Model {
  const firsts = new Uint32Array(buckets + 1);
  unpack(packed, (_, bucket) => {
    firsts[bucket + 1] = (firsts[bucket + 1] ?? 0) + 1;
  });
  for (let bucket = 0; bucket < buckets; bucket += 1)
    firsts[bucket + 1] = (firsts[bucket + 1] ?? 0) + (firsts[bucket] ?? 0);
  const spoken = new Uint16Array(firsts[buckets] ?? 0);
  const values = new Int8Array(spoken.length);
  const next = firsts.slice();
  unpack(packed, (label, bucket, value) => {
    const at = next[bucket] ?? 0;
    next[bucket] = at + 1;
    spoken[at] = label;
    values[at] = value;
  });
  return {
    labels,
    score(stretches) {
      const scores = new Float64Array(labels.length).fill(Number.NEGATIVE_INFINITY);
      const sums = new Float64Array(labels.length);
      for (const features of stretches) {
        sums.fill(0);
        for (const feature of features) {
          const end = firsts[feature + 1] ?? 0;
          for (let i = firsts[feature] ?? 0; i < end; i += 1)
            sums[spoken[i] ?? 0] = (sums[spoken[i] ?? 0] ?? 0) + (values[i] ?? 0);
        }
        const scale = 1 / (steps * Math.sqrt(features.length));
        for (let label = 0; label < labels.length; label += 1) {
          const score = (sums[label] ?? 0) * scale + (biases[label] ?? 0);
          if (score > (scores[label] ?? 0)) scores[label] = score;
        }
      }
      return scores;
    },
  };
}
