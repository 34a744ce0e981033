import type { MessageRef, Reason } from '../ports.ts';
import type { Policy } from './policy.ts';
import type { ConversationSnapshot } from './snapshot.ts';

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
  readonly talk: ConversationSnapshot;
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

/** Something owed to the outside, done after the commit that records it. */
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

/** The lanes of an outbox: what a desk does not take never holds up what the channel takes. */
export const laneNames = ['channel', 'desk'] as const;
/** The name of a lane. */
export type LaneName = (typeof laneNames)[number];

/** Jobs in their order, done by one process at a time. */
export interface Lane {
  readonly jobs: readonly Job[];
  /** The lease that works on it; empty: none. */
  readonly by: string;
  /** Until when it is held, or when it is to be tried next; epoch milliseconds. */
  readonly at: number;
  /** How often in a row its first job failed. */
  readonly tries: number;
}

/** A lane with nothing to do. */
export const emptyLane: Lane = { jobs: [], by: '', at: 0, tries: 0 };

/** Whether nobody works on a lane and its time has come; a time further off than any can be stems from a clock that jumped. */
const free = ({ at }: Lane, now: number, { maxWait }: Policy): boolean => at <= now || at > now + maxWait;

/** The lane held by a process, where it is free and has jobs. One that died holding it may have sent any of them. */
export function acquire(lane: Lane, by: string, now: number, policy: Policy): Lane {
  if (lane.jobs.length === 0 || !free(lane, now, policy)) return lane;
  const jobs = lane.by === '' ? lane.jobs : lane.jobs.map((job) => ({ ...job, unsure: true }));
  return { ...lane, jobs, by, at: now + policy.lease };
}

/** The lane let go, to be taken up again at a time. */
export const release = (lane: Lane, at: number): Lane => (lane.jobs.length === 0 ? emptyLane : { ...lane, by: '', at });

/** The lane with more jobs at its end. One without jobs is free at once, and so is one where only edits wait and a message comes, which goes before them. */
export function append(lane: Lane, ...jobs: readonly Job[]): Lane {
  if (lane.jobs.length === 0) return { ...emptyLane, jobs };
  const waits = lane.by === '' && lane.at > 0;
  const overtakes = waits && lane.jobs.every(isEdit) && !jobs.every(isEdit);
  return overtakes ? { ...emptyLane, jobs: [...jobs, ...lane.jobs] } : { ...lane, jobs: [...lane.jobs, ...jobs] };
}

const isEdit = ({ kind }: Job): boolean => kind === 'settle';
