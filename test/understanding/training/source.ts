import { createHash } from 'node:crypto';
import { featuresAt } from '../../../src/bot/understanding/features.ts';
import { fold } from '../../../src/bot/understanding/fold.ts';
import { stretchesOf } from '../../../src/bot/understanding/stretches.ts';
import type { Example } from './examples.ts';

/** Returns the features of each stretch of an example, as the model sees it. */
export const stretchesIn = ({ t, asked }: Example): readonly Int32Array[] =>
  stretchesOf(fold(t)).map(({ traits }) => featuresAt(traits, asked));

/** Returns a digest (SHA-256) of what a model learns from: the labels and features of the examples that are taught or known by heart. It tells within seconds whether a stored model is that of the examples, which training again tells within minutes. */
export function sourceOf(examples: readonly Example[]): string {
  const hash = createHash('sha256');
  for (const example of examples.filter(({ set }) => set !== 'dev')) {
    hash.update(`${example.labels}\n`);
    for (const features of stretchesIn(example)) hash.update(features);
  }
  return hash.digest('hex');
}
