import { writtenLanguages } from '../languages.ts';
import { fold } from './fold.ts';
import { isInWord } from './phrases.ts';

const entries = writtenLanguages.map(({ steps }) => steps);
const folded = (words: readonly string[]): readonly string[] => words.map(fold);
const before = folded(entries.flatMap((entry) => entry.before));
const after = folded(entries.flatMap((entry) => entry.after));
const unless = folded(entries.flatMap((entry) => entry.unless));
const opening = folded(entries.flatMap((entry) => entry.opening));
const subject = folded(entries.flatMap((entry) => entry.subject));
const lists = folded(entries.flatMap((entry) => entry.lists));
const earlier = folded(entries.flatMap((entry) => entry.earlier));
/** Characters (UTF-16) around a digit in which such a word stands. */
const near = 20;

/** The number of the step that a folded message names, the last one of several: 「1はやった、3番が見つからない」. */
export function stepNamed(text: string): number | undefined {
  const named = [...text.matchAll(/(?<!\d)[1-9](?!\d)/g)].filter(({ index }) =>
    isStep(text.slice(Math.max(index - near, 0), index), text.slice(index + 1, index + 1 + near)),
  );
  return named.length === 0 ? undefined : Number(named.at(-1)?.[0]);
}

function isStep(left: string, right: string): boolean {
  if (endsIn(left.trimEnd(), before)) return true;
  if (startsIn(right, after) && !startsIn(right, unless)) return true;
  return (/(?:^|[、。]) ?$/.test(left) || endsIn(left.trimEnd(), opening)) && isSubject(right);
}

/** Returns true if a folded message names the steps that were shown before the present ones: 「さっきの手順」. */
export const namesEarlier = (text: string): boolean =>
  lists.some((word) =>
    [...text.matchAll(new RegExp(RegExp.escape(word), 'g'))].some(({ index }) => isEarlier(text, index)),
  );
const isEarlier = (text: string, at: number): boolean =>
  endsIn(text.slice(Math.max(at - near, 0), at).trimEnd(), earlier);

/** Returns true if what follows a digit speaks of it, and is no number with a unit: 「3の1」. */
const isSubject = (right: string): boolean =>
  subject.some((word) => right.startsWith(word) && !/^\d/.test(right.slice(word.length)));
const startsIn = (text: string, words: readonly string[]): boolean => words.some((word) => text.startsWith(word));
const endsIn = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.endsWith(word) && !isInWord(text, text.length - word.length));
