import type { ConversationId } from '../ports.ts';
import type { Saved } from './saved.ts';

type Change = (saved: Saved) => Saved;

/** Changes of a record, taken by somebody who is about to write it. */
export interface Taken {
  /** All of them, one after the other. */
  readonly change: Change;
  /** To be called once: with the record that was written with them; undefined: they are still to be written. */
  end(written: Saved | undefined): void;
}

/** What is to be written down of a record soon: the next turn of the conversation takes it along in its own write. */
export interface Along {
  /** Resolves to the record that was written with the change; undefined: nobody took it in time, it is still to be written. */
  offer(conversation: ConversationId, change: Change): Promise<Saved | undefined>;
  /** What is offered for a conversation. */
  take(conversation: ConversationId): Taken;
  /** Does something while no offer waits. Rejects when it does. */
  hurry(work: () => Promise<void>): Promise<void>;
}

interface Offer {
  readonly change: Change;
  readonly end: (written: Saved | undefined) => void;
}

/** Nothing is offered yet; an offer waits for `moment` milliseconds. */
export function along(moment: number): Along {
  const offers = new Map<ConversationId, readonly Offer[]>();
  let hurried = 0;

  function drop(conversation: ConversationId, offer: Offer): void {
    const left = offers.get(conversation)?.filter((other) => other !== offer) ?? [];
    if (left.length > 0) offers.set(conversation, left);
    else offers.delete(conversation);
    offer.end(undefined);
  }

  return {
    offer: (conversation, change) =>
      new Promise((end) => {
        if (hurried > 0) return end(undefined);
        const offer: Offer = { change, end };
        offers.set(conversation, [...(offers.get(conversation) ?? []), offer]);
        setTimeout(() => drop(conversation, offer), moment);
      }),
    take: (conversation) => {
      const taken = offers.get(conversation) ?? [];
      offers.delete(conversation);
      return {
        change: (saved) => taken.reduce((before, { change }) => change(before), saved),
        end: (written) => {
          for (const { end } of taken) end(written);
        },
      };
    },
    hurry: async (work) => {
      hurried += 1;
      for (const conversation of offers.keys())
        for (const offer of offers.get(conversation) ?? []) drop(conversation, offer);
      try {
        await work();
      } finally {
        hurried -= 1;
      }
    },
  };
}
