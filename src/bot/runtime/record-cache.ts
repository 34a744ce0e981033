import { LRUCache } from 'lru-cache';
import type { ConversationId, PersonId } from '../ports.ts';
import type { ConversationRecord } from './record.ts';

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
