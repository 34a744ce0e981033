import type { ConversationId, MessageRef } from '../../../bot/ports.ts';
import type { Card } from '../render/card.ts';

/** A click is answered by then, in milliseconds: Teams waits 15 s, a person less. */
const patience = 1_000;

/** Clicks that wait for the card that takes the place of the one that was clicked. */
export interface Clicks {
  /** The card that the clicked message became; undefined: it stays as it is, or that took too long. */
  wait(conversation: ConversationId, message: string): Promise<Card | undefined>;
  /** The message became this card. */
  settled(message: MessageRef, card: Card): void;
  /** The conversation went on without settling a message. */
  posted(conversation: ConversationId): void;
}

/** Lets the answer to a click carry the settled card, so that it changes under the finger and not a moment later. */
export function clicksToAnswer(): Clicks {
  const waiting = new Set<{
    conversation: ConversationId;
    message: string;
    answer: (card: Card | undefined) => void;
  }>();
  return {
    wait: (conversation, message) =>
      new Promise((resolve) => {
        const answer = (card: Card | undefined) => {
          clearTimeout(timer);
          waiting.delete(click);
          resolve(card);
        };
        const click = { conversation, message, answer };
        const timer = setTimeout(() => answer(undefined), patience);
        waiting.add(click);
      }),
    settled(message, card) {
      for (const click of waiting) if (click.message === message) click.answer(card);
    },
    posted(conversation) {
      for (const click of waiting) if (click.conversation === conversation) click.answer(undefined);
    },
  };
}
