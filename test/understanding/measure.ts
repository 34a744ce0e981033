import { readFileSync } from 'node:fs';
import { understand } from '../../src/bot/understanding/index.ts';
import { askedOf, type Item, type LabelledSet, labelsOf, type Space, usualSpace } from './labels.ts';

/** What was read of one item. */
export interface Result {
  readonly item: Item;
  readonly expected: readonly string[];
  readonly got: readonly string[];
  /** Labels that were read but not written. */
  readonly wrong: readonly string[];
  readonly right: boolean;
}

const file = (name: string) => `${import.meta.dirname}/${name}.json`;
/** The development sets. */
export const sets = ['test60', 'hold60', 'ctx40', 'more', 'broad'].map(file);
/** Written by people who saw neither the code nor the other sets; `heldout` was never tuned on, so its figure says what to expect. */
export const strangers = ['unseen', 'heldout'].map(file);

/** Reads every utterance of a file and compares it with its labels. */
export function measure(file: string): readonly Result[] {
  const { items, labels } = JSON.parse(readFileSync(file, 'utf8')) as LabelledSet;
  return items.map((item) => judge(item, labels));
}

/** Reads one utterance and compares it with its labels. */
export function judge(item: Item, space: Space = usualSpace): Result {
  const read = understand(item.t, askedOf(item));
  const { errorCodes = [], edition } = read.facts;
  const extras = [
    ...errorCodes,
    ...(edition ? [`edition=${edition}`] : []),
    ...(read.secrets.length > 0 ? ['key'] : []),
  ];
  const got = [...labelsOf(read, item, space), ...extras].toSorted();
  const told = [...(item.code ?? []), ...(item.edition ? [`edition=${item.edition.toLowerCase()}`] : [])];
  const expected = [...item.l, ...told, ...(item.key ? ['key'] : [])].toSorted();
  const wrong = got.filter((label) => !expected.includes(label));
  return { item, expected, got, wrong, right: wrong.length === 0 && expected.length === got.length };
}
