import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { ConversationId, PersonId, Store } from '../ports.ts';
import type { Metrics } from './metrics.ts';
import type { Policy } from './policy.ts';
import { type ConversationRecord, fromRow, toRow } from './record.ts';

/** Records that are remembered at most. */
const max = 1_000;
/** How long each is remembered, in milliseconds. */
const ttl = 5 * 60 * 1_000;

/** The records that this process wrote last, so that a turn in a talk that is under way need not load. Another process may have written since: compare-and-set tells. */
export interface RecordCache {
  get(conversation: ConversationId): ConversationRecord | undefined;
  /** Resolves, never rejects, when this process is not writing the record. */
  settled(conversation: ConversationId): Promise<void>;
  /** Runs a write of a record and remembers it if it was written; if not, or if that is unknown, nothing. */
  during(next: ConversationRecord, write: () => Promise<boolean>): Promise<boolean>;
  drop(conversation: ConversationId): void;
  forget(person: PersonId): void;
  /** Lets go of what has been remembered for five minutes; to be called every now and then. */
  tidy(): void;
}

/** Remembers nothing yet. `now` gives epoch milliseconds. */
export function recordCache(now: () => number): RecordCache {
  // The record written longest ago goes first: reads peek. lru-cache keeps values in slots that are used again; a Map
  // that loses and gains something at every turn would keep its outgrown tables, and the records in them, until a full
  // garbage collection.
  const records = new LRUCache<ConversationId, ConversationRecord>({ max, ttl, perf: { now }, ttlResolution: 0 });
  /** Writes under way; no records. */
  const writes = new Map<ConversationId, Promise<boolean>>();

  let tidied = 0;

  const drop = (conversation: ConversationId) => void records.delete(conversation);

  function put(record: ConversationRecord): void {
    if ((records.peek(record.conversation)?.version ?? 0) <= record.version) records.set(record.conversation, record);
  }

  return {
    get: (conversation) => records.peek(conversation),
    settled: async (conversation) => {
      for (let write = writes.get(conversation); write !== undefined; write = writes.get(conversation))
        await write.catch(() => {});
    },
    during: async (next, write) => {
      const { conversation } = next;
      const writing = write();
      writes.set(conversation, writing);
      // Moved behind all others: it is being written.
      records.get(conversation);
      let written = false;
      try {
        written = await writing;
        return written;
      } finally {
        if (writes.get(conversation) === writing) writes.delete(conversation);
        if (written) put(next);
        else drop(conversation);
      }
    },
    drop,
    forget: (person) => {
      for (const record of [...records.values()]) if (record.person === person) drop(record.conversation);
    },
    tidy: () => {
      // After the clock jumped back nobody knows how old they are.
      if (now() < tidied) records.clear();
      else records.purgeStale();
      tidied = now();
    },
  };
}

/** All that reading and writing records needs. */
interface RecordDeps {
  readonly store: Store;
  readonly cache: RecordCache;
  readonly metrics: Metrics;
  readonly policy: Policy;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Does something with the database, three times at most; rejects with what it rejected with last. */
export async function persist<T>(deps: RecordDeps, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 3) throw error;
      await sleep(deps.policy.initialInterval * 0.05 * tries * (0.5 + deps.random()));
    }
  }
}

/** Saves a record by compare-and-set. False: somebody was first. */
export function write(deps: RecordDeps, next: ConversationRecord): Promise<boolean> {
  const row = toRow(next);
  return deps.cache.during(next, () => persist(deps, () => deps.store.save(row)));
}

/** Lets others finish first, the longer the oftener one was second. */
export const yieldTo = (deps: RecordDeps, tries: number): Promise<unknown> => {
  deps.metrics.add('conflicts');
  return tries < 3 ? Promise.resolve() : sleep(Math.min(tries, 20) * deps.random());
};

/** Writes down what became of jobs over the newest version of a record, beginning with the version at hand. Undefined: the record is gone. */
export async function update(
  deps: RecordDeps,
  known: ConversationRecord,
  change: (record: ConversationRecord) => ConversationRecord,
): Promise<ConversationRecord | undefined> {
  const { conversation } = known;
  for (let tries = 1; ; tries += 1) {
    await deps.cache.settled(conversation);
    const before = deps.cache.get(conversation) ?? (tries === 1 ? known : await load(deps, conversation));
    if (before === undefined) return undefined;
    const after: ConversationRecord = { ...change(before), version: before.version + 1 };
    if (await write(deps, after)) return after;
    await yieldTo(deps, tries);
  }
}

async function load(deps: RecordDeps, conversation: ConversationId): Promise<ConversationRecord | undefined> {
  const row = await persist(deps, () => deps.store.load(conversation));
  return row === undefined ? undefined : fromRow(row);
}
