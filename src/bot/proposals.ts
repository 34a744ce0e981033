import type { PersonId } from './ports.ts';
import type { Language } from './types.ts';

/** A question to a language model: what a message may mean that was not understood, or not for sure. It holds no secret, no name and no id. */
export interface ModelQuestion {
  /** The message without keys and IDs. */
  readonly text: string;
  readonly language: Language;
  /** What the person is looking at: a place of `docs/labels.md`. */
  readonly place: string;
  /** What is known of the PC, and what the bot's own reading thinks possible, as labels. */
  readonly known: readonly string[];
  readonly possible: readonly string[];
  /** The labels that it may answer with. */
  readonly labels: readonly string[];
}

/** A reading that a model proposes: a label, the words of the message that bear it, whose PC these speak of, and of what time. */
export interface Proposed {
  readonly label: string;
  readonly quote: string;
  readonly whose: 'own' | 'other' | 'unknown';
  readonly when: 'now' | 'past' | 'supposed';
}

/** What came of asking a model: proposals, maybe none; or why it was not asked or did not answer. */
export type ModelAnswer =
  | { readonly outcome: 'answered'; readonly proposed: readonly Proposed[] }
  | { readonly outcome: 'timeout' | 'failed' | 'broken' | 'capped' | 'paused' | 'declined' };

/** The port of a language model that proposes what a message means. It never speaks: what it proposes is checked, and the bot decides. */
export interface Proposer {
  /** Where it runs, in the deployer's words, for people and the privacy paper. */
  readonly place: string;
  /** Asks it, within its timeout. Never rejects. `person`: for a cap and for what they prefer, never sent. */
  propose(question: ModelQuestion, person: PersonId): Promise<ModelAnswer>;
  /** Keeps whether a person wants it to read along, in all of their conversations, until they are erased. Rejects when the database does. */
  prefer(person: PersonId, wanted: boolean): Promise<void>;
}
