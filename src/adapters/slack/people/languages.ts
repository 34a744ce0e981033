import { spokenTo } from '../../../bot/languages.ts';
import type { Incoming } from '../../../bot/ports.ts';
import type { Language } from '../../../bot/types.ts';
import type { ChosenLanguages } from '../../languages.ts';
import { personOf } from '../address.ts';
import type { Workspaces } from '../install/workspaces.ts';
import { locales } from './locales.ts';

/** The languages of people: their choice, else that of their locale in Slack. */
export interface Languages {
  /** Returns the language of a person, and whether they chose it. Never rejects: without the database or Slack it falls back to the remaining sources. */
  preferred(team: string, user: string): Promise<Pick<Incoming, 'language' | 'languageChosen'>>;
  /** The same without whether they chose it. */
  of(team: string, user: string): Promise<Language>;
  /** Stores the choice of a person. Rejects when the database is unavailable. */
  choose(team: string, user: string, language: Language): Promise<void>;
}

/** Creates the languages of people from what they chose; their locale is asked for only where they chose none. */
export function languagesOf(workspaces: Workspaces, chosen: ChosenLanguages, apiUrl: string): Languages {
  const localeOf = locales(workspaces, apiUrl);
  const preferred: Languages['preferred'] = async (team, user) => {
    const choice = await chosen.of(personOf(team, user));
    return spokenTo(choice, choice === undefined ? await localeOf(team, user) : '');
  };
  return {
    preferred,
    of: async (team, user) => (await preferred(team, user)).language,
    choose: (team, user, language) => chosen.choose(personOf(team, user), language),
  };
}
