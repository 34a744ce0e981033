import { randomUUID } from 'node:crypto';
import type { Adapter, Channel, Desk, Log, Store } from '../ports.ts';
import type { Contacts } from '../types.ts';
import type { Tally } from './metrics.ts';
import type { Terms } from './policy.ts';
import type { Limiter } from './rate-limit.ts';
import type { Recent } from './record-cache.ts';
import type { Along } from './write-behind.ts';

/** All that the bot needs of the outside. */
export interface Outside {
  readonly store: Store;
  readonly adapters: Partial<Readonly<Record<Channel, Adapter>>>;
  /** Null: nobody takes tickets; people send the message themselves. */
  readonly desk: Desk | null;
  readonly contacts: Contacts;
  readonly log: Log;
  readonly tally: Tally;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The name of this process, which no other has and none had. */
  readonly by: string;
  readonly terms: Terms;
}

/** All that a turn needs. */
export interface World extends Outside {
  readonly recent: Recent;
  readonly along: Along;
  readonly limiter: Limiter;
}

/** Who writes a record, when, and by which terms. */
export interface Duty {
  /** What the lanes are held by: a name of this one turn or sweep, so that nobody else takes them for its own. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly terms: Terms;
  /** Whether there is a desk that takes tickets. */
  readonly desk: boolean;
}

/** A duty that begins now. */
export const dutyIn = ({ by, now, terms, desk }: World): Duty => ({
  by: `${by}/${randomUUID()}`,
  now: now(),
  terms,
  desk: desk !== null,
});
