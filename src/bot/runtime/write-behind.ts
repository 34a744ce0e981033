import type { ConversationId } from '../ports.ts';
import type { ConversationRecord } from './record.ts';

type Change = (record: ConversationRecord) => ConversationRecord;

/** Changes of a record, taken by somebody who is about to write it. */
export interface Taken {
  /** All of them, one after the other. */
  readonly change: Change;
  /** To be called once: with the record that was written with them; undefined: they are still to be written. */
  end(written: ConversationRecord | undefined): void;
}

/** What is to be written down of records soon: the next turn of a conversation takes it along in its own write; what nobody took is then written all together. */
export interface WriteBehind {
  /** Resolves to the record that was written with the change; undefined: nobody took it in time, it is to be written now. */
  offer(conversation: ConversationId, change: Change): Promise<ConversationRecord | undefined>;
  /** What is offered for a conversation; to be written at once. */
  take(conversation: ConversationId): Taken;
  /** Does something while no offer waits. Rejects when it does. */
  hurry(work: () => Promise<void>): Promise<void>;
}

interface Offer {
  readonly conversation: ConversationId;
  readonly change: Change;
  readonly end: (written: ConversationRecord | undefined) => void;
  /** On the clock of `performance.now`. */
  readonly since: number;
}

/** Nothing is offered yet; an offer waits for `moment` milliseconds. Those of one eighth of a moment end together: their writes share a commit, and are few enough to keep nobody waiting. */
export function writeBehind(moment: number): WriteBehind {
  const together = moment / 8;
  // Oldest first. Few, and no Map: see `recent`.
  let offers: readonly Offer[] = [];
  let hurried = 0;
  let looking = false;

  /** Takes out the offers for which something holds. */
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
