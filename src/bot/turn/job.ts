import type { MessageRef, Reason } from '../ports.ts';
import type { FrozenTalk } from './freeze.ts';

/** A sentence of the turns themselves, before what the conversation says; words in `turns.json`. */
export const notices = ['desk-told', 'desk-failed', 'follow-up', 'unreadable'] as const;
/** The name of such a sentence. */
export type Notice = (typeof notices)[number];

/** A place in the queue of a rate limit. */
export interface Slot {
  /** A digest of the limit's name. */
  readonly limit: string;
  readonly number: number;
}

/** Refusals that a later attempt may overcome; an outage is none, nor is a rate limit. */
export interface Refusals {
  readonly count: number;
  /** Milliseconds between refusals that followed each other. */
  readonly span: number;
  /** When the last attempt was refused, epoch milliseconds; null: it ended in another way. */
  readonly lastAt: number | null;
}

/** How a job begins that nobody has tried yet. */
export const untried = { unsure: false, slot: null, refusals: { count: 0, span: 0, lastAt: null } } as const;

interface Owed {
  /** Names the job, and the message or ticket that it makes: the same for every attempt. */
  readonly key: string;
  /** When it was first owed, epoch milliseconds. */
  readonly since: number;
  /** Whether an attempt may have arrived, so that its receiver is asked before the next. */
  readonly unsure: boolean;
  /** Its place in the queue of a rate limit; null: it has none. */
  readonly slot: Slot | null;
  /** How often, and for how long, it was refused by a receiver that was there. */
  readonly refusals: Refusals;
  /** The conversation as it stood. */
  readonly talk: FrozenTalk;
}

/** A message to show. `answer`: it was answered before it was known to have arrived, so it is settled right after. */
export interface Post extends Owed {
  readonly kind: 'post';
  readonly notices: readonly Notice[];
  readonly answer: string | null;
}
/** An answered message to strip of its buttons. */
export interface Settle extends Owed {
  readonly kind: 'settle';
  readonly message: MessageRef;
  readonly notices: readonly Notice[];
  readonly answer: string;
}
/** A ticket to open at the desk. */
export interface Open extends Owed {
  readonly kind: 'open';
}

/** Something owed to the world, done after the commit that records it. */
export type Job = Post | Settle | Open;

/** What became of one attempt; times in milliseconds. */
export type Result = { readonly key: string; readonly now: number } & (
  | { readonly outcome: 'done'; readonly message: MessageRef }
  | { readonly outcome: 'never'; readonly why: string }
  | Again
);

/** An attempt that has to be made again. `slot`: it was not made, its slot in the queue of a rate limit is still to come. */
export interface Again {
  readonly outcome: 'again';
  readonly reason: Reason | 'slot';
  readonly after: number;
  readonly unsure: boolean;
  readonly slot: Slot | null;
  readonly why: string;
}
