import type answers from './ja/answers.json';
import type choices from './ja/choices.json';
import type codes from './ja/codes.json';
import type desk from './ja/desk.json';
import type facts from './ja/facts.json';
import type handover from './ja/handover.json';
import type heard from './ja/heard.json';
import type hours from './ja/hours.json';
import type insight from './ja/insight.json';
import type lists from './ja/lists.json';
import type notes from './ja/notes.json';
import type notices from './ja/notices.json';
import type privacy from './ja/privacy.json';
import type prompts from './ja/prompts.json';
import type questions from './ja/questions.json';
import type readings from './ja/readings.json';
import type samples from './ja/samples.json';
import type says from './ja/says.json';
import type situations from './ja/situations.json';
import type slack from './ja/slack.json';
import type teams from './ja/teams.json';
import type terminal from './ja/terminal.json';
import type turns from './ja/turns.json';

/** Everything that the bot says in one language. Japanese is the source: a language that lacks one of its texts does not compile. */
export interface Texts {
  readonly answers: typeof answers;
  readonly choices: typeof choices;
  readonly codes: typeof codes;
  readonly desk: typeof desk;
  readonly facts: typeof facts;
  readonly handover: typeof handover;
  readonly heard: typeof heard;
  readonly hours: typeof hours;
  readonly insight: typeof insight;
  readonly lists: typeof lists;
  readonly notes: typeof notes;
  readonly notices: typeof notices;
  readonly privacy: typeof privacy;
  readonly prompts: typeof prompts;
  readonly questions: typeof questions;
  readonly readings: typeof readings;
  readonly samples: typeof samples;
  readonly says: typeof says;
  readonly situations: typeof situations;
  readonly slack: typeof slack;
  readonly teams: typeof teams;
  readonly terminal: typeof terminal;
  readonly turns: typeof turns;
}

/** A phrase that is a whole message: its parts one after another, each one of some words; an empty word: it may be left out. Marks and spaces may stand anywhere, but for `?`. */
export type Phrase = readonly (readonly string[])[];

/** Words by how people type them who have no kanji at hand, or no kana: in kana alone, or in Latin letters; particles alone make no text Japanese. */
export interface Typed {
  readonly kana: Readonly<Record<string, string>>;
  readonly romaji: Readonly<Record<string, string>>;
  readonly particles: Readonly<Record<string, string>>;
}

/** How people ask to be answered in a language. */
export interface Wish {
  /** What this language is called, in whatever language, besides its name in itself. */
  readonly names: readonly string[];
  /** Requests made in this language, for any language: `{{language}}` stands for what one is called. */
  readonly requests: readonly Phrase[];
}

/** What shows that somebody writes in a language. Its words are runs of letters of its scripts; romanised text counts by `Typed`. */
export interface Writing {
  /** The Unicode names of its scripts. */
  readonly scripts: readonly string[];
  /** What tells it from other languages of its scripts: a letter of these scripts, or one of these common words, in lower case, without apostrophes. */
  readonly signs: { readonly scripts: readonly string[]; readonly words: readonly string[] };
  /** The fewest words and letters of the person's own. */
  readonly least: { readonly words: number; readonly letters: number };
  /** Names of products and sentences on screens, in lower case: whoever writes them does so in any language. */
  readonly neutral: readonly string[];
}

/** How people ask to have deleted what is stored about them. Where words around it could mean data on the PC, it is no such request. */
export interface Erasure {
  readonly requests: readonly Phrase[];
}

/** What is said, as a whole message, once a case was handed over to a desk. */
export interface DeskWords {
  /** The person takes the hand-over back. */
  readonly withdraw: readonly Phrase[];
  /** The person wants to go on with the bot while the desk has the case. */
  readonly withBot: readonly Phrase[];
  /** Staff who took a case over hand it back to the bot. */
  readonly handBack: readonly Phrase[];
}

/** What is said where a word for the desk is welcome, after a case was solved. */
export interface Afterword {
  /** There is nothing to add; whole messages. */
  readonly nothing: readonly Phrase[];
  /** Words of which a word for the desk has one. */
  readonly signs: readonly string[];
  /** Words that may tell a trouble, or ask for something, which is no word for the desk; but for the words of `harmless`. */
  readonly trouble: readonly string[];
  readonly harmless: readonly string[];
}

/** How people say by when they need it, or how much of a hurry they are in. All words as `fold` reads them. */
export interface UrgencyWords {
  /** What stands between two of them. */
  readonly join: string;
  /** Words by the name of their class. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** What is kept of a message: its parts one after another, each one of some words; an empty word: it may be left out. A word with `{{…}}` has in that place a word of the class of that name, or a number of one or two digits (`number`). `followed`: what has to follow, which is not kept; empty: anything, `。`: the end of the clause. */
  readonly said: readonly { readonly parts: Phrase; readonly followed: readonly string[] }[];
  /** Words right before it by which it is something else. */
  readonly unless: readonly string[];
  /** Words right after it by which it is something else. */
  readonly not: readonly string[];
  /** Words after it in its sentence that make it a thing of the past. */
  readonly past: readonly string[];
  /** Words beside it that say nothing besides. */
  readonly beside: readonly string[];
}

/** How the person whose case it is says of somebody whom they mention that they help: the message has some of the `words` and none of `unless`. */
export interface Helping {
  readonly words: readonly string[];
  readonly unless: readonly string[];
}

/** How people pick one of several buttons without pressing it, besides by a digit or its label. */
export interface Picking {
  /** The words for each place. */
  readonly places: Readonly<Record<PlaceName, readonly string[]>>;
  /** What is said around them: `{{place}}` stands for a place. */
  readonly picks: readonly Phrase[];
}
export type PlaceName = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'top' | 'middle' | 'last';

/** How people name a step of a list by its digit. */
export interface StepWords {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Words that begin as those after a digit and are something else. */
  readonly unless: readonly string[];
  /** Words after which a digit begins what is said, as it does after a comma; and words that make of such a digit what is spoken of. */
  readonly opening: readonly string[];
  readonly subject: readonly string[];
  /** Words for a list of steps; and words right before one of them that make it one that was shown before. */
  readonly lists: readonly string[];
  readonly earlier: readonly string[];
}

/** How people speak of error codes. Words as in the vocabulary, of up to 24 characters. */
export interface CodeWords {
  /** Words beside which eight characters, or four, are a code. */
  readonly about: readonly string[];
  /** Words between two codes that take back the first. */
  readonly corrects: readonly string[];
  /** Longer words that take nothing back. */
  readonly otherwise: readonly string[];
  /** Words all of whose letters a code may have. */
  readonly hexadecimal: readonly string[];
  /** Words that double the character after them, where a code is spelled (`spelling`). */
  readonly twice: readonly string[];
  /** Words that spell a character of a code and often mean something else: に (2), a. */
  readonly doubtful: readonly string[];
}

/** How people spell keys and IDs in a language. */
export interface Spelling {
  /** The words that stand for a character. */
  readonly characters: Readonly<Record<string, readonly string[]>>;
  /** The words that stand between groups of characters. */
  readonly between: readonly string[];
  /** Words of the last group of a product key, which Windows itself shows. */
  readonly partly: readonly string[];
  /** Words after the year and the month of a date in digits, and after an amount of money: such digits are no secret. */
  readonly year: readonly string[];
  readonly month: readonly string[];
  readonly amount: readonly string[];
  /** Words for a product key. */
  readonly key: readonly string[];
  /** Words for an installation id or a confirmation id. */
  readonly id: readonly string[];
}

/** What mail programs write around what somebody says: each as a line of it begins, but for `original`, which stands between dashes. */
export interface MailWords {
  /** The names of the lines above a mail that is quoted: From, Sent, To. */
  readonly headers: readonly string[];
  /** What stands above a mail that is quoted or forwarded. */
  readonly original: readonly string[];
  /** What a program adds below: Sent from my iPhone. */
  readonly signatures: readonly string[];
  /** How the subject begins of a mail that nobody wrote: Out of office. */
  readonly automatic: readonly string[];
  /** What stands before a colon and the subject of an answer or of a mail that is passed on: Re, Fwd. */
  readonly prefixes: readonly string[];
}

/** What Windows, and what comes with it, shows on a screen or prints, to be known again in a picture that was read badly. */
export interface ScreenWords {
  /** Characters that a reader of pictures takes for one another; each set is read as its first, which `foldKana` leaves as it is. */
  readonly alike: readonly string[];
  /** The stems of on-screen sentences, by the sign (`signs.ts`) that they are. A stem is found with one character in six misread; a part of less than six has to be exact. `/` parts what stands right behind one another, `…` what has up to some forty characters between; `^` begins and `$` ends a line. */
  readonly signs: Readonly<Record<string, readonly string[]>>;
  /** What stands behind "Windows 11" for each edition. */
  readonly editions: Readonly<Record<EditionName, readonly string[]>>;
  /** The names of what `slmgr`, `dsregcmd` and event logs print before a colon. */
  readonly fields: Readonly<Record<FieldName, readonly string[]>>;
  /** What stands behind the colon, or how it begins. */
  readonly values: Readonly<Record<FieldValue, readonly string[]>>;
  /** How the lines begin that programs print above their output. */
  readonly headings: readonly string[];
  /** What only the output of a program has. */
  readonly outputs: readonly string[];
}
export type EditionName = 'home' | 'pro' | 'enterprise' | 'education';
export type FieldName =
  | 'edition'
  | 'name'
  | 'channel'
  | 'description'
  | 'status'
  | 'remaining'
  | 'kms'
  | 'joined'
  | 'registered'
  | 'others';
export type FieldValue = 'licensed' | 'notification' | 'unlicensed' | 'grace' | 'yes' | 'no' | 'absent';

/** Where a clause ends, besides at punctuation: after some words, before others. As `fold` writes them. */
export interface Joints {
  readonly after: readonly string[];
  readonly before: readonly string[];
}

/** How people answer whether what was seen on a picture is right, and the courtesies that may follow; and what stands right behind, or before, a code that is named only to deny it. */
export interface SightWords {
  readonly yes: readonly Phrase[];
  readonly polite: readonly Phrase[];
  readonly no: readonly Phrase[];
  readonly deniedAfter: readonly string[];
  readonly deniedBefore: readonly string[];
}

/** What the bot says in one language or register, and how people ask for it. */
interface Spoken {
  /** Its name in itself. */
  readonly name: string;
  /** The id of the button that switches to it. Messages that were sent keep it, so it is never changed. */
  readonly button: string;
  /** The locales whose people are spoken to in it: lower-case BCP 47 tags, each with all that begin with it. */
  readonly locales: readonly string[];
  readonly texts: Texts;
  readonly wish: Wish;
}

/** A language that the bot speaks and understands. */
export interface LanguageEntry extends Spoken {
  readonly writing: Writing;
  readonly spelling: Spelling;
  readonly screens: ScreenWords;
  readonly sight: SightWords;
  readonly typed: Typed;
  /** What people say: words by their class. A word of Latin letters counts only where it stands alone; with any ending if it ends in `*`. */
  readonly vocabulary: Readonly<Record<string, readonly string[]>>;
  readonly joints: Joints;
  readonly erasure: Erasure;
  readonly helping: Helping;
  readonly picking: Picking;
  readonly steps: StepWords;
  readonly codes: CodeWords;
  /** How people turn a language model off that reads along, and on again; whole messages. */
  readonly assistant: { readonly off: readonly Phrase[]; readonly on: readonly Phrase[] };
  /** How people say at a field of a form that they leave it out. */
  readonly blank: { readonly phrases: readonly Phrase[] };
  readonly deskWords: DeskWords;
  readonly afterword: Afterword;
  readonly urgency: UrgencyWords;
  readonly mail: MailWords;
}

/** A register: a language in other words, for people to whom its usual ones are hard. People are understood as in the language, and letters to others are written in it. */
export interface RegisterEntry extends Spoken {
  /** The id of the language. */
  readonly of: string;
  /** What shows that somebody needs it: no letter of their own is of the script `without`, and so many words with letters of the script `of` stand apart by blanks. */
  readonly signs: { readonly of: string; readonly without: string; readonly words: number };
}
