import { widthOf } from '../../../src/bot/lib/width.ts';
import { thresholdOf } from '../../../src/bot/understanding/costs.ts';
import { fold } from '../../../src/bot/understanding/fold.ts';
import { anywhere, isInside, keyOf, likelihoodsBy, placesOf } from '../../../src/bot/understanding/likelihood.ts';
import { modelOf, type StoredModel, type TrainedModel } from '../../../src/bot/understanding/model.ts';
import { asksSomething } from '../../../src/bot/understanding/question-asked.ts';
import type { Example } from './examples.ts';

/** The width from which on a folded message is no bare reply. */
const long = 28;
/** What a bare reply may say: the same wherever something is asked or shown. */
const bare =
  /^reinstall=wanted$|^intent=(?:yes|no|dont-know|not-yet|done|next|stuck|skip|back|repeat|continue|human|write|cancel|restart|help|thanks|got-it|solved|not-solved)$/;
const textOf = (labels: readonly string[]): string => labels.toSorted().join(' ');

/** Returns the labels of the examples, taught or not, that a model does not read as they are labelled, by their keys, as `StoredModel` has them. */
export function byHeart(stored: TrainedModel, taught: readonly Example[]): StoredModel['byHeart'] {
  const learnt = modelOf(stored);
  const isRead = (folded: string, place: string, labels: readonly string[]) => {
    const isQuestion = asksSomething(folded);
    return [...likelihoodsBy(learnt, folded, place)].every(
      ([label, p]) => p >= thresholdOf(label, place, isQuestion) === labels.includes(label),
    );
  };
  const written = new Set(taught.map(({ t, asked }) => keyOf(fold(t), asked)));
  const unlearnt = taught.flatMap(({ t, asked, labels }) =>
    placesOf(asked)
      .filter((place) => place === asked || !written.has(keyOf(fold(t), place)))
      .filter((place) => !isRead(fold(t), place, labels))
      .map((place) => [keyOf(fold(t), place), textOf(labels)] as const),
  );
  const known = [...new Map([...repliesIn(taught), ...unlearnt])];
  console.log(`${known.length} readings of examples are known by heart`);
  const sets = Map.groupBy(known, ([, labels]) => labels);
  return Object.fromEntries([...sets].map(([labels, of]) => [labels, packed(of.map(([key]) => key))]));
}

function packed(keys: readonly number[]): string {
  const bytes = Buffer.alloc(4 * keys.length);
  for (const [n, key] of keys.entries()) bytes.writeInt32LE(key, 4 * n);
  return bytes.toString('base64');
}

/** Returns the labels of bare replies that say the same wherever they are written, by their keys for any place. */
const repliesIn = (taught: readonly Example[]): readonly (readonly [key: number, labels: string])[] =>
  [
    ...Map.groupBy(
      taught.filter(({ asked }) => isInside(asked)),
      ({ t }) => fold(t),
    ),
  ].flatMap(([folded, of]) => {
    const [labels, ...others] = new Set(of.map((example) => textOf(example.labels)));
    const isBare = labels?.split(' ').every((label) => bare.test(label)) === true;
    return labels !== undefined && isBare && others.length === 0 && widthOf(folded) < long
      ? [[keyOf(folded, anywhere), labels] as const]
      : [];
  });
