import { randomUUID } from 'node:crypto';
import type { Adapter, Channel, Desk, Log, Store } from '../ports.ts';
import type { Contacts } from '../types.ts';
import type { Metrics } from './metrics.ts';
import type { Policy } from './policy.ts';
import type { Limiter } from './rate-limit.ts';
import type { RecordCache } from './record-store.ts';
import type { WriteBehind } from './write-behind.ts';

/** All that the bot needs of the dependencies. */
export interface Dependencies {
  readonly store: Store;
  readonly adapters: Partial<Readonly<Record<Channel, Adapter>>>;
  /** Null: nobody takes tickets; people send the message themselves. */
  readonly desk: Desk | null;
  readonly contacts: Contacts;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The name of this process, which no other has and none had. */
  readonly by: string;
  readonly policy: Policy;
}

/** All that a turn needs. */
export interface Deps extends Dependencies {
  readonly cache: RecordCache;
  readonly writeBehind: WriteBehind;
  readonly limiter: Limiter;
}

/** Who writes a record, when, and by which policy. */
export interface Lease {
  /** What the lanes are held by: a name of this one turn or sweep, so that nobody else takes them for its own. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly policy: Policy;
  /** Whether there is a desk that takes tickets. */
  readonly desk: boolean;
}

/** A lease that begins now. */
export const newLease = ({ by, now, policy, desk }: Deps): Lease => ({
  by: `${by}/${randomUUID()}`,
  now: now(),
  policy,
  desk: desk !== null,
});
