import { type Facts, type Slot, slotNames, type Value } from '../../flows/facts.ts';
import type { TextKey, Words } from '../i18n.ts';

/** Returns a short phrase for one fact that can stand alone. */
export const factPhrase = <S extends Slot>(slot: S, value: Value<S>, words: Words): string =>
  value === 'unknown' ? words.text('facts:unknown') : words.text(`facts:${slot}.${value}` as TextKey);

/** Returns a short phrase for each fact, followed by the error codes. */
export const factPhrases = (facts: Facts, words: Words): readonly string[] => [
  ...slotNames.flatMap((slot) => (facts[slot] === undefined ? [] : [factPhrase(slot, facts[slot], words)])),
  ...(facts.errorCodes ?? []),
];
