import stored from '../../../locales/model.json' with { type: 'json' };
import { early } from './costs.ts';
import { anywhere, isInside, keyOf, type Likelihoods, likelihoodsBy } from './likelihood.ts';
import { modelOf } from './model.ts';

const model = modelOf(stored);
const byHeart = new Map(
  Object.entries(stored.byHeart as Readonly<Record<string, string>>).flatMap(([labels, packed]) => {
    const bytes = Buffer.from(packed, 'base64');
    const of = labels.split(' ');
    return Array.from({ length: bytes.length / 4 }, (_, n) => [bytes.readInt32LE(4 * n), of] as const);
  }),
);
/** The highest likelihoods of a label that an example does not have, so that it is never taken: where the example has no label at all it may be asked, else not. */
const doubtful = early - 0.01;
const settled = 0.01;

const heartOf = (folded: string, place: string): readonly string[] | undefined =>
  byHeart.get(keyOf(folded, place)) ?? (isInside(place) ? byHeart.get(keyOf(folded, anywhere)) : undefined);

/** Returns true for a folded message that is an example known by heart. */
export const isKnownByHeart = (folded: string, place: string): boolean => heartOf(folded, place) !== undefined;

/** Returns how likely each label is for a folded message at a place. An example that the model does not read right is known by heart. */
export function likelihoods(folded: string, place: string): Likelihoods {
  const found = likelihoodsBy(model, folded, place);
  const known = heartOf(folded, place);
  if (known === undefined) return found;
  const most = known.some((label) => label !== '') ? settled : doubtful;
  return new Map([...found].map(([label, p]) => [label, known.includes(label) ? 1 : Math.min(p, most)]));
}
