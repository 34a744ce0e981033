import type { ConversationId, PersonId } from '../ports.ts';
import type { Saved } from './saved.ts';

/** So many records are remembered, and each for so many milliseconds. */
const most = 1_000;
const longest = 5 * 60 * 1_000;

/** The records that this process wrote last, so that a turn in a talk that is under way need not load. Another process may have written since: compare-and-set tells. */
export interface Recent {
  get(conversation: ConversationId): Saved | undefined;
  /** Resolves, never rejects, when this process is not writing the record. */
  settled(conversation: ConversationId): Promise<void>;
  /** Runs a write of a record and remembers it if it was written; if not, or if that is unknown, nothing. */
  during(next: Saved, write: () => Promise<boolean>): Promise<boolean>;
  drop(conversation: ConversationId): void;
  forget(person: PersonId): void;
  /** Lets go of what has been remembered for long enough; to be called every now and then. */
  tidy(): void;
}

interface Entry {
  /** Undefined: not known. */
  saved: Saved | undefined;
  /** When it was written, epoch milliseconds. */
  at: number;
  /** The write under way. */
  writing: Promise<unknown> | undefined;
}

/** Remembers nothing yet. `now` gives epoch milliseconds. */
export function recent(now: () => number): Recent {
  // Changed in place: a Map that loses and gains something at every turn keeps its outgrown tables, and the records in them, until a full garbage collection.
  const entries = new Map<ConversationId, Entry>();
  const get = (conversation: ConversationId) => entries.get(conversation)?.saved;

  function entryOf(conversation: ConversationId): Entry {
    const known = entries.get(conversation);
    if (known !== undefined) return known;
    if (entries.size >= most) makeRoom();
    const entry: Entry = { saved: undefined, at: now(), writing: undefined };
    entries.set(conversation, entry);
    return entry;
  }

  function drop(conversation: ConversationId): void {
    const entry = entries.get(conversation);
    if (entry === undefined) return;
    entry.saved = undefined;
    if (entry.writing === undefined) entries.delete(conversation);
  }

  /** Lets go of the longest unwritten. */
  function makeRoom(): void {
    const [first] = [...entries]
      .filter(([, { writing }]) => writing === undefined)
      .sort(([, one], [, other]) => one.at - other.at);
    if (first !== undefined) drop(first[0]);
  }

  function put(saved: Saved): void {
    const entry = entryOf(saved.conversation);
    if ((entry.saved?.version ?? 0) > saved.version) return;
    entry.saved = saved;
    entry.at = now();
  }

  return {
    get,
    settled: async (conversation) => {
      for (let entry = entries.get(conversation); entry?.writing !== undefined; entry = entries.get(conversation))
        await entry.writing.catch(() => {});
    },
    during: async (next, write) => {
      const { conversation } = next;
      const writing = write();
      const entry = entryOf(conversation);
      entry.writing = writing;
      let written = false;
      try {
        written = await writing;
        return written;
      } finally {
        if (entry.writing === writing) entry.writing = undefined;
        if (written) put(next);
        else drop(conversation);
      }
    },
    drop,
    forget: (person) => {
      for (const { saved } of entries.values()) if (saved?.person === person) drop(saved.conversation);
    },
    tidy: () => {
      for (const [conversation, { at }] of entries) if (Math.abs(now() - at) > longest) drop(conversation);
    },
  };
}
