import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { ConversationId, PersonId } from '../ports.ts';
import type { Occurrences, Store } from '../storage.ts';
import type { Metrics } from './metrics.ts';
import type { Policy } from './policy.ts';
import { type ConversationRecord, fromRow, toRow } from './record.ts';

/** Maximum number of records in the cache. */
const max = 1_000;
/** Milliseconds that a record stays in the cache (time to live). */
const ttl = 5 * 60 * 1_000;

/** A cache of the records that this process wrote last, so that a turn of an active conversation need not load its record. Another process may have written since then; compare-and-set detects that. */
export interface RecordCache {
  /** Returns the cached record; undefined if there is none. */
  get(conversation: ConversationId): ConversationRecord | undefined;
  /** Resolves, never rejects, when this process has no write of the record in flight. */
  settled(conversation: ConversationId): Promise<void>;
  /** Runs a write and caches the record if it was written. If it was not, or if that is unknown, the record is evicted. Resolves or rejects as the write does. */
  during(next: ConversationRecord, write: () => Promise<boolean>): Promise<boolean>;
  /** Evicts the record of a conversation. */
  drop(conversation: ConversationId): void;
  /** Evicts all records of a person. */
  forget(person: PersonId): void;
  /** Evicts the expired records; to be called regularly. */
  tidy(): void;
}

/** Creates an empty cache of records. `now` returns epoch milliseconds. */
export function recordCache(now: () => number): RecordCache {
  // The record written longest ago is evicted first, since reads only peek. lru-cache reuses the slots of its values; a
  // Map with an insertion and a deletion at every turn would keep its outgrown tables, and the records in them, until a
  // full garbage collection.
  const records = new LRUCache<ConversationId, ConversationRecord>({ max, ttl, perf: { now }, ttlResolution: 0 });
  /** Writes in flight; holds no records. */
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
      // Marks the record as the most recently used, since it is being written.
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
      // After the clock jumped back the age of the entries is unknown.
      if (now() < tidied) records.clear();
      else records.purgeStale();
      tidied = now();
    },
  };
}

/** The dependencies of reading and writing records. */
interface RecordDeps {
  readonly store: Store;
  readonly cache: RecordCache;
  readonly metrics: Metrics;
  readonly policy: Policy;
  /** Returns a random number from 0 to 1, for jitter. */
  readonly random: () => number;
}

/** Runs a database operation with up to three attempts, with backoff and jitter between them. Rejects with the error of the last attempt. */
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

/** Saves a record by compare-and-set, with what occurred in its case. Returns false if another write came first. */
export function write(deps: RecordDeps, next: ConversationRecord, occurrences: Occurrences | null): Promise<boolean> {
  const row = toRow(next, occurrences);
  return deps.cache.during(next, () => persist(deps, () => deps.store.save(row)));
}

/** Backs off after a conflict of compare-and-set: not at all for the first two, then for a random time that grows with the number of conflicts, up to 20 ms. */
export const yieldTo = (deps: RecordDeps, tries: number): Promise<unknown> => {
  deps.metrics.add('ninsho_save_conflicts_total', {});
  return tries < 3 ? Promise.resolve() : sleep(Math.min(tries, 20) * deps.random());
};

/** Applies a change to the newest version of a record and saves it, with a retry after each conflict. Begins with the cached or the given version, without loading. `occurrences` returns what occurred in the case. Returns undefined if the record is gone or cannot be read. */
export async function update(
  deps: RecordDeps,
  known: ConversationRecord,
  change: (record: ConversationRecord) => ConversationRecord,
  occurrences: (before: ConversationRecord, after: ConversationRecord) => Occurrences | null = () => null,
): Promise<ConversationRecord | undefined> {
  const { conversation } = known;
  for (let tries = 1; ; tries += 1) {
    await deps.cache.settled(conversation);
    const before = deps.cache.get(conversation) ?? (tries === 1 ? known : await load(deps, conversation));
    if (before === undefined) return undefined;
    const after: ConversationRecord = { ...change(before), version: before.version + 1 };
    if (await write(deps, after, occurrences(before, after))) return after;
    await yieldTo(deps, tries);
  }
}

async function load(deps: RecordDeps, conversation: ConversationId): Promise<ConversationRecord | undefined> {
  const row = await persist(deps, () => deps.store.load(conversation));
  return row === undefined ? undefined : fromRow(row);
}
