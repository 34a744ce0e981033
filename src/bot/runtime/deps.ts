import { randomUUID } from 'node:crypto';
import type { Context } from '../../flows/context.ts';
import { addresseeOf } from '../../flows/recipient.ts';
import type { Sight } from '../conversation/seen.ts';
import type { Notices } from '../notices.ts';
import type { PictureReader } from '../pictures.ts';
import type { ConversationId, Desk, DeskNotice, Log, PersonId } from '../ports.ts';
import type { Proposer } from '../proposals.ts';
import type { Store } from '../storage.ts';
import type { Contacts } from '../types.ts';
import type { Borne } from '../understanding/proposed.ts';
import type { Propose, Read } from './lanes.ts';
import type { Metrics } from './metrics.ts';
import type { NoticeBoard } from './notice-board.ts';
import type { Policy } from './policy.ts';
import type { Limiter } from './rate-limit.ts';
import type { ReadingLine } from './reading-line.ts';
import type { ConversationRecord } from './record.ts';
import type { RecordCache } from './record-store.ts';
import { desksFor, type Registry, writesAt } from './registry.ts';
import type { WriteBehind } from './write-behind.ts';

/** The dependencies of the bot, provided by the program that starts it. */
export interface Dependencies extends Registry {
  readonly store: Store;
  readonly notices: Notices;
  readonly contacts: Contacts;
  /** Null: pictures are not read. */
  readonly pictures: PictureReader | null;
  /** Null: no language model is asked. */
  readonly proposer: Proposer | null;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Returns epoch milliseconds. */
  readonly now: () => number;
  /** Returns a random number from 0 to 1, for jitter. */
  readonly random: () => number;
  /** The name of this process, unique among all present and past processes. */
  readonly by: string;
  readonly policy: Policy;
}

/** The dependencies of a turn: those of the bot, and the state that the process shares among turns. */
export interface Deps extends Dependencies {
  readonly cache: RecordCache;
  readonly writeBehind: WriteBehind;
  readonly limiter: Limiter;
  readonly board: NoticeBoard;
  readonly line: ReadingLine;
  /** The line of jobs that pass files on. */
  readonly passing: ReadingLine;
  /** Has the conversation go on with what a job has read. Rejects when the database does. */
  readonly see: (record: ConversationRecord, job: Read, sight: Sight) => Promise<void>;
  /** Has the conversation go on with what a language model has proposed of a message. Rejects when the database does. */
  readonly heed: (record: ConversationRecord, job: Propose, borne: readonly Borne[]) => Promise<void>;
}

/** The terms by which it is decided what becomes of a job: the policy, and the desks. */
export interface Terms {
  readonly policy: Policy;
  /** Returns the office hours and the time zone of a desk, and the desk after it; undefined if there is no such desk. */
  readonly deskNamed: (id: string) => Pick<Desk, 'hours' | 'zone' | 'escalatesTo'> | undefined;
}

/** Returns the terms of a bot. */
export const termsOf = ({ policy, desks }: Dependencies): Terms => ({
  policy,
  deskNamed: (id) => desks.find((desk) => desk.id === id),
});

/** A lease: the name under which one turn or sweep acquires lanes, the time, and the policy. */
export interface Lease extends Terms {
  /** The name of the holder, unique to this turn or sweep, so that no other takes the lanes for its own. */
  readonly by: string;
  /** The time when the lease begins, epoch milliseconds. */
  readonly now: number;
  /** Returns the ids of the desks that take the letter which is written now. */
  readonly desks: (conversation: ConversationId, context: Context) => readonly string[];
  /** Returns true for a desk whose own system, outside of the channels, shows already what a person writes there. */
  readonly shows: (desk: string, person: PersonId) => boolean;
  /** The notices that are in force, newest first. */
  readonly notices: readonly DeskNotice[];
  /** How pictures are read now: not at all, at once, or after others. */
  readonly pictures: 'not read' | 'at once' | 'in line';
  /** Where a language model runs that is asked; empty: none is. */
  readonly model: string;
}

/** Returns a lease that begins now, with a unique name. */
export const newLease = (deps: Deps): Lease => ({
  by: `${deps.by}/${randomUUID()}`,
  now: deps.now(),
  ...termsOf(deps),
  desks: (conversation, context) =>
    desksFor(deps, conversation, addresseeOf(context), context.facts).map(({ id }) => id),
  shows: (desk, person) => writesAt(deps, person, desk),
  notices: deps.board.present(),
  pictures: deps.pictures === null ? 'not read' : deps.line.isBusy() ? 'in line' : 'at once',
  model: deps.proposer?.place ?? '',
});
