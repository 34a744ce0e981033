import { channelOf, readPerson } from '../keys.ts';
import type { Adapter, ConversationId, Desk, Incoming } from '../ports.ts';

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

/** Returns the desk for the case of a conversation: the first that serves its channel, else the first of all; undefined if there is none. */
export const deskFor = ({ desks }: Registry, conversation: ConversationId): Desk | undefined =>
  desks.find(({ serves }) => serves.includes(channelOf(conversation))) ?? desks[0];

/** Returns true if an Incoming comes from where it may: a channel's people write in that channel, a desk's people answer conversations of any. */
export function isAdmitted(registry: Registry, { conversation, person, input }: Incoming): boolean {
  const home = readPerson(person)?.home;
  if (input.type === 'desk') return registry.desks.some(({ people }) => people === home);
  return adapterFor(registry, conversation)?.channel === home;
}
