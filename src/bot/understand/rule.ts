import type { Intent, Topic } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import type { QuestionId } from '../../flows/questions.ts';

/** What a clause of this shape tells; an empty telling keeps the later rules of its lexicon from speaking. */
export type Rule = readonly [shape: RegExp, facts: Facts];

/** How people speak of one matter. Rules are tried in order; the first that fits a clause tells. */
export interface Lexicon {
  /** Rules for any clause. */
  readonly tells: readonly Rule[];
  /** What the matter is called: where a clause names it, and where one of the `questions` was just asked, `answers` hold too. */
  readonly named?: RegExp;
  readonly answers?: readonly Rule[];
  readonly questions?: readonly QuestionId[];
  /** Rules for the reply to one of the `questions` only: too short to mean anything elsewhere. */
  readonly replies?: readonly Rule[];
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
  readonly whole?: RegExp;
  /** Any of its clauses. */
  readonly clause?: RegExp;
  /** What a clause of this intent must not be like. */
  readonly unless?: RegExp;
  /** Not meant by a clause that asks, supposes or wishes. */
  readonly plain?: boolean;
}

/** What a question of this shape is about; `always` when it need not look like a question. */
export interface Asking {
  readonly topic: Topic;
  readonly shape: RegExp;
  readonly always?: boolean;
}
