import { isConversationId } from '../../bot/keys.ts';
import { digest } from '../../bot/lib/hash.ts';
import type { ConversationId, Ticket, Vault } from '../../bot/ports.ts';

/** The references of a desk outside of the chats: which conversation each of its tickets is about, and which ticket was opened under which key. */
export interface TicketReferences {
  /** Keeps a ticket's id. It goes with everything else that is stored about the person. */
  keep(ticket: string, key: string, about: Pick<Ticket, 'from' | 'person'>): Promise<void>;
  /** Returns the conversation of a ticket; undefined if the desk has no such ticket, or the person was forgotten. */
  conversationOf(ticket: string): Promise<ConversationId | undefined>;
  /** Returns the ticket that was opened under a key; undefined if none is known. */
  openedUnder(key: string): Promise<string | undefined>;
}

/** Returns the references of a desk, kept in the database. */
export function ticketReferences(vault: Vault, desk: string): TicketReferences {
  const byTicket = (ticket: string) => `desk:${desk}:ticket:${digest(ticket)}`;
  const byKey = (key: string) => `desk:${desk}:key:${key}`;
  return {
    keep: async (ticket, key, { from, person }) => {
      await vault.set(byTicket(ticket), from.conversation, person);
      await vault.set(byKey(key), ticket, person);
    },
    conversationOf: async (ticket) => {
      const kept = await vault.get(byTicket(ticket));
      return isConversationId(kept) ? kept : undefined;
    },
    openedUnder: (key) => vault.get(byKey(key)),
  };
}
