import type { Outcome } from '../flows/context.ts';
import type { Recipient } from '../flows/events.ts';
import type { Facts } from '../flows/facts.ts';
import type { ListId } from '../flows/lists.ts';

/** The languages that the bot speaks; Japanese first. */
export const languages = ['ja', 'en'] as const;
/** A language that the bot speaks. */
export type Language = (typeof languages)[number];

/** What a person did, whatever the channel. */
export type Input =
  | { readonly type: 'text'; readonly text: string }
  /** `to` is the id of the view whose button was pressed, so that an old button can be told apart. */
  | { readonly type: 'choice'; readonly to: string; readonly choice: string }
  | { readonly type: 'form'; readonly to: string; readonly values: Readonly<Record<string, string>> }
  /** A picture or a file, which the bot cannot read, and the words beside it. */
  | { readonly type: 'file'; readonly text: string }
  /** A line that nothing can be made of. */
  | { readonly type: 'malformed' }
  /** The desk answers the case that was handed over to it. */
  | { readonly type: 'desk'; readonly text: string };

/** A button: its id is the same in every language. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** A field of a form; `value` is what is known already. */
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

/** What a person sees, whatever the channel: every string is ready to show. */
export interface View {
  readonly id: string;
  /** What is said before the prompt: greetings, what was understood, answers to questions in passing. */
  readonly lead: readonly string[];
  /** The words of the desk that are passed on; empty: none. */
  readonly quote: string;
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
  /** Cautions, remarks on the situation, dated notes. */
  readonly notes: readonly string[];
  /** The answers first, then the commands that work everywhere (`commands`). */
  readonly choices: readonly Choice[];
  readonly form: Form | null;
}

/** A message to a person who can help, ready to copy. */
export interface Handover {
  readonly to: Recipient;
  readonly text: string;
}

/** All that a turn shows: the view, and what it means. */
export interface Outgoing {
  readonly view: View;
  readonly facts: Facts;
  readonly list: ListId | null;
  readonly outcome: Outcome | null;
  /** Where the long part of the view (steps, a finished message) was shown just before and is only passed by: what says so; else empty. */
  readonly above: string;
  readonly handover: Handover | null;
}

/** Those who can be reached, as the deployer set them up, in one language. */
export interface Reachable {
  /** The IT desk; without an address the person is told where such desks are found. */
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
/** Those who can be reached, in each language. */
export type Contacts = Readonly<Record<Language, Reachable>>;
