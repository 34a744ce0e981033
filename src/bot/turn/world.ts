import type { Adapter, Channel, Desk, Log, Store } from '../ports.ts';
import type { Contacts } from '../types.ts';
import type { Along } from './along.ts';
import type { Limiter } from './limiter.ts';
import type { Recent } from './recent.ts';
import type { Tally } from './tally.ts';
import type { Terms } from './terms.ts';

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
