import { digest } from '../../../bot/lib/hash.ts';
import type { ConversationId, PersonId } from '../../../bot/ports.ts';
import type { Vault } from '../../../bot/storage.ts';

/** A message that the bot posted at a desk. */
export interface Posted {
  /** The thread of a channel, or the group chat. */
  readonly conversation: string;
  readonly id: string;
}

/** The messages that the bot posted at a desk about a case besides its tickets and their notes: an answer that was asked about, for a client without Action.Execute. Teams cannot be asked for it, so it is kept in the database, to be deleted with the ticket. */
export interface ToldAtDesk {
  keep(of: ConversationId, person: PersonId, posted: Posted): Promise<void>;
  /** Returns what was posted about a case. */
  all(of: ConversationId): Promise<readonly Posted[]>;
}

/** Returns what was posted at the desks, kept in a vault until everything about the person is deleted. */
export function toldIn(vault: Vault): ToldAtDesk {
  const prefix = (of: ConversationId) => `teams-told:${digest(of)}:`;
  return {
    keep: (of, person, { conversation, id }) => vault.set(`${prefix(of)}${id}`, conversation, person),
    all: async (of) => {
      const keys = await vault.keys(prefix(of));
      return Promise.all(
        keys.map(async (key) => ({
          conversation: (await vault.get(key)) ?? '',
          id: key.slice(prefix(of).length),
        })),
      );
    },
  };
}
