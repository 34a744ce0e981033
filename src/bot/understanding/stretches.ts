import { writtenLanguages } from '../languages.ts';
import { type Traits, traitsOf } from './features.ts';
import { foldWord } from './fold.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** A stretch of a message that is read by itself: a clause, or the whole message. */
export interface Stretch {
  readonly text: string;
  readonly traits: Traits;
}

/** Clauses of a message that are read; the rest of it is left out. */
const most = 120;
/** A clause with more characters (UTF-16) is read in pieces. */
const pieces = /[\s\S]{1,200}/g;
/** A message with more characters (UTF-16) is read by its clauses only. */
const whole = 600;

const joints = writtenLanguages.map(({ joints }) => joints);
const after = joints.flatMap((joint) => joint.after).map(RegExp.escape);
const before = joints.flatMap((joint) => joint.before).map(RegExp.escape);
/** Sentences and commas, but not the point inside a number or a name; then the joints of every language. */
const ends = new RegExp(
  `[。!?\\n、,;]+|\\. |(?<=[^\\x00-\\x7e])\\.|\\.(?=[^\\x00-\\x7e])|(?<=${after.join('|')})| (?=(?:${before.join('|')})\\b)`,
);

const vocabulary: Vocabulary = vocabularyOf(merged(writtenLanguages.map(({ vocabulary }) => vocabulary)), foldWord);

/** Returns the names of the classes of words that a folded message has. */
export const classesIn = (folded: string): ReadonlySet<string> => new Set(vocabulary(folded).map(({ name }) => name));

/** Returns the clauses of a folded message. */
export const clausesIn = (folded: string): readonly string[] =>
  folded.split(ends).flatMap((clause) => clause.trim() || []);

/** Returns the clauses of a folded message and the whole message after them if there are several. */
export function stretchesOf(folded: string): readonly Stretch[] {
  const said = clausesIn(folded).flatMap((clause) => clause.match(pieces) ?? []);
  // What is said again shows nothing new.
  const clauses = [...new Set(said)].slice(0, most);
  const all = clauses.length === 1 || folded.length > whole ? clauses : [...clauses, folded];
  return all.map((text) => ({ text, traits: traitsOf(text, vocabulary) }));
}

function merged(
  all: readonly Readonly<Record<string, readonly string[]>>[],
): Readonly<Record<string, readonly string[]>> {
  const classes: Record<string, string[]> = {};
  for (const vocabulary of all)
    for (const [name, words] of Object.entries(vocabulary)) classes[name] = [...(classes[name] ?? []), ...words];
  return classes;
}
