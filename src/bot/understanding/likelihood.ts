import stored from '../../../locales/model.json' with { type: 'json' };
import { modelOf, probability } from './model.ts';
import { stretchesOf } from './stretches.ts';

const model = modelOf(stored);

/** Returns how likely each label is for a folded message at a place (`docs/labels.md`). At the first question people tell their story as well as answer, so the message is read both ways. */
export function likelihoods(folded: string, place: string): ReadonlyMap<string, number> {
  const here = scoresAt(folded, place);
  const also = place === 'origin' ? scoresAt(folded, 'none') : place === 'none' ? scoresAt(folded, 'origin') : here;
  return new Map(model.labels.map((label, i) => [label, probability(((here[i] ?? 0) + (also[i] ?? 0)) / 2)]));
}

const scoresAt = (folded: string, place: string): Float64Array =>
  model.score(stretchesOf(folded, place).map(({ features }) => features));
