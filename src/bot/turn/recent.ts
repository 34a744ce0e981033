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

/** Remembers nothing yet. `now` gives epoch milliseconds. */
export function recent(now: () => number): Recent {
  // The longest unwritten is first.
  const known = new Map<ConversationId, { readonly saved: Saved; readonly at: number }>();
  const under = new Map<ConversationId, Promise<unknown>>();
  const get = (conversation: ConversationId) => known.get(conversation)?.saved;
  const drop = (conversation: ConversationId): void => {
    known.delete(conversation);
  };
  function put(saved: Saved): void {
    if ((get(saved.conversation)?.version ?? 0) > saved.version) return;
    drop(saved.conversation);
    known.set(saved.conversation, { saved, at: now() });
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) drop(oldest);
  }
  return {
    get,
    settled: async (conversation) => {
      for (let writing = under.get(conversation); writing !== undefined; writing = under.get(conversation))
        await writing.catch(() => {});
    },
    during: async (next, write) => {
      const { conversation } = next;
      const writing = write();
      under.set(conversation, writing);
      let written = false;
      try {
        written = await writing;
        return written;
      } finally {
        if (under.get(conversation) === writing) under.delete(conversation);
        if (written) put(next);
        else drop(conversation);
      }
    },
    drop,
    forget: (person) => {
      for (const { saved } of known.values()) if (saved.person === person) drop(saved.conversation);
    },
    tidy: () => {
      for (const { saved, at } of known.values()) if (Math.abs(now() - at) > longest) drop(saved.conversation);
    },
  };
}
