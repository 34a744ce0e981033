import { entryOf, languages } from '../languages.ts';
import { featuresOf } from './features.ts';
import { foldKana } from './fold.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** A stretch of a message that is read by itself: a clause, or the whole message. */
export interface Stretch {
  readonly text: string;
  readonly features: Int32Array;
}

/** Clauses of a message that are read, and characters (UTF-16) of one; the rest of it is left out. */
const most = 60;
const longest = 200;
/** A message with more characters (UTF-16) is read by its clauses only. */
const whole = 600;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const joints = languages.map((language) => entryOf(language).joints);
const after = joints.flatMap((joint) => joint.after).map(escaped);
const before = joints.flatMap((joint) => joint.before).map(escaped);
/** Sentences and commas, but not the point inside a number or a name; then the joints of every language. */
const ends = new RegExp(
  `[。!?\\n、,;]+|\\. |(?<=[^\\x00-\\x7e])\\.|\\.(?=[^\\x00-\\x7e])|(?<=${after.join('|')})| (?=(?:${before.join('|')})\\b)`,
);

const vocabulary: Vocabulary = vocabularyOf(
  merged(languages.map((language) => entryOf(language).vocabulary)),
  foldKana,
);

/** Returns the clauses of a folded message in the light of what is asked, and the whole message after them if there are several. */
export function stretchesOf(folded: string, asked: string): readonly Stretch[] {
  const clauses = folded
    .split(ends)
    .map((clause) => clause.trim().slice(0, longest))
    .filter((clause) => clause !== '')
    .slice(0, most);
  const all = clauses.length === 1 || folded.length > whole ? clauses : [...clauses, folded];
  return all.map((text) => ({ text, features: featuresOf(text, asked, vocabulary) }));
}

function merged(
  all: readonly Readonly<Record<string, readonly string[]>>[],
): Readonly<Record<string, readonly string[]>> {
  const classes: Record<string, string[]> = {};
  for (const vocabulary of all)
    for (const [name, words] of Object.entries(vocabulary)) classes[name] = [...(classes[name] ?? []), ...words];
  return classes;
}
