import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { Vault } from '../../../bot/ports.ts';
import { type Language, languages as spoken } from '../../../bot/types.ts';
import { personOf } from '../address.ts';
import type { Workspaces } from '../install/workspaces.ts';
import { locales } from './locales.ts';

/** People whose choices are remembered at most. */
const max = 10_000;
/** For how many milliseconds; another process may have kept another one meanwhile. */
const ttl = 2 * 60 * 1_000;
/** Milliseconds to wait for the database: Slack wants its acknowledgement within 3 s. */
const patience = 500;
const kept = z.object({ language: z.enum(spoken) });
const keyOf = (team: string, user: string): string => `slack-language:${team}:${user}`;

/** The languages of people: what they chose, else what Slack says, else Japanese. */
export interface Languages {
  /** Never rejects: without the database or Slack it does with what is left. */
  of(team: string, user: string): Promise<Language>;
  /** Keeps what a person chose, for every process and until they are forgotten. Rejects when the database does. */
  choose(team: string, user: string, language: Language): Promise<void>;
  /** Remembers no choice of a person any more; from the database it is deleted with the person. */
  forget(team: string, user: string): void;
}

/** Keeps what people choose in the vault. */
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
  return {
    of: async (team, user) => (await chosen(keyOf(team, user))) ?? localeOf(team, user),
    choose: async (team, user, language) => {
      const key = keyOf(team, user);
      await vault.set(key, JSON.stringify({ language } satisfies z.infer<typeof kept>), personOf(team, user));
      recent.set(key, Promise.resolve(language));
    },
    forget: (team, user) => void recent.delete(keyOf(team, user)),
  };
}
