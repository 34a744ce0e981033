import { featuresAt } from './features.ts';
import { type Model, probability } from './model.ts';
import { stretchesOf } from './stretches.ts';
import { hashOf } from './vocabulary.ts';

/** How likely each label is for a message (`docs/labels.md`). */
export type Likelihoods = ReadonlyMap<string, number>;

/** Returns the key under which an example is known by heart: its folded text at a place. */
export const keyOf = (folded: string, place: string): number => hashOf(`${place} ${folded}`);

/** Stands for every place where something is asked or shown: there a bare reply says the same. */
export const anywhere = '*';
const outside: readonly string[] = ['none', 'closed'];
/** Returns true for a place where something is asked or shown. */
export const isInside = (place: string): boolean => !outside.includes(place);

/** The places where people tell their story as well as answer. */
const opening: readonly string[] = ['none', 'origin'];
/** Returns the places as if at which a message is read: what is said at the opening is read as a story and as an answer. */
export const placesOf = (place: string): readonly string[] => (opening.includes(place) ? opening : [place]);

/** A message with more characters (UTF-16) is read at its place only, so that no text takes long. */
const long = 400;

/** Returns how likely a model finds each label for a folded message at a place. */
export function likelihoodsBy({ labels, score }: Model, folded: string, place: string): Likelihoods {
  const stretches = stretchesOf(folded);
  const places = folded.length > long ? [place] : placesOf(place);
  const scores = places.map((at) => score(stretches.map(({ traits }) => featuresAt(traits, at))));
  const mean = (label: number) => scores.reduce((sum, of) => sum + (of[label] ?? 0), 0) / scores.length;
  return new Map(labels.map((label, i) => [label, probability(mean(i))]));
}
