import type { ConversationId, MessageRef } from '../../../bot/ports.ts';
import type { Card } from '../render/card.ts';

/** Timeout of the answer to a click, in milliseconds: Teams waits 15 s, a person less. */
const patience = 1_000;

/** The clicks that wait for the card that replaces the clicked one. */
export interface Clicks {
  /** Resolves to the card that replaces the clicked message; to undefined if the message stays as it is, or after the timeout. */
  wait(conversation: ConversationId, message: string): Promise<Card | undefined>;
  /** Answers the clicks on a message with the card that replaced it. */
  settled(message: MessageRef, card: Card): void;
  /** Answers the clicks of a conversation without a card: a new message was posted, and none was settled. */
  posted(conversation: ConversationId): void;
}

/** Returns the waiting clicks, none at first. They let the answer to a click carry the settled card, so that the card changes at once and not a moment later. */
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
