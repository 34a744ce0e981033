import type says from '../../locales/ja/says.json';
import type { AdviceId, Finished, Item } from './agenda.ts';
import type { Intent, Reading, Recipient, Topic } from './events.ts';
import type { Facts } from './facts.ts';
import type { ListId } from './lists.ts';
import type { QuestionId } from './questions.ts';

/** How a conversation can end. */
export const outcomes = ['resolved', 'escalated', 'cancelled'] as const;
/** How a conversation ended. */
export type Outcome = (typeof outcomes)[number];

/** A sentence that the bot says before its prompt, or the answer to a question asked in passing. */
export type Say = { readonly say: keyof typeof says } | { readonly answer: Topic };

/** What a state waits for. */
export type Prompt =
  | { readonly kind: 'question'; readonly id: QuestionId }
  | { readonly kind: 'list' | 'step' | 'stuck' | 'check'; readonly id: ListId }
  | { readonly kind: 'advice'; readonly id: AdviceId }
  | { readonly kind: 'recipient' }
  | { readonly kind: 'form' }
  | { readonly kind: 'closed'; readonly outcome: Outcome };

/** What the machine remembers. */
export interface Context {
  readonly facts: Facts;
  /** What was given and is never given again. */
  readonly finished: readonly Finished[];
  /** What of it was passed over and not tried. */
  readonly skipped: readonly Finished[];
  /** The lists that were shown, finished or not. */
  readonly shown: readonly ListId[];
  /** The questions answered so far, oldest first: what "back" takes back. */
  readonly trail: readonly QuestionId[];
  readonly item: Item | undefined;
  /** The step of the list under way, from 0. */
  readonly step: number;
  /** How often the list under way was begun again. */
  readonly retries: number;
  /** Where to go once protection was asked about. */
  readonly leaving: Outcome | 'restart' | undefined;
  /** Whom the person chose to write to; undefined: whomever the case belongs to. */
  readonly recipient: Recipient | undefined;
  /** What the person wrote into the form, by field. */
  readonly details: Readonly<Record<string, string>>;
  /** The readings that the person is asked to choose from; empty: none. */
  readonly candidates: readonly Reading[];
  /** How many messages in a row were not understood. */
  readonly misses: number;
}

/** The part of the memory that outlives every change of the machine. */
export type Keep = Pick<Context, 'facts' | 'finished' | 'skipped' | 'shown' | 'trail' | 'recipient' | 'details'>;

/** What happens to the machine. A button's id is the type of the event that it sends. */
export type Event =
  | { readonly type: Exclude<Intent, 'japanese' | 'english'> }
  | { readonly type: 'tell'; readonly facts: Facts }
  | { readonly type: 'new-case'; readonly facts: Facts }
  | { readonly type: 'tried'; readonly id: ListId }
  | { readonly type: 'ask'; readonly topic: Topic }
  | { readonly type: 'unclear'; readonly candidates: readonly Reading[] }
  | { readonly type: 'pick'; readonly reading: number }
  | { readonly type: 'none-of-these' | 'other-recipient' }
  | { readonly type: 'address'; readonly to: Recipient }
  | { readonly type: 'submit'; readonly values: Readonly<Record<string, string>> };
