import type { Rate } from './lib/rates.ts';
import type { ConversationId, PersonId } from './ports.ts';

/** A row: a conversation as it is stored, with the columns that it is looked up by and a body that only the bot reads. */
export interface Row {
  readonly conversation: ConversationId;
  /** The person who began it; set by the first save, left unchanged by later ones. */
  readonly person: PersonId;
  /** 1 for the first save; each later save adds one. Compare-and-set compares it. */
  readonly version: number;
  /** The time when it began, epoch milliseconds; set by the first save. */
  readonly born: number;
  /** The time when its outbox is due (a retry, or the end of a lease), epoch milliseconds; null if the outbox is empty. */
  readonly workAt: number | null;
  /** The time when its next timer is due, epoch milliseconds; null if there is none. */
  readonly alarmAt: number | null;
  /** The time when the case that stands open at a desk was handed over, epoch milliseconds; null if none does. */
  readonly handedAt: number | null;
  /** The format version of the body; a process leaves a format newer than its own to newer processes. */
  readonly format: number;
  readonly figures: Figures;
  /** What occurred in the turn that writes the row; null: nothing, or the row was loaded. */
  readonly occurrences: Occurrences | null;
  readonly body: string;
}

/** What occurred in a case in one write of its row, as it is kept for the operator, apart from the conversation and longer: names from closed sets and times by the hour, no person, no id, nothing that anybody wrote. */
export interface Occurrences {
  /** The hour in which it occurred, epoch milliseconds. */
  readonly hour: number;
  readonly channel: string;
  /** Whose PC it is, its newest error code, and the first situation that the facts show; empty where none is known. */
  readonly origin: string;
  readonly code: string;
  readonly situation: string;
  readonly all: readonly Occurrence[];
}

/** One occurrence: its kind, what it is about, where the case stood before (empty: nowhere), and how long it took in seconds (null: no time is kept). */
export interface Occurrence {
  readonly kind: (typeof occurrenceKinds)[number];
  readonly name: string;
  readonly from: string;
  readonly seconds: number | null;
}

/** The kinds of occurrences: a case begun (by channel), a move to a place, a list given, a list at which it was solved, an end, a message heard (by what became of it), a reading asked about, a letter handed over (by addressee), an answer (by desk), a rating. */
export const occurrenceKinds = [
  'begun',
  'moved',
  'given',
  'fixed',
  'ended',
  'heard',
  'asked',
  'handed',
  'answered',
  'rated',
] as const;

/** What monitoring is told of a conversation. A process of an earlier version does not keep it up to date. */
export interface Figures {
  /** True if it has ended, and its case stands open at no desk. */
  readonly closed: boolean;
  /** The number of jobs in its outbox. */
  readonly jobs: number;
  /** The time when the oldest of them was enqueued, epoch milliseconds; null if there is none. */
  readonly oldestJob: number | null;
  /** The number of jobs that were given up, of which a bounded number is kept. */
  readonly dead: number;
}

/** The query of `claim`: conversations of these channels, up to this format, whose work or timers are due, `limit` at most, leased to the claimant alone until `until`; both times in epoch milliseconds. */
export interface Claim {
  readonly channels: readonly string[];
  /** The newest format that the claimant can read. */
  readonly format: number;
  readonly now: number;
  readonly until: number;
  /** The latest time that work can wait for, epoch milliseconds. Work with a later time was scheduled before the clock jumped back, and counts as due. */
  readonly horizon: number;
  readonly limit: number;
}

/** A slice of all conversations in the order of their ids, for pagination. */
export interface Slice {
  /** The id after which the slice begins; empty to begin with the first conversation. */
  readonly after: string;
  /** Maximum number of conversations in the slice. */
  readonly limit: number;
}

/** The port of the database that stores the conversations. Every method rejects with an Error when the database cannot be reached. */
export interface Store {
  /** Returns a conversation; undefined if there is none. */
  load(conversation: ConversationId): Promise<Row | undefined>;
  /** Saves by compare-and-set, and keeps its occurrences in the same statement: writes only over version `next.version - 1` (0: no row yet) of the conversation with the same `born`. Returns false if another write came first. */
  save(next: Row): Promise<boolean>;
  /** Claims the conversations whose work or timers have been due longest. Each is leased to one claimant only, until the lease expires. */
  claim(claim: Claim): Promise<readonly Row[]>;
  /** Makes due, in one slice of all conversations, the work whose time is later than `horizon`, epoch milliseconds. Returns the id after which the next slice begins; undefined after the last slice. */
  recall(slice: Slice, horizon: number): Promise<string | undefined>;
  /** Returns the conversations that a person began, newest first, at most 100. */
  of(person: PersonId): Promise<readonly Row[]>;
  /** Returns a slice of the conversations that a person began, in the order of their ids. */
  allOf(person: PersonId, slice: Slice): Promise<readonly Row[]>;
  /** Returns a page of the conversations whose case stands open at a desk, the newest hand-over first, at most `limit`. `after`: the last one of the page before; null: none. A process of an earlier version does not keep this up to date: the body decides. */
  handedOver(limit: number, after: Row | null): Promise<readonly Row[]>;
  /** Copies a row whose body cannot be read to a table of its own (quarantine), for the operator. `now`: epoch milliseconds. */
  setAside(row: Row, now: number): Promise<void>;
  /** Deletes a conversation if it still has this version. Returns false if it has another version or is gone. */
  remove(conversation: ConversationId, version: number): Promise<boolean>;
  /** Erases everything that is stored about a person. Returns the number of conversations that were deleted. */
  forget(person: PersonId): Promise<number>;
  /** Changes the state of a rate limit (undefined: none stored yet) atomically among all processes, by compare-and-set. Resolves to the second value that `change` returns. `change` must be pure, since it may run more than once. */
  changeRate<Result>(
    name: string,
    change: (rate: Rate | undefined) => readonly [next: Rate, result: Result],
  ): Promise<Result>;
  /** Deletes expired data (retention): rows that were set aside, people's entries in the vault, rate limits, and conversations of a format newer than `format`, if they were last touched before `before`, epoch milliseconds. */
  purge(before: number, format: number): Promise<void>;
  /** Deletes what occurred before `before`, epoch milliseconds. */
  dropOccurrences(before: number): Promise<void>;
  /** Closes the connections to the database. */
  close(): Promise<void>;
}

/** The port of a key-value store in the same database, for small things of adapters (installations, tokens, choices). Callers encrypt secrets before they store them. */
export interface Vault {
  /** Returns the value of a key; undefined if there is none. */
  get(key: string): Promise<string | undefined>;
  /** Sets the value of a key. `person`: its owner; the value is deleted when they are erased, or if it is not set again within the retention time. Null: it belongs to the deployment. */
  set(key: string, value: string, person: PersonId | null): Promise<void>;
  delete(key: string): Promise<void>;
  /** Replaces a value by compare-and-set: only if it is still `before`. Its owner stays the same. */
  replace(key: string, before: string, value: string): Promise<void>;
  /** Lists the keys that begin with a prefix. */
  keys(prefix: string): Promise<readonly string[]>;
  /** Claims the entries whose keys begin with a prefix and that were neither set nor claimed for `idle` milliseconds. Each entry goes to one claimant only. */
  claim(prefix: string, idle: number): Promise<readonly { readonly key: string; readonly value: string }[]>;
}
