import type { Intent, Topic } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import type { QuestionId } from '../../flows/questions.ts';
import type { Asked } from './asked.ts';
import type { Pattern } from './sieve.ts';

/** What a clause of this shape tells; an empty telling keeps the later rules of its lexicon from speaking. */
export type Rule = readonly [shape: Pattern, facts: Facts];

/** How people speak of one matter. Rules are tried in order; the first that fits a clause tells. */
export interface Lexicon {
  /** Rules for any clause. */
  readonly tells: readonly Rule[];
  /** What the matter is called, and rules for clauses that name it. */
  readonly named?: Pattern;
  readonly answers?: readonly Rule[];
  /** Rules for the clauses after one that names it, whatever that one told: "I turned it off, but it is back on". */
  readonly next?: readonly Rule[];
  /** Says how it was before, which tells nothing of now. */
  readonly past?: Pattern;
  /** The questions that ask about it: a belief is then an answer. */
  readonly questions?: readonly QuestionId[];
  /** Told even by a clause that asks, supposes or wishes. */
  readonly anyhow?: boolean;
  /** Told even by a guess: better safe than sorry. */
  readonly cautious?: boolean;
  /** A belief ("probably") is no news; it only answers a question. */
  readonly grave?: boolean;
  /** Told even when it was read or heard somewhere. */
  readonly hearsay?: boolean;
  /** Looked for in quotations as well. */
  readonly quoted?: boolean;
  /** A wish or a plan ("I want to …") does not tell it, only a deed does. */
  readonly deed?: boolean;
}

/** What a message of this shape means. */
export interface Phrase {
  readonly intent: Intent;
  /** The whole message, without punctuation and polite endings. */
  readonly whole?: Pattern;
  /** Any of its clauses. */
  readonly clause?: Pattern;
  /** What a clause of this intent must not be like. */
  readonly unless?: Pattern;
  /** Not meant by a clause that asks. */
  readonly unasked?: boolean;
  /** Not meant by a clause that asks, supposes, wishes or guesses. */
  readonly plain?: boolean;
  /** Meant only where the person is looking at one of these. */
  readonly at?: readonly Asked['at'][];
}

/** What a question of this shape is about; `always` when it need not look like a question. */
export interface Asking {
  readonly topic: Topic;
  readonly shape: Pattern;
  readonly always?: boolean;
}
