import { buckets } from './features.ts';

/** A model as it is stored: its labels, a bias for each, and all other weights, packed by `pack`. */
export interface StoredModel {
  readonly labels: readonly string[];
  readonly biases: readonly number[];
  readonly packed: string;
}

/** A model: gives each label's score for a message, that of the stretch which shows it best. */
export interface Model {
  readonly labels: readonly string[];
  score(stretches: readonly Int32Array[]): Float64Array;
}

/** Steps per unit of a weight as it is stored. */
export const steps = 32;

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

/** Packs weights that are sorted by label and bucket: per weight the distance to the bucket before (7 bits a byte, the highest bit says that more follow) and the steps; a label ends with two zeros. Base64. */
export function pack(weights: readonly Weight[], labels: number): string {
  const bytes: number[] = [];
  let at = 0;
  for (let label = 0; label < labels; label += 1) {
    let bucket = -1;
    for (let next = weights[at]; next !== undefined && next.label === label; next = weights[at]) {
      let gap = next.bucket - bucket;
      for (; gap > 127; gap = Math.floor(gap / 128)) bytes.push(128 + (gap % 128));
      bytes.push(gap, next.steps + 128);
      bucket = next.bucket;
      at += 1;
    }
    bytes.push(0, 0);
  }
  return Buffer.from(bytes).toString('base64');
}

/** Calls `each` with every weight that was packed. */
function unpack(packed: string, each: (label: number, bucket: number, steps: number) => void): void {
  const bytes = Buffer.from(packed, 'base64');
  let label = 0;
  let bucket = -1;
  for (let at = 0; at < bytes.length; ) {
    let gap = 0;
    let place = 1;
    let byte = bytes[at] ?? 0;
    for (; byte > 127; byte = bytes[at] ?? 0) {
      gap += (byte - 128) * place;
      place *= 128;
      at += 1;
    }
    gap += byte * place;
    const value = bytes[at + 1] ?? 0;
    at += 2;
    if (gap === 0) {
      label += 1;
      bucket = -1;
    } else {
      bucket += gap;
      each(label, bucket, value - 128);
    }
  }
}

/** Returns the model that was stored. Its weights lie by bucket, so that a feature costs no more than the labels it speaks for. */
export function modelOf({ labels, biases, packed }: StoredModel): Model {
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
