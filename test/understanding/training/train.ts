import { buckets } from '../../../src/bot/understanding/features.ts';
import { pack, probability, steps, type TrainedModel, type Weight } from '../../../src/bot/understanding/model.ts';

/** An example as the trainer sees it: the features of each stretch of the message, and the numbers of its labels. */
export interface Sample {
  readonly stretches: readonly Int32Array[];
  readonly labels: ReadonlySet<number>;
}

/** A sample without its rare features. */
interface Known {
  readonly stretches: readonly { readonly features: Int32Array; readonly scale: number }[];
  readonly labels: ReadonlySet<number>;
}

const epochs = 7;
/** Rounds in which the weights that are kept are taught again. */
const more = 3;
const rate = 1;
const decay = 1e-5;
const seed = 7;
/** Errors of a probability smaller than this teach nothing. */
const small = 0.01;
/** A feature of fewer examples than this says nothing. */
const fewest = 2;
/** Weights that are kept; the others would move a score least. */
const kept = 485_000;

/** Returns a source of pseudo-random numbers below 1, the same on every machine (xorshift32). */
function random(from: number): () => number {
  let state = from | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/**
 * Returns a linear model of the labels: a message's score for a label is that of the stretch that shows it best. It is
 * trained by stochastic gradient descent (AdaGrad) in a fixed order and without any function that machines round in ways
 * of their own, so that the same samples give the same model everywhere.
 */
export function train(samples: readonly Sample[], labels: readonly string[]): TrainedModel {
  const counts = countsOf(samples);
  const known = samples.map(({ stretches, labels: of }) => ({
    // What is rare teaches nothing, and still counts for the length, as what is unknown does when a message is read.
    stretches: stretches.map((features) => ({
      features: features.filter((feature) => (counts[feature] ?? 0) >= fewest),
      scale: 1 / Math.sqrt(features.length),
    })),
    labels: of,
  }));
  const weights = descend(known, labels.length, epochs);
  const fewer = sparse(weights, labels.length, counts);
  const again = descend(known, labels.length, more, fewer);
  return stored(again, labels, counts);
}

/** Returns in how many samples each feature occurs. */
function countsOf(samples: readonly Sample[]): Uint32Array {
  const counts = new Uint32Array(buckets);
  for (const { stretches } of samples)
    for (const feature of new Set(stretches.flatMap((features) => [...features])))
      counts[feature] = (counts[feature] ?? 0) + 1;
  return counts;
}

/** Returns a weight per bucket and label, row by row; the last row is the bias of each label. `begun`: weights to go on from; those that are 0 stay so. */
function descend(samples: readonly Known[], labels: number, rounds: number, begun?: Float32Array): Float32Array {
  const weights = begun?.slice() ?? new Float32Array((buckets + 1) * labels);
  const squares = new Float32Array((buckets + 1) * labels).fill(0.01);
  if (begun === undefined) weights.fill(-3, buckets * labels);
  const next = random(seed);
  const order = samples.map((_, i) => i);
  const best = new Float64Array(labels);
  const from = new Uint8Array(labels);
  const error = new Float64Array(labels);
  const teach = (row: number, taught: readonly number[], scale: number) => {
    for (const label of taught) {
      const weight = weights[row + label] ?? 0;
      if (weight === 0 && begun !== undefined && row < buckets * labels) continue;
      const slope = (error[label] ?? 0) * scale + decay * weight;
      const square = (squares[row + label] ?? 0) + slope * slope;
      squares[row + label] = square;
      weights[row + label] = weight - (rate * slope) / Math.sqrt(square);
    }
  };
  for (let epoch = 0; epoch < rounds; epoch += 1) {
    shuffle(order, next);
    for (const sample of order.map((i) => samples[i])) {
      if (sample === undefined) continue;
      score(weights, labels, sample.stretches, best, from);
      const taught: number[][] = sample.stretches.map(() => []);
      for (let label = 0; label < labels; label += 1) {
        error[label] = probability(best[label] ?? 0) - (sample.labels.has(label) ? 1 : 0);
        if (Math.abs(error[label] ?? 0) >= small) taught[from[label] ?? 0]?.push(label);
      }
      for (const [at, { features, scale }] of sample.stretches.entries()) {
        const mine = taught[at] ?? [];
        if (mine.length === 0) continue;
        for (const feature of features) teach(feature * labels, mine, scale);
        teach(buckets * labels, mine, 1);
      }
    }
  }
  return weights;
}

/** Writes each label's best score among the stretches, and which stretch gave it. */
function score(
  weights: Float32Array,
  labels: number,
  stretches: Known['stretches'],
  best: Float64Array,
  from: Uint8Array,
): void {
  best.fill(Number.NEGATIVE_INFINITY);
  const sums = new Float64Array(labels);
  for (const [at, { features, scale }] of stretches.entries()) {
    sums.fill(0);
    for (const feature of features) {
      const row = feature * labels;
      for (let label = 0; label < labels; label += 1) sums[label] = (sums[label] ?? 0) + (weights[row + label] ?? 0);
    }
    for (let label = 0; label < labels; label += 1) {
      const value = (sums[label] ?? 0) * scale + (weights[buckets * labels + label] ?? 0);
      if (value <= (best[label] ?? 0)) continue;
      best[label] = value;
      from[label] = at;
    }
  }
}

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

/** Returns the weights without those that would move a score least: they are 0. */
function sparse(weights: Float32Array, labels: number, counts: Uint32Array): Float32Array {
  const matter = (at: number) => Math.abs(weights[at] ?? 0) * Math.sqrt(counts[Math.floor(at / labels)] ?? 0);
  const end = buckets * labels;
  const values: number[] = [];
  for (let at = 0; at < end; at += 1)
    if (weights[at] !== 0 && (counts[Math.floor(at / labels)] ?? 0) >= fewest) values.push(matter(at));
  const least = Float64Array.from(values).sort()[Math.max(0, values.length - kept)] ?? 0;
  const fewer = weights.slice();
  for (let at = 0; at < end; at += 1) if (matter(at) < least) fewer[at] = 0;
  return fewer;
}

/** Returns the model as it is stored: rounded to steps, and of the weights those that matter most, by their size and by how often their feature occurs. */
function stored(weights: Float32Array, labels: readonly string[], counts: Uint32Array): TrainedModel {
  const all: (Weight & { readonly matter: number })[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if ((counts[bucket] ?? 0) < fewest) continue;
    for (let label = 0; label < labels.length; label += 1) {
      const value = Math.max(-127, Math.min(127, Math.round((weights[bucket * labels.length + label] ?? 0) * steps)));
      if (value !== 0)
        all.push({ label, bucket, steps: value, matter: Math.abs(value) * Math.sqrt(counts[bucket] ?? 0) });
    }
  }
  const most = all.toSorted((a, b) => b.matter - a.matter || a.label - b.label || a.bucket - b.bucket).slice(0, kept);
  const biases = labels.map((_, label) => Math.round((weights[buckets * labels.length + label] ?? 0) * 1_000) / 1_000);
  return {
    labels,
    biases,
    packed: pack(most.toSorted((a, b) => a.bucket - b.bucket || a.label - b.label)),
  };
}
