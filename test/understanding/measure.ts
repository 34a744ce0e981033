import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Understood, understand } from '../../src/bot/understanding/index.ts';
import {
  askedLabelsOf,
  askedOf,
  expectedOf,
  type Item,
  type LabelledSet,
  labelsOf,
  type Space,
  usualSpace,
} from './labels.ts';
import { readExamples } from './training/examples.ts';

/** What was read of one utterance. */
export interface Result {
  readonly item: Item;
  readonly expected: readonly string[];
  readonly got: readonly string[];
  /** Labels that were read but not written. */
  readonly wrong: readonly string[];
  readonly right: boolean;
  /** Nothing wrong was read, and all that is missing is among what is asked. */
  readonly isAsked: boolean;
  /** Something that the space covers is asked although all was read, or there was nothing to read. */
  readonly needless: boolean;
}

const root = import.meta.dirname;
const opened = (name: string) => () => readSet(join(root, 'sealed', `${name}.jsonl`));
/** The sets that are measured, by name: the examples that are kept for it, and what people wrote who saw neither code nor examples. None is trained on. */
export const sets: Readonly<Record<string, () => LabelledSet>> = {
  dev: () => ({ items: readExamples().filter(({ set }) => set === 'dev') }),
  heldout: () => readSet(join(root, 'heldout.json')),
  first: opened('first'),
  replies: opened('replies'),
  traps: opened('traps'),
  harm: opened('harm'),
  closing: opened('closing'),
};

/** Returns the utterances of a file: `{ "items": […] }`, or one object a line (`.jsonl`). Throws a SyntaxError if it is neither. */
export function readSet(path: string): LabelledSet {
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.jsonl')) return JSON.parse(text) as LabelledSet;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return { items: lines.map((line) => JSON.parse(line) as Item) };
}

/** Reads every utterance of a set and compares it with its labels. `all`: by every label, not only by the usual ones. */
export function measure({ items, labels = usualSpace }: LabelledSet, all = false): readonly Result[] {
  return items.map((item) => judge(item, all ? undefined : labels));
}

/** How well a set is read, in messages. */
export interface Score {
  readonly of: number;
  readonly right: number;
  readonly wrong: number;
  readonly asked: number;
  readonly needless: number;
}

/** Returns the score of results. */
export function scoreOf(results: readonly Result[]): Score {
  const count = (is: (result: Result) => boolean) => results.filter(is).length;
  return {
    of: results.length,
    right: count(({ right }) => right),
    wrong: count(({ wrong }) => wrong.length > 0),
    asked: count(({ isAsked }) => isAsked),
    needless: count(({ needless }) => needless),
  };
}

/** Reads one utterance and compares it with its labels. `understood`: how it is read, by default as the bot reads it alone. */
export function judge(
  item: Item,
  space: Space = usualSpace,
  understood: Understood = understand(item.t, askedOf(item)),
): Result {
  const got = labelsOf(understood, item, space);
  const expected = expectedOf(item, space);
  const asked = askedLabelsOf(understood, item, space);
  const wrong = got.filter((label) => !expected.includes(label));
  const missing = expected.filter((label) => !got.includes(label));
  const right = wrong.length === 0 && missing.length === 0;
  const isAsked = wrong.length === 0 && !right && missing.every((label) => asked.includes(label));
  return { item, expected, got, wrong, right, isAsked, needless: right && asked.length > 0 };
}
