import type * as registry from '../../locales/index.ts';
import type { Outcome } from '../flows/context.ts';
import type { Recipient } from '../flows/events.ts';
import type { Facts } from '../flows/facts.ts';
import type { ListId } from '../flows/lists.ts';

/** The id of a language that the bot speaks. */
export type Language = keyof typeof registry;

/** An input: a person's action or the desk's answer, independent of the channel. */
export type Input =
  | { readonly type: 'text'; readonly text: string }
  /** A message of the person that they have edited since: its new text, and the delivery id of the message (`of`). */
  | { readonly type: 'edit'; readonly text: string; readonly of: string }
  /** A button press. `to` is the id of the view whose button was pressed, so that a press on an outdated view is recognised. */
  | { readonly type: 'choice'; readonly to: string; readonly choice: string }
  /** A submitted form. `to` is the id of the view that showed it. `files`: what the person adds for the desk that gets the letter, at most `mostFiles`; none where the channel's forms take no files. */
  | {
      readonly type: 'form';
      readonly to: string;
      readonly values: Readonly<Record<string, string>>;
      readonly files: readonly SentFile[];
    }
  /** Pictures or files, which the bot cannot read, at most `mostFiles`, and the text sent with them. */
  | { readonly type: 'file'; readonly text: string; readonly files: readonly SentFile[] }
  /** An input that could not be parsed. */
  | { readonly type: 'malformed' }
  /** The desk's answer to the case that was handed over to it, as staff wrote it; the desk has checked it for secrets (`checkAnswer`). `by`: the name of its author; empty if it is not known. `corrects`: it replaces the answer before it. `seen`: the time (`at`) of how its author saw the case stand, epoch milliseconds; null where the desk cannot know that. `attached`: the files that come with it, which the person gets after it; null if there are none. */
  | {
      readonly type: 'desk';
      readonly text: string;
      readonly by: string;
      readonly corrects: boolean;
      readonly seen: number | null;
      readonly attached: AttachedAtDesk | null;
    }
  /** What staff do with the case: take it, pass it on to a colleague, report it as solved, or return it to the bot. `seen`: as for an answer. */
  | { readonly type: 'staff'; readonly act: StaffAct; readonly by: string; readonly seen: number | null };

/** A file that was sent in a channel: only how the channel finds it again. Its name is people's words and is not kept. */
export interface SentFile {
  /** The channel's own reference, by which it fetches the file (`Adapter.fetch`), at most `longestRef` characters; empty if it has none. */
  readonly ref: string;
  /** What it is, by what the channel says about its type; `other`: nothing that is passed on. */
  readonly kind: 'picture' | 'text' | 'pdf' | 'other';
  /** Its size in bytes, by what the channel says; null if it does not say. */
  readonly size: number | null;
}

/** Files that staff send with an answer, and the id of the desk that fetches them (`Desk.fetch`). */
export interface AttachedAtDesk {
  readonly desk: string;
  readonly files: readonly SentFile[];
}

/** Maximum number of files of an Incoming. Slack and Teams allow no more in one message. */
export const mostFiles = 10;
/** Maximum number of characters (UTF-16) of a file's reference: SharePoint's addresses with their permission are the longest, with up to some 2,000. */
export const longestRef = 4_000;

/** An answer of staff as the person reads it. `by`: the name of its author; empty if it is not known. `corrects`: it replaces the answer before it. `at`: the time of the state of the case that it made, epoch milliseconds. */
export interface PassedOn {
  readonly text: string;
  readonly by: string;
  readonly corrects: boolean;
  readonly at: number;
}

/** What staff may do with a case besides answering. */
export type StaffAct = 'take' | 'pass' | 'solve' | 'return';

/** A button: its id is the same in every language. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** A field of a form, prefilled with the `value` that is known already (else empty). */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
}

/** A form, every field of it optional. */
export interface Form {
  readonly submit: string;
  readonly fields: readonly Field[];
}

/** A step of a list in short: what to do, and its detail, which is shown when it is opened: the step in full, then its cautions and notes. */
export interface Headline {
  readonly text: string;
  readonly detail: readonly string[];
}

/** A view: the content of a message, independent of the channel, with every string ready to show. */
export interface View {
  readonly id: string;
  /** The paragraphs before the prompt: greetings, the facts that were understood, answers to side questions. */
  readonly lead: readonly string[];
  /** The desk's answer, quoted; empty if there is none. */
  readonly quote: string;
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
  /** The steps of a whole list in short; else empty. */
  readonly headlines: readonly Headline[];
  /** Cautions, hints for this situation, and dated notes. */
  readonly notes: readonly string[];
  /** Those of the notes that stand with a whole list also where its steps are shown in short. */
  readonly hints: readonly string[];
  /** The answers first, then those of the `commands` that mean something there. */
  readonly choices: readonly Choice[];
  readonly form: Form | null;
}

/** A message to a person who can help, ready to copy. */
export interface Handover {
  readonly to: Recipient;
  readonly text: string;
}

/** A reply: the view to show and the data behind it. */
export interface Outgoing {
  readonly view: View;
  readonly facts: Facts;
  readonly list: ListId | null;
  readonly outcome: Outcome | null;
  /** The sentence that refers to what stands above, if this message only repeats its long part (steps, a finished handover message); empty if it was said in the turn before. Null: this message shows it. */
  readonly above: string | null;
  readonly handover: Handover | null;
}

/** The contacts that the deployer configured, in one language. */
export interface Reachable {
  /** The IT desk; without an address the person is told where to find such a desk. */
  readonly desk: { readonly name: string; readonly address: string };
  /** The data-recovery specialist. */
  readonly specialist: {
    readonly name: string;
    readonly phone: string;
    readonly phoneHours: string;
    readonly visitHours: string;
    readonly diagnosis: string;
    readonly postage: string;
  };
}
/** The configured contacts in each language. */
export type Contacts = Readonly<Record<Language, Reachable>>;
