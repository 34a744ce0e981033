import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { languages as spoken } from '../../../bot/languages.ts';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { Incoming } from '../../../bot/ports.ts';
import type { Vault } from '../../../bot/storage.ts';
import type { Language } from '../../../bot/types.ts';
import { personOf } from '../address.ts';
import type { Workspaces } from '../install/workspaces.ts';
import { locales } from './locales.ts';

/** The maximum number of people in the cache. */
const max = 10_000;
/** The cache lifetime (TTL) in milliseconds; another process may have stored another choice meanwhile. */
const ttl = 2 * 60 * 1_000;
/** The timeout in milliseconds for the database: Slack wants its acknowledgement within 3 s. */
const patience = 500;
const kept = z.object({ language: z.enum(spoken) });
const keyOf = (team: string, user: string): string => `slack-language:${team}:${user}`;

/** The languages of people: their choice, otherwise that of their locale in Slack, otherwise the default one. */
export interface Languages {
  /** Returns the language of a person, and whether they chose it. Never rejects: without the database or Slack it falls back to the remaining sources. */
  preferred(team: string, user: string): Promise<Pick<Incoming, 'language' | 'languageChosen'>>;
  /** The same without whether they chose it. */
  of(team: string, user: string): Promise<Language>;
  /** Stores the choice of a person, for every process and until they are erased. Rejects when the database is unavailable. */
  choose(team: string, user: string, language: Language): Promise<void>;
  /** Removes the choice of a person from the cache; it is deleted from the database together with the person. */
  forget(team: string, user: string): void;
}

/** Creates the languages of people, with their choices stored in the vault and cached. */
export function languagesOf(workspaces: Workspaces, vault: Vault, apiUrl: string): Languages {
  const recent = new LRUCache<string, Promise<Language | undefined>>({ max, ttl });
  const localeOf = locales(workspaces, apiUrl);
  const read = async (key: string): Promise<Language | undefined> => {
    const text = await vault.get(key);
    return text === undefined ? undefined : kept.parse(JSON.parse(text)).language;
  };
  const chosen = (key: string): Promise<Language | undefined> => {
    const last = recent.get(key);
    if (last !== undefined) return last;
    const choice = withTimeout(patience, read(key)).catch(() => {
      if (recent.get(key) === choice) recent.delete(key);
      return undefined;
    });
    recent.set(key, choice);
    return choice;
  };
  const preferred: Languages['preferred'] = async (team, user) => {
    const choice = await chosen(keyOf(team, user));
    return { language: choice ?? (await localeOf(team, user)), languageChosen: choice !== undefined };
  };
  return {
    preferred,
    of: async (team, user) => (await preferred(team, user)).language,
    choose: async (team, user, language) => {
      const key = keyOf(team, user);
      await vault.set(key, JSON.stringify({ language } satisfies z.infer<typeof kept>), personOf(team, user));
      recent.set(key, Promise.resolve(language));
    },
    forget: (team, user) => void recent.delete(keyOf(team, user)),
  };
}
