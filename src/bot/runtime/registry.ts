import type { Recipient } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { channelOf, readPerson } from '../keys.ts';
import type { Adapter, ConversationId, Desk, Incoming, PersonId } from '../ports.ts';

/** The channels and desks that a bot serves, each a value with an id of its own. */
export interface Registry {
  readonly adapters: readonly Adapter[];
  /** None: people send the handover message themselves. */
  readonly desks: readonly Desk[];
}

/** Throws an Error if two channels or two desks have the same id. */
export function checkIds({ adapters, desks }: Registry): void {
  for (const ids of [adapters.map(({ channel }) => channel), desks.map(({ id }) => id)])
    if (new Set(ids).size < ids.length) throw new Error(`Two have the same id: ${ids.join(', ')}`);
}

/** Returns the adapter of a conversation's channel; undefined if that channel is not served here. */
export const adapterFor = ({ adapters }: Registry, conversation: ConversationId): Adapter | undefined =>
  adapters.find(({ channel }) => channel === channelOf(conversation));

/** Returns the desks that take a letter from a conversation: those that serve its channel, else the first of all that take it. What a specialist is written about a PC of an organisation goes to its IT desk, unless a desk takes it. What somebody writes to Microsoft, a shop or their bank is their own. */
export function desksFor(
  { desks }: Registry,
  conversation: ConversationId,
  to: Recipient,
  { origin }: Facts,
): readonly Desk[] {
  const own = desks.filter(({ takes }) => takes.includes(to));
  const elsewhere = to === 'specialist' && origin === 'organization';
  const able = own.length > 0 || !elsewhere ? own : desks.filter(({ takes }) => takes.includes('it-admin'));
  const near = able.filter(({ serves }) => serves.includes(channelOf(conversation)));
  return near.length > 0 ? near : able.slice(0, 1);
}

/** Returns a desk by its id; for an empty id, as in records of earlier versions, the one that serves a conversation. Undefined if there is none. */
export const deskNamed = ({ desks }: Registry, id: string, conversation: ConversationId): Desk | undefined =>
  id === ''
    ? (desks.find(({ serves }) => serves.includes(channelOf(conversation))) ?? desks[0])
    : desks.find((desk) => desk.id === id);

/** Returns true if a person is one of a desk whose people write in a system of its own (a mailbox, a ticket system) and in no channel: what they write there stands there already. */
export function writesAt({ adapters, desks }: Registry, person: PersonId, id: string): boolean {
  const isOutside =
    desks.some((desk) => desk.id === id && desk.people === id) && !adapters.some(({ channel }) => channel === id);
  return isOutside && readPerson(person)?.home === id;
}

/** Returns true if an Incoming comes from where it may: a channel's people write in that channel, a desk's people answer conversations of any. */
export function isAdmitted(registry: Registry, { conversation, person, input }: Incoming): boolean {
  const home = readPerson(person)?.home;
  if (input.type === 'desk' || input.type === 'staff') return registry.desks.some(({ people }) => people === home);
  return adapterFor(registry, conversation)?.channel === home;
}
