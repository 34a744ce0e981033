import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { placeIdOf } from '../../../bot/keys.ts';
import type { ConversationId } from '../../../bot/ports.ts';
import type { Vault } from '../../../bot/storage.ts';
import type { Address } from '../address.ts';
import { personIn } from '../keys.ts';

/** The schema of the fate of a reference: the one made at `met` now leads to the conversation `to`; null means that it is retired. */
const schema = z.object({ met: z.number(), to: z.string().nullable() });
type Fate = z.output<typeof schema>;

/** Milliseconds after a person's activity in which the cache is enough to look their reference up: so replies cost no statement. */
const fresh = 60_000;

/** The stored conversation references that no longer lead where they say. The vault keeps them, for all processes and across restarts; the person's next activity makes a new reference, which is valid again. */
export interface References {
  /** Resolves to the conversation that a reference leads to now; undefined if it is retired. */
  follow(of: ConversationId, reference: Address): Promise<string | undefined>;
  /** Redirects a reference to another conversation from now on. */
  move(of: ConversationId, reference: Address, to: string): Promise<void>;
  /** Retires a reference: from now on it leads nowhere. */
  retire(of: ConversationId, reference: Address): Promise<void>;
  /** Makes the reference valid again, since the bot was added anew. */
  renew(of: ConversationId): Promise<void>;
}

/** Returns the moved and retired references in a vault, with a cache of those that this process changed. */
export function referencesIn(vault: Vault): References {
  const ours = new LRUCache<string, Fate>({ max: 10_000 });

  async function load(key: string): Promise<Fate | undefined> {
    const text = await vault.get(key);
    return text === undefined ? undefined : schema.parse(JSON.parse(text));
  }
  async function decide(of: ConversationId, { met, tenant, user }: Address, to: string | null): Promise<void> {
    const [key, fate] = [keyOf(of), { met, to }];
    ours.set(key, fate);
    await vault.set(key, JSON.stringify(fate), personIn(tenant, user.id));
  }
  return {
    async follow(of, { met, conversation }) {
      const key = keyOf(of);
      const fate = Math.abs(Date.now() - met) < fresh ? ours.get(key) : await load(key);
      return fate?.met === met ? (fate.to ?? undefined) : conversation;
    },
    move: decide,
    retire: (of, reference) => decide(of, reference, null),
    async renew(of) {
      ours.delete(keyOf(of));
      await vault.delete(keyOf(of));
    },
  };
}

const keyOf = (of: ConversationId): string => `teams-reference:${placeIdOf(of)}`;
