import type { MessageRef } from '../ports.ts';
import type { FrozenTalk } from './freeze.ts';

/** A sentence of the turns themselves, before what the conversation says; words in `turns.json`. */
export const notices = ['desk-told', 'desk-failed', 'follow-up', 'unreadable'] as const;
/** The name of such a sentence. */
export type Notice = (typeof notices)[number];

interface Owed {
  /** Names the job, and the message or ticket that it makes: the same for every attempt. */
  readonly key: string;
  /** When it was first owed, epoch milliseconds. */
  readonly since: number;
  /** Whether an attempt may have arrived, so that its receiver is asked before the next. */
  readonly unsure: boolean;
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

/** What became of one attempt; times in milliseconds. `unknown`: it may have arrived. */
export type Result = { readonly key: string; readonly now: number } & (
  | { readonly outcome: 'done'; readonly message: MessageRef }
  | { readonly outcome: 'later' | 'unknown'; readonly after: number }
  | { readonly outcome: 'never'; readonly why: string }
);
