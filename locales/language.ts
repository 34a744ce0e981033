import type answers from './ja/answers.json';
import type choices from './ja/choices.json';
import type codes from './ja/codes.json';
import type facts from './ja/facts.json';
import type handover from './ja/handover.json';
import type lists from './ja/lists.json';
import type notes from './ja/notes.json';
import type prompts from './ja/prompts.json';
import type questions from './ja/questions.json';
import type says from './ja/says.json';
import type slack from './ja/slack.json';
import type teams from './ja/teams.json';
import type terminal from './ja/terminal.json';
import type turns from './ja/turns.json';

/** Everything that the bot says in one language. Japanese is the source: a language that lacks one of its texts does not compile. */
export interface Texts {
  readonly answers: typeof answers;
  readonly choices: typeof choices;
  readonly codes: typeof codes;
  readonly facts: typeof facts;
  readonly handover: typeof handover;
  readonly lists: typeof lists;
  readonly notes: typeof notes;
  readonly prompts: typeof prompts;
  readonly questions: typeof questions;
  readonly says: typeof says;
  readonly slack: typeof slack;
  readonly teams: typeof teams;
  readonly terminal: typeof terminal;
  readonly turns: typeof turns;
}

/** How people ask to be answered in a language. */
export interface Wish {
  /** What this language is called, in whatever language, besides its name in itself. */
  readonly names: readonly string[];
  /** Requests made in this language, for any language: patterns over folded text in which `{{language}}` stands for what one is called. */
  readonly requests: readonly string[];
}

/** How people spell keys and IDs in a language. */
export interface Spelling {
  /** The words that stand for a character. */
  readonly characters: Readonly<Record<string, readonly string[]>>;
  /** The words that stand between groups of characters. */
  readonly between: readonly string[];
  /** Words of the last group of a product key, which Windows itself shows. */
  readonly partly: readonly string[];
  /** Words for a product key. */
  readonly key: readonly string[];
  /** Words for an installation id or a confirmation id. */
  readonly id: readonly string[];
}

/** Where a clause ends, besides at punctuation: after some words, before others. As `fold` writes them. */
export interface Joints {
  readonly after: readonly string[];
  readonly before: readonly string[];
}

/** A language that the bot speaks. */
export interface LanguageEntry {
  /** Its name in itself. */
  readonly name: string;
  /** The id of the button that switches to it. Messages that were sent keep it, so it is never changed. */
  readonly button: string;
  /** The locales whose people are spoken to in it: lower-case BCP 47 tags, each with all that begin with it. */
  readonly locales: readonly string[];
  readonly texts: Texts;
  readonly wish: Wish;
  readonly spelling: Spelling;
  /** What people say: words by their class. A word of Latin letters counts only where it stands alone; with any ending if it ends in `*`. */
  readonly vocabulary: Readonly<Record<string, readonly string[]>>;
  readonly joints: Joints;
}
