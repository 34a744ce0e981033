import stored from '../../../locales/model.json' with { type: 'json' };
import { early } from './costs.ts';
import { anywhere, isInside, keyOf, type Likelihoods, likelihoodsBy } from './likelihood.ts';
import { type Model, modelOf, type StoredModel } from './model.ts';

/** A model that is read, and what is known by heart beside it. */
interface Learnt {
  readonly model: Model;
  readonly byHeart: ReadonlyMap<number, readonly string[]>;
}

const learntFrom = ({ byHeart, ...trained }: StoredModel): Learnt => ({
  model: modelOf(trained),
  byHeart: new Map(
    Object.entries(byHeart).flatMap(([labels, packed]) => {
      const bytes = Buffer.from(packed, 'base64');
      const of = labels.split(' ');
      return Array.from({ length: bytes.length / 4 }, (_, n) => [bytes.readInt32LE(4 * n), of] as const);
    }),
  ),
});

/** The digest of what the product's own model was trained from. */
export const productModel: string = stored.source;
const product = learntFrom(stored);
let learnt = product;

/** The labels that the product's own model knows: the closed scheme of what a message may say. */
export const modelLabels: readonly string[] = stored.labels;

/** Has messages be read by a model of the helpdesk from now on; null: by the product's. */
export function useModel(own: StoredModel | null): void {
  learnt = own === null ? product : learntFrom(own);
}

/** The highest likelihoods of a label that an example does not have, so that it is never taken: where the example has no label at all it may be asked, else not. */
const doubtful = early - 0.01;
const settled = 0.01;

const heartOf = (folded: string, place: string): readonly string[] | undefined =>
  learnt.byHeart.get(keyOf(folded, place)) ??
  (isInside(place) ? learnt.byHeart.get(keyOf(folded, anywhere)) : undefined);

/** Returns true for a folded message that is an example known by heart. */
export const isKnownByHeart = (folded: string, place: string): boolean => heartOf(folded, place) !== undefined;

/** Returns how likely each label is for a folded message at a place. An example that the model does not read right is known by heart. */
export function likelihoods(folded: string, place: string): Likelihoods {
  const found = likelihoodsBy(learnt.model, folded, place);
  const known = heartOf(folded, place);
  if (known === undefined) return found;
  const most = known.some((label) => label !== '') ? settled : doubtful;
  return new Map([...found].map(([label, p]) => [label, known.includes(label) ? 1 : Math.min(p, most)]));
}
