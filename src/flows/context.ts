import type says from '../../locales/ja/says.json';
import type { AdviceId, Finished, Item } from './agenda.ts';
import type { Intent, Reading, Recipient, Topic } from './events.ts';
import type { Facts } from './facts.ts';
import type { ListId } from './lists.ts';
import type { QuestionId } from './questions.ts';

/** All outcomes. */
export const outcomes = ['resolved', 'escalated', 'cancelled'] as const;
/** The outcome of a conversation: how it ended. */
export type Outcome = (typeof outcomes)[number];

/** A sentence that the bot says before its prompt, or the answer to a question asked in passing. */
export type Say = { readonly say: keyof typeof says } | { readonly answer: Topic };

/** The prompt of a state: the input that it waits for. */
export type Prompt =
  | { readonly kind: 'question'; readonly id: QuestionId }
  | { readonly kind: 'list' | 'step' | 'stuck' | 'check'; readonly id: ListId }
  | { readonly kind: 'advice'; readonly id: AdviceId }
  | { readonly kind: 'recipient' }
  | { readonly kind: 'form' }
  | { readonly kind: 'closed'; readonly outcome: Outcome };

/** The context of the machine: its memory. */
export interface Context {
  readonly facts: Facts;
  /** The lists and waits that were given and are never given again. */
  readonly finished: readonly Finished[];
  /** The finished ones that were skipped, not tried. */
  readonly skipped: readonly Finished[];
  /** The lists that were shown, finished or not. */
  readonly shown: readonly ListId[];
  /** The questions answered so far, oldest first; "back" takes back the last one. */
  readonly trail: readonly QuestionId[];
  readonly item: Item | undefined;
  /** The step of the list under way, from 0. */
  readonly step: number;
  /** The number of times that the list under way was begun again. */
  readonly retries: number;
  /** The target that waits until the person was asked to put protection back. */
  readonly leaving: Outcome | 'restart' | undefined;
  /** The recipient that the person chose; undefined: the one that the case belongs to. */
  readonly recipient: Recipient | undefined;
  /** The person's input to the form, by field. */
  readonly details: Readonly<Record<string, string>>;
  /** The readings that the person is asked to choose from; empty: none. */
  readonly candidates: readonly Reading[];
  /** The readings that were asked about: none is asked about twice. */
  readonly asked: readonly Reading[];
  /** The slots that the last telling filled; "that is wrong" empties them. */
  readonly told: readonly (keyof Facts)[];
  /** The number of messages in a row that were not understood; what is asked about is none. */
  readonly misses: number;
  /** True while a ticket of this case is open at the desk: opened, neither solved nor withdrawn. */
  readonly atDesk: boolean;
  /** The recipient of the letter that a desk has, or had, of this case: what comes back is theirs again. Undefined: none had it, or that was taken back. */
  readonly sentTo: Recipient | undefined;
  /** True once the person has said whether the bot helped with this case. */
  readonly rated: boolean;
  /** The closed case that came before this one, while going on with it is offered; undefined: none is. */
  readonly before: Shelved | undefined;
}

/** A case that ended, as it was, for whoever goes on with it. */
export interface Shelved extends Keep, Pick<Context, 'item' | 'step' | 'retries' | 'atDesk' | 'sentTo'> {
  /** True if it had been handed over, and had not ended otherwise since. */
  readonly escalated: boolean;
}

/** The part of the context that outlives every version of the machine. */
export type Keep = Pick<Context, 'facts' | 'finished' | 'skipped' | 'shown' | 'trail' | 'recipient' | 'details'>;

/** An event that the machine takes. A button's id is the type of the event that it sends. */
export type Event =
  | { readonly type: Intent }
  | { readonly type: 'tell'; readonly facts: Facts }
  | { readonly type: 'new-case'; readonly facts: Facts }
  | { readonly type: 'tried'; readonly id: ListId }
  | { readonly type: 'ask'; readonly topic: Topic }
  | { readonly type: 'unclear'; readonly candidates: readonly Reading[] }
  | { readonly type: 'pick'; readonly reading: number }
  | {
      readonly type:
        | 'none-of-these'
        | 'other-recipient'
        | 'last-case'
        | 'withdraw'
        | 'at-desk'
        | 'off-desk'
        | 'desk-again';
    }
  | { readonly type: 'rate-good' | 'rate-bad' }
  | { readonly type: 'address'; readonly to: Recipient }
  | { readonly type: 'submit' | 'enter'; readonly values: Readonly<Record<string, string>> };
