import type { ConversationId } from '../ports.ts';
import type { ConversationRecord } from './record.ts';

type Change = (record: ConversationRecord) => ConversationRecord;

/** The changes of a record that a writer has taken from the buffer to include them in its own write. */
export interface Taken {
  /** Applies all of them, in order. */
  readonly change: Change;
  /** Resolves the offers of the changes; to be called once, with the record that was written with them, or undefined if they are still to be written. */
  end(written: ConversationRecord | undefined): void;
}

/** A write-behind buffer of changes to records. The next turn of a conversation includes its changes in its own write; changes that no turn took are flushed in batches (group commit). */
export interface WriteBehind {
  /** Buffers a change. Resolves to the record that was written with it; undefined if none was written in time, so that the caller has to write the change now. */
  offer(conversation: ConversationId, change: Change): Promise<ConversationRecord | undefined>;
  /** Takes the buffered changes of a conversation; the caller has to write them at once. */
  take(conversation: ConversationId): Taken;
  /** Flushes the buffer and keeps it from delaying any change while `work` runs. Rejects when `work` does. */
  hurry(work: () => Promise<void>): Promise<void>;
}

interface Offer {
  readonly conversation: ConversationId;
  readonly change: Change;
  readonly end: (written: ConversationRecord | undefined) => void;
  /** On the clock of `performance.now`. */
  readonly since: number;
}

/** Creates an empty write-behind buffer. A change is flushed after `moment` milliseconds, together with those that are due within the next `moment / 8` milliseconds: their writes share a commit, and the batch is small enough not to delay other writes. */
export function writeBehind(moment: number): WriteBehind {
  const together = moment / 8;
  // Oldest first. There are few, and a Map would keep its outgrown tables: see `recordCache`.
  let offers: readonly Offer[] = [];
  let hurried = 0;
  let looking = false;

  /** Removes and returns the offers that match. */
  function remove(which: (offer: Offer) => boolean): readonly Offer[] {
    const removed = offers.filter(which);
    offers = offers.filter((offer) => !which(offer));
    return removed;
  }

  function leave(by: number): void {
    for (const { end } of remove(({ since }) => since <= by)) end(undefined);
  }

  function look(): void {
    leave(performance.now() - moment + together);
    const [oldest] = offers;
    looking = oldest !== undefined;
    if (oldest !== undefined) setTimeout(look, oldest.since + moment - performance.now());
  }

  return {
    offer: (conversation, change) =>
      new Promise((end) => {
        if (hurried > 0) return end(undefined);
        offers = [...offers, { conversation, change, end, since: performance.now() }];
        if (looking) return;
        looking = true;
        setTimeout(look, moment);
      }),
    take: (conversation) => {
      const taken = remove((offer) => offer.conversation === conversation);
      return {
        change: (record) => taken.reduce((before, { change }) => change(before), record),
        end: (written) => {
          for (const { end } of taken) end(written);
        },
      };
    },
    hurry: async (work) => {
      hurried += 1;
      leave(performance.now());
      try {
        await work();
      } finally {
        hurried -= 1;
      }
    },
  };
}
