import { z } from 'zod';
import type { Vault } from '../../bot/ports.ts';
import { within } from '../../bot/turn/within.ts';
import { type Language, languages as spoken } from '../../bot/types.ts';
import { personOf } from './address.ts';
import { cache } from './cache.ts';
import { locales } from './locales.ts';
import type { Workspaces } from './workspaces.ts';

/** So many people's choices are remembered, for so many milliseconds; another process may have kept another one meanwhile. */
const most = 10_000;
const remembered = 2 * 60 * 1_000;
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
export function languages(workspaces: Workspaces, vault: Vault): Languages {
  const recent = cache<Promise<Language | undefined>>(most);
  const localeOf = locales(workspaces);
  const read = async (key: string): Promise<Language | undefined> => {
    const text = await vault.get(key);
    return text === undefined ? undefined : kept.parse(JSON.parse(text)).language;
  };
  const chosen = (key: string): Promise<Language | undefined> => {
    const last = recent.get(key);
    if (last !== undefined) return last;
    const choice = within(patience, read(key)).catch(() => {
      if (recent.get(key) === choice) recent.drop(key);
      return undefined;
    });
    recent.put(key, choice, remembered);
    return choice;
  };
  return {
    of: async (team, user) => (await chosen(keyOf(team, user))) ?? localeOf(team, user),
    choose: async (team, user, language) => {
      const key = keyOf(team, user);
      await vault.set(key, JSON.stringify({ language } satisfies z.infer<typeof kept>), personOf(team, user));
      recent.put(key, Promise.resolve(language), remembered);
    },
    forget: (team, user) => recent.drop(keyOf(team, user)),
  };
}
