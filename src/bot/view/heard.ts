import { type Facts, implied, type Slot, slotNames } from '../../flows/facts.ts';
import type { LinesKey, Words } from '../i18n.ts';

/** A slot, or one value of it. */
type Name = Slot | `${Slot}.${string}`;
/** Facts that outweigh all others. */
const grave: readonly Name[] = ['scam', 'malware', 'drive.failing', 'drive.noisy', 'data.lost', 'subject'];
/** Which PC it is, what it says, and what was done to it: nothing else is said beside what is grave, and not even that beside a scam. */
const plain: readonly Name[] = [
  ...(['ownership', 'provenance', 'origin', 'message', 'license'] as const),
  ...(['firmware', 'part', 'hardware.changed', 'recent'] as const),
];
/** The facts by their weight, slots or single values: of more than two, those that come first here are said. */
const weights: readonly Name[] = [
  ...grave,
  ...plain,
  ...([
    'reinstall',
    'hardware',
    'data',
    'drive',
    'employment',
    'machine',
    'network',
    'vpn',
    'place',
    'key',
    'sale',
  ] as const),
  ...(['seller', 'protection', 'clock', 'reader', 'account', 'edition', 'reason'] as const),
];
/** The slots as one tells them: first whose PC it is, then what was done, then what happens and what is wanted. */
const telling: readonly Slot[] = [
  ...(['reader', 'employment', 'origin', 'provenance', 'ownership', 'machine', 'edition', 'subject'] as const),
  ...(['license', 'account', 'sale', 'key', 'seller', 'place', 'recent', 'part', 'hardware', 'firmware'] as const),
  ...(['protection', 'clock', 'vpn', 'network', 'message', 'data', 'drive', 'malware', 'scam'] as const),
  ...(['reinstall', 'reason'] as const),
];

/** Returns the sentence that shows what was understood: the two weightiest facts. There is none for error codes alone, whose meaning follows. */
export function heardSentence(facts: Facts, words: Words): readonly string[] {
  const said = weightiest(facts);
  const [first, second] = telling.filter((slot) => said.includes(slot));
  if (first === undefined) return facts.errorCodes === undefined ? [words.text('heard:nothing')] : [];
  // The forms of a fact: before another one, and at the end. Languages in which they are the same have one.
  const formsOf = (slot: Slot) => words.lines(`heard:facts.${slot}.${facts[slot]}` as LinesKey);
  const last = formsOf(second ?? first).at(-1) ?? '';
  return second === undefined
    ? [words.text('heard:one', { last })]
    : [words.text('heard:two', { first: formsOf(first)[0] ?? '', last })];
}

/** Returns at most two slots, the weightier first. */
function weightiest(facts: Facts): readonly Slot[] {
  const is = (name: Name, slot: Slot) => name === slot || name === `${slot}.${facts[slot]}`;
  const known = slotNames.filter(
    (slot) => facts[slot] !== undefined && facts[slot] !== 'unknown' && !isOutdone(slot, facts),
  );
  const [first, ...others] = new Set(weights.flatMap((name) => known.filter((slot) => is(name, slot))));
  if (first === undefined) return [];
  // A scam has nothing to do with which PC it is.
  const serious = first === 'scam' ? grave : [...grave, ...plain];
  const fitting = grave.some((name) => is(name, first)) ? serious : weights;
  const beside = others.filter((slot) => fitting.some((name) => is(name, slot)));
  return [first, ...beside.slice(0, 1)];
}

/** Returns true for a fact beside which another one says the same more closely, or the contrary of more weight. */
function isOutdone(slot: Slot, facts: Facts): boolean {
  const { origin, provenance, ownership, part } = facts;
  const fits = (value: typeof provenance | typeof ownership) =>
    value !== undefined && value !== 'unknown' && (origin === undefined || implied[value] === origin);
  if (slot === 'origin') return fits(provenance) || fits(ownership);
  if (slot === 'provenance') return !fits(provenance) || fits(ownership);
  if (slot === 'ownership') return !fits(ownership);
  return slot === 'hardware' && part !== undefined && part !== 'unknown';
}
