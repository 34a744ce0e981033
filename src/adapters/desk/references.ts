import { isConversationId } from '../../bot/keys.ts';
import { digest } from '../../bot/lib/hash.ts';
import type { ConversationId, Ticket } from '../../bot/ports.ts';
import type { Vault } from '../../bot/storage.ts';

/** Whose a ticket is. */
type About = Pick<Ticket, 'from' | 'person'>;

/** The references of a desk outside of the chats: which conversation each of its tickets is about, and which ticket was opened under which key. */
export interface TicketReferences {
  /** Keeps a ticket under its id and its key, and returns the id by which it is known from now on: the key, if the id is another conversation's as well. Such an id leads to nobody any more, since nobody knows whom an answer to it is for. All of it goes when the person is forgotten, and after the retention time since it was last kept or renewed. */
  keep(ticket: string, key: string, about: About): Promise<string>;
  /** Keeps a ticket for another retention time, since its case lives on: to be called with whatever a desk is told of it. */
  renew(ticket: string, about: About): Promise<void>;
  /** Returns the conversation of a ticket by its id or its key; undefined if the desk has no such ticket, it was kept too long ago, or the person was forgotten. */
  conversationOf(ticket: string): Promise<ConversationId | undefined>;
  /** Returns the ticket that was opened under a key; undefined if none is known. */
  openedUnder(key: string): Promise<string | undefined>;
}

/** The value in place of a conversation where an id was given to tickets of several. */
const shared = 'shared';

/** Returns the references of a desk, kept in the database. */
export function ticketReferences(vault: Vault, desk: string): TicketReferences {
  const byTicket = (ticket: string) => `desk:${desk}:ticket:${digest(ticket)}`;
  const byKey = (key: string) => `desk:${desk}:key:${key}`;
  /** By its conversation as well, since several may have been given one id. */
  const keyOf = (ticket: string, { from }: About) => `desk:${desk}:key-of:${digest(ticket, from.conversation)}`;
  let turn: Promise<unknown> = Promise.resolve();

  async function keep(ticket: string, key: string, about: About): Promise<string> {
    const { from, person } = about;
    const holder = ticket === key ? undefined : await vault.get(byTicket(ticket));
    const id = holder === undefined || holder === from.conversation ? ticket : key;
    if (id === ticket) await vault.set(byTicket(id), from.conversation, person);
    // A key stays that of its ticket, whatever a receiver calls another one.
    else if ((await vault.get(byKey(ticket))) === undefined) await vault.set(byTicket(ticket), shared, person);
    if (ticket !== key) await vault.set(keyOf(ticket, about), key, person);
    await vault.set(byTicket(key), from.conversation, person);
    await vault.set(byKey(key), id, person);
    return id;
  }

  /** Does one after the other, so that two tickets of one id see each other. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  return {
    keep: (...given) => inTurn(() => keep(...given)),
    renew: (ticket, about) =>
      inTurn(async () => {
        const key = await vault.get(keyOf(ticket, about));
        if (key !== undefined) await keep(ticket, key, about);
        else if (((await vault.get(byTicket(ticket))) ?? about.from.conversation) === about.from.conversation)
          await keep(ticket, ticket, about);
      }),
    conversationOf: async (ticket) => {
      const kept = await vault.get(byTicket(ticket));
      return isConversationId(kept) ? kept : undefined;
    },
    openedUnder: (key) => vault.get(byKey(key)),
  };
}
