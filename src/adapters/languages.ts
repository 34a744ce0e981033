import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { languageOfButton, languages } from '../bot/languages.ts';
import { withTimeout } from '../bot/lib/async.ts';
import type { Incoming, PersonId, Received } from '../bot/ports.ts';
import { languageAsked, type Reader } from '../bot/runtime/index.ts';
import type { Vault } from '../bot/storage.ts';
import type { Language } from '../bot/types.ts';

/** The maximum number of people in the cache. */
const max = 10_000;
/** The cache lifetime (TTL) in milliseconds; another process may have stored another choice meanwhile. */
const ttl = 2 * 60 * 1_000;
/** The timeout in milliseconds for the database: channels want their acknowledgement within seconds. */
const patience = 500;
const kept = z.object({ language: z.enum(languages) });
/** The key of a choice, after the channel: `slack-language:T0123ABCD:U0123ABCD`. */
const keyOf = (person: PersonId): string => person.replace(':', '-language:');

/** The languages that people chose, each for all of their conversations in one channel. */
export interface ChosenLanguages {
  /** Returns the choice of a person; undefined if they made none, or if the database does not answer soon. Never rejects. */
  of(person: PersonId): Promise<Language | undefined>;
  /** Stores the choice of a person, for every process and until they are erased. Rejects when the database is unavailable. */
  choose(person: PersonId, language: Language): Promise<void>;
  /** Stores the choice that a person made by an Incoming, by a button or by word, once it was received so. Rejects when the database is unavailable. */
  keep(incoming: Pick<Incoming, 'conversation' | 'person' | 'input'>, received: Received): Promise<void>;
  /** Removes the choice of a person from the cache; it is deleted from the database together with the person. */
  forget(person: PersonId): void;
}

/** Creates the chosen languages, stored in the vault and cached. */
export function chosenLanguages(vault: Vault, conversations: Pick<Reader, 'present'>): ChosenLanguages {
  const recent = new LRUCache<string, Promise<Language | undefined>>({ max, ttl });
  const read = async (key: string): Promise<Language | undefined> => {
    const text = await vault.get(key);
    return text === undefined ? undefined : kept.parse(JSON.parse(text)).language;
  };
  const choose: ChosenLanguages['choose'] = async (person, language) => {
    const key = keyOf(person);
    await vault.set(key, JSON.stringify({ language } satisfies z.infer<typeof kept>), person);
    recent.set(key, Promise.resolve(language));
  };
  return {
    of: (person) => {
      const key = keyOf(person);
      const last = recent.get(key);
      if (last !== undefined) return last;
      const choice = withTimeout(patience, read(key)).catch(() => {
        if (recent.get(key) === choice) recent.delete(key);
        return undefined;
      });
      recent.set(key, choice);
      return choice;
    },
    choose,
    keep: async ({ conversation, person, input }, received) => {
      if (received !== 'answered') return;
      const asked = input.type === 'text' ? languageAsked(input.text) : undefined;
      const pressed = input.type === 'choice' ? languageOfButton(input.choice) : undefined;
      if (asked !== undefined) await choose(person, asked);
      // A button of an older view changes no language.
      else if (pressed !== undefined && (await conversations.present(conversation))?.language === pressed)
        await choose(person, pressed);
    },
    forget: (person) => void recent.delete(keyOf(person)),
  };
}
