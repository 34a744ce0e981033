import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { ConversationId, PersonId, Vault } from '../../../bot/ports.ts';
import type { Address } from '../address.ts';

/** What became of a reference: the one that was made at `met` leads `to` another conversation; null: nowhere. */
const schema = z.object({ met: z.number(), to: z.string().nullable() });
type Fate = z.output<typeof schema>;

/** Milliseconds after a person was heard from in which their reference need not be looked up: replies cost no statement. */
const fresh = 60_000;

/** Stored conversation references that no longer lead where they say. The vault keeps them, for every process and over restarts; whatever a person does next makes a new reference, which is good again. */
export interface References {
  /** The conversation that this reference leads to now; undefined: it is retired. */
  follow(of: ConversationId, reference: Address): Promise<string | undefined>;
  /** From now on the reference leads to this conversation. */
  move(of: ConversationId, reference: Address, to: string): Promise<void>;
  /** From now on the reference leads nowhere. */
  retire(of: ConversationId, reference: Address): Promise<void>;
  /** The reference is good again: the bot was added anew. */
  renew(of: ConversationId): Promise<void>;
}

/** The references that this vault knows. */
export function referencesIn(vault: Vault): References {
  const ours = new LRUCache<string, Fate>({ max: 10_000 });

  async function load(key: string): Promise<Fate | undefined> {
    const text = await vault.get(key);
    return text === undefined ? undefined : schema.parse(JSON.parse(text));
  }
  async function decide(of: ConversationId, { met, tenant, user }: Address, to: string | null): Promise<void> {
    const [key, fate] = [keyOf(of), { met, to }];
    ours.set(key, fate);
    await vault.set(key, JSON.stringify(fate), `teams:${tenant}:${user.id}` as PersonId);
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

const keyOf = (of: ConversationId): string => `teams-reference:${of}`;
