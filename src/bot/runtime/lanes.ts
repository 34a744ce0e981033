import type { MessageRef, PendingNote, Reason } from '../ports.ts';
import type { AttachedAtDesk, Language, SentFile } from '../types.ts';
import type { Policy } from './policy.ts';
import type { ConversationSnapshot } from './snapshot.ts';

/** The notices that the runtime itself adds before a reply; their texts are in `turns.json`. */
export const notices = ['desk-told', 'desk-failed', 'desk-late', 'follow-up', 'unreadable'] as const;
/** The name of a notice. */
export type Notice = (typeof notices)[number];

/** A place in the queue of a rate limit. */
export interface QueueSlot {
  /** A digest of the limit's name. */
  readonly limit: string;
  readonly number: number;
}

/** The count of a job's refusals that a retry may overcome. Outages and rate limits do not count. */
export interface Refusals {
  readonly count: number;
  /** Total milliseconds between consecutive refusals. */
  readonly span: number;
  /** The time when the last attempt was refused, epoch milliseconds; null if it ended in another way. */
  readonly lastAt: number | null;
}

/** The initial delivery state of a job: no attempt was made. */
export const untried = { unsure: false, slot: null, refusals: { count: 0, span: 0, lastAt: null } } as const;

interface Owed {
  /** The idempotency key of the job and of the message or ticket that it creates, the same for every attempt. */
  readonly key: string;
  /** The time when it was enqueued, epoch milliseconds. */
  readonly since: number;
  /** True if an attempt may have arrived, so that the receiver is asked (`find`) before the retry. */
  readonly unsure: boolean;
  /** Its place in the queue of a rate limit; null if it has none. */
  readonly slot: QueueSlot | null;
  /** The refusals so far, by a receiver that was reachable. */
  readonly refusals: Refusals;
  /** The snapshot of the conversation when it was enqueued. */
  readonly talk: ConversationSnapshot;
}

/** A job that posts a message. */
export interface Post extends Owed {
  readonly kind: 'post';
  readonly notices: readonly Notice[];
  /** The answer with which it is settled after its delivery, since a reply to it was enqueued before that was confirmed (see `Settle`); null: there is none. */
  readonly answer: string | null;
  /** The message whose place it takes, since it shows another part of the same list; null: it is a message of its own. */
  readonly instead: MessageRef | null;
}
/** A job that edits a message that a newer one replaces: removes its buttons and shows the `answer` that was pressed on it. Empty: none was, for example since the person typed. */
export interface Settle extends Owed {
  readonly kind: 'settle';
  readonly message: MessageRef;
  readonly notices: readonly Notice[];
  readonly answer: string;
}
/** A job that shows the person the files that came with an answer of the desk. They are fetched when it is delivered. */
export interface Attach extends Owed {
  readonly kind: 'attach';
  readonly attached: AttachedAtDesk;
}
/** A job that opens a ticket at the desk. */
export interface Open extends Owed {
  readonly kind: 'open';
}

/** A job that adds a note to the ticket that is open. */
export interface Note extends Owed {
  readonly kind: 'note';
  /** Its files are fetched when it is delivered. */
  readonly note: PendingNote;
}

/** A job that shows on the ticket how the case stands at the time of the delivery. */
export interface ShowState extends Owed {
  readonly kind: 'show';
}

/** A job that reads a picture or a file that the person sent. Only its reference waits. */
export interface Read extends Owed {
  readonly kind: 'read';
  readonly file: SentFile;
}

/** A job that asks a language model what a message means. The message waits without secrets, until it is answered. */
export interface Propose extends Owed {
  readonly kind: 'propose';
  readonly message: {
    /** The id of its delivery. */
    readonly id: string;
    readonly text: string;
    readonly language: Language;
    readonly languageChosen: boolean;
    /** True if it began the conversation. */
    readonly isFirst: boolean;
  };
}

/** A job: an entry of the outbox, delivered after the commit that enqueued it. */
export type Job = Post | Settle | Attach | Open | Note | ShowState | Read | Propose;

/** The result of one delivery attempt; `now` in epoch milliseconds. */
export type Result = { readonly key: string; readonly now: number } & (
  | { readonly outcome: 'done'; readonly message: MessageRef }
  | { readonly outcome: 'never'; readonly why: string }
  | Again
);

/** The result of an attempt that is to be retried after `after` milliseconds. The reason `slot` means that no attempt was made, since the job's slot in the queue of a rate limit has not come yet. */
export interface Again {
  readonly outcome: 'again';
  readonly reason: Reason | 'slot';
  readonly after: number;
  readonly unsure: boolean;
  readonly slot: QueueSlot | null;
  readonly why: string;
}

/** The name of a lane: the channel's, that of what is to be read, that of what a language model is asked, or that of a desk by its id. They are separate so that neither a desk that is down nor a picture delays replies in the channel or other desks. `desk`: the one desk of records of earlier versions. */
export type LaneName = 'channel' | 'pictures' | 'model' | 'desk' | `desk:${string}`;

/** A lane of an outbox: a queue of jobs, worked on in order under one lease at a time. */
export interface Lane {
  readonly jobs: readonly Job[];
  /** The name of the lease that holds it; empty if none does. */
  readonly by: string;
  /** The end of the lease, or the time of the next retry if no lease holds it; epoch milliseconds. */
  readonly at: number;
  /** Number of consecutive failures of its first job, for the backoff. */
  readonly tries: number;
}

/** An empty lane. */
export const emptyLane: Lane = { jobs: [], by: '', at: 0, tries: 0 };

/** The lanes of an outbox: that of the channel, and the others that have jobs. */
export type Lanes = { readonly channel: Lane } & { readonly [name in LaneName]?: Lane };

/** Returns a lane; empty if it has no jobs. */
export const laneOf = (lanes: Lanes, name: LaneName): Lane => lanes[name] ?? emptyLane;

/** Returns the names of the lanes that there are. */
export const laneNames = (lanes: Lanes): readonly LaneName[] => Object.keys(lanes) as LaneName[];

/** Returns true for the lane of a desk. */
export const isDeskLane = (name: LaneName): boolean => !['channel', 'pictures', 'model'].includes(name);

/** Returns the lanes with one of them replaced; any but that of the channel is gone once it is empty. */
export function withLane({ channel, ...rest }: Lanes, name: LaneName, lane: Lane): Lanes {
  if (name === 'channel') return { channel: lane, ...rest };
  const others = Object.entries(rest).filter(([other]) => other !== name);
  return { channel, ...Object.fromEntries(lane.jobs.length === 0 ? others : [...others, [name, lane]]) };
}

/** Returns the name of the lane of a desk. `desk`: its id; empty for the one of records of earlier versions. */
export const laneFor = (desk: string): LaneName => (desk === '' ? 'desk' : `desk:${desk}`);

/** Returns the id of the desk of a lane; empty for the one of records of earlier versions. */
export const deskOfLane = (name: LaneName): string => name.slice('desk:'.length);

/** Returns true if a lane may be acquired: its lease has expired or its retry is due. A time further ahead than `maxWait` was set before the clock jumped back, and counts as due. */
const free = ({ at }: Lane, now: number, { maxWait }: Policy): boolean => at <= now || at > now + maxWait;

/** Returns the milliseconds of a lease on a lane, and of one attempt at a job in it: to read a picture takes longer than to send a message. */
export const timesOf = (name: LaneName, policy: Policy): Pick<Policy, 'lease' | 'timeout'> =>
  name === 'pictures' ? policy.reading : policy;

/** Acquires a lane under a lease if it is free and has jobs, else returns it unchanged. If an earlier lease expired, its holder may have delivered any of the jobs, so all of them become unsure. */
export function acquire(lanes: Lanes, name: LaneName, by: string, now: number, policy: Policy): Lane {
  const lane = laneOf(lanes, name);
  if (lane.jobs.length === 0 || !free(lane, now, policy)) return lane;
  const jobs = lane.by === '' ? lane.jobs : lane.jobs.map((job) => ({ ...job, unsure: true }));
  return { ...lane, jobs, by, at: now + timesOf(name, policy).lease };
}

/** Releases a lane, to be acquired again at a time, epoch milliseconds. */
export const release = (lane: Lane, at: number): Lane => (lane.jobs.length === 0 ? emptyLane : { ...lane, by: '', at });

/** Appends jobs to a lane. An empty lane becomes free at once. So does a lane in which only edits or files wait for a retry if a message or ticket is appended, which is put before them. */
export function append(lane: Lane, ...jobs: readonly Job[]): Lane {
  if (lane.jobs.length === 0) return { ...emptyLane, jobs };
  const waits = lane.by === '' && lane.at > 0;
  const overtakes = waits && lane.jobs.every(yields) && !jobs.every(yields);
  return overtakes
    ? { ...emptyLane, jobs: inOrder([...jobs, ...lane.jobs]) }
    : { ...lane, jobs: inOrder([...lane.jobs, ...jobs]) };
}

/** Returns the jobs of a lane in the order of their delivery: edits that show no answer come last, since nobody waits for them. */
export const inOrder = (jobs: readonly Job[]): readonly Job[] => [
  ...jobs.filter((job) => !isUnhurried(job)),
  ...jobs.filter(isUnhurried),
];

const yields = ({ kind }: Job): boolean => kind === 'settle' || kind === 'attach';
const isUnhurried = (job: Job): boolean => job.kind === 'settle' && job.answer === '';
/** Returns true for a job that passes files on, which are fetched and held in memory while it is delivered. */
export const carriesFiles = (job: Job): boolean =>
  job.kind === 'attach' || (job.kind === 'note' && job.note.kind === 'file' && job.note.files.length > 0);

/** Returns true for a job about files, or a word for the desk after a rating, which earlier versions cannot read, or whose files they would drop. */
export const isOfFormat3 = (job: Job): boolean =>
  carriesFiles(job) ||
  job.kind === 'read' ||
  job.kind === 'propose' ||
  (job.kind === 'note' && job.note.kind === 'remark');
