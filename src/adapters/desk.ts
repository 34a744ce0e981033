import { channelOf } from '../bot/keys.ts';
import type { Desk, Destination } from '../bot/ports.ts';

/** Returns one desk for all channels: a ticket goes to the desk of its own channel, else to the first one configured. Returns null if there is no desk. */
export function oneDesk(desks: Partial<Readonly<Record<string, Desk | undefined>>>): Desk | null {
  const all = Object.values(desks).filter((desk) => desk !== undefined);
  const [first] = all;
  if (first === undefined) return null;
  const of = ({ conversation }: Destination): Desk => desks[channelOf(conversation)] ?? first;
  return {
    searchable: all.every(({ searchable }) => searchable),
    limitOf: (from, call) => of(from).limitOf(from, call),
    open: (key, ticket) => of(ticket.from).open(key, ticket),
    find: (key, ticket, since) => of(ticket.from).find(key, ticket, since),
  };
}
