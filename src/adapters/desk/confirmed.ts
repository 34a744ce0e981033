import { LRUCache } from 'lru-cache';
import { singleFlight } from '../../bot/lib/async.ts';
import type { MessageRef, Sent, Ticket } from '../../bot/ports.ts';
import type { TicketReferences } from './references.ts';

/** The result of sending: the id by which the receiver knows it, or why it was not taken. */
export type Attempted = { readonly outcome: 'taken'; readonly id: string } | Exclude<Sent, { outcome: 'done' }>;

/** The deliveries to a receiver that cannot be asked what arrived: what it confirmed is noted, and never sent again. */
export interface Confirmed {
  /** Sends something under its idempotency key, unless it was confirmed before. Rejects if the result is unknown. */
  send(key: string, ticket: Ticket, attempt: () => Promise<Attempted>): Promise<Sent>;
  /** Returns the id of what was confirmed under a key, as it is kept; undefined if nothing was. */
  find(key: string, ticket: Ticket): Promise<MessageRef | undefined>;
}

/** Creates the notes of what a receiver confirmed, kept in the database. */
export function confirmed(references: TicketReferences): Confirmed {
  const once = singleFlight<Sent>();
  /** What could not be written to the database yet. */
  const here = new LRUCache<string, string>({ max: 10_000 });

  async function find(key: string, ticket: Ticket): Promise<MessageRef | undefined> {
    const id = here.get(key);
    if (id === undefined) return (await references.openedUnder(key)) as MessageRef | undefined;
    const kept = await references.keep(id, key, ticket);
    here.delete(key);
    return kept as MessageRef;
  }

  return {
    find,
    send: (key, ticket, attempt) =>
      once(key, async () => {
        const known = await find(key, ticket);
        if (known !== undefined) return { outcome: 'done', message: known };
        const sent = await attempt();
        if (sent.outcome !== 'taken') return sent;
        here.set(key, sent.id);
        return { outcome: 'done', message: (await find(key, ticket)) ?? (sent.id as MessageRef) };
      }),
  };
}
