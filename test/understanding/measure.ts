import { readFileSync } from 'node:fs';
import { understand } from '../../src/bot/understand/index.ts';
import { askedOf, type Item, type LabelledSet, labelsOf, usualSpace } from './labels.ts';

/** What was read of one item. */
export interface Result {
  readonly item: Item;
  readonly expected: readonly string[];
  readonly got: readonly string[];
  /** Labels that were read but not written. */
  readonly wrong: readonly string[];
  readonly right: boolean;
}

/** The development sets. */
export const sets = ['test60', 'hold60', 'ctx40', 'more', 'broad'].map((name) => `${import.meta.dirname}/${name}.json`);

/** Reads every utterance of a file and compares it with its labels. */
export function measure(file: string): readonly Result[] {
  const { items, labels: space = usualSpace } = JSON.parse(readFileSync(file, 'utf8')) as LabelledSet;
  return items.map((item) => {
    const read = understand(item.t, askedOf(item));
    const extras = [...(read.facts.errorCodes ?? []), ...(read.facts.edition ? [`edition=${read.facts.edition}`] : [])];
    const secret = read.secrets.length > 0 ? ['key'] : [];
    const got = [...labelsOf(read, item, space), ...extras, ...secret].toSorted();
    const edition = item.edition === undefined ? [] : [`edition=${item.edition.toLowerCase()}`];
    const expected = [...item.l, ...(item.code ?? []), ...edition, ...(item.key ? ['key'] : [])].toSorted();
    const wrong = got.filter((label) => !expected.includes(label));
    return { item, expected, got, wrong, right: wrong.length === 0 && expected.length === got.length };
  });
}
