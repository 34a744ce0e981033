import type { Channel, Desk, Ticket } from '../bot/ports.ts';
import { channelOf } from '../bot/turn/channel.ts';

/** One desk for all channels: a case goes to the desk of its own channel, else to the first there is. Null: there is none. */
export function oneDesk(desks: Partial<Readonly<Record<Channel, Desk | undefined>>>): Desk | null {
  const [first] = Object.values(desks).filter((desk) => desk !== undefined);
  if (first === undefined) return null;
  const of = ({ from }: Ticket): Desk => desks[channelOf(from.conversation)] ?? first;
  return {
    open: (key, ticket) => of(ticket).open(key, ticket),
    find: (key, ticket, since) => of(ticket).find(key, ticket, since),
  };
}
