import type { Language } from '../../bot/types.ts';
import { cache } from './cache.ts';
import { clientFor, type Workspaces } from './workspaces.ts';

/** So many people's locales are remembered, for so many milliseconds. */
const most = 10_000;
const remembered = 24 * 60 * 60 * 1_000;
/** A person whose locale could not be asked is asked about again after this. */
const retried = 60_000;
/** Milliseconds to wait for the answer: Slack wants its acknowledgement within 3 s. */
const patience = 1_000;

/** The languages of people as Slack says (`users.info`, their locale), asked once a day; Japanese while Slack does not say. */
export function locales(workspaces: Workspaces): (team: string, user: string) => Promise<Language> {
  const known = cache<Promise<Language>>(most);
  const ask = async (team: string, user: string): Promise<Language> => {
    const client = await clientFor(workspaces, team);
    const { user: profile } = await client.users.info({ user, include_locale: true });
    return (profile?.locale ?? 'ja-JP').startsWith('ja') ? 'ja' : 'en';
  };
  return (team, user) => {
    const key = `${team}:${user}`;
    const last = known.get(key);
    if (last !== undefined) return last;
    const { promise: late, resolve } = Promise.withResolvers<Language>();
    const assume = (): Language => {
      known.put(key, Promise.resolve('ja'), retried);
      return 'ja';
    };
    const timer = setTimeout(() => resolve(assume()), patience);
    const answer = ask(team, user).catch(assume);
    const language = Promise.race([answer, late]).finally(() => clearTimeout(timer));
    known.put(key, language, remembered);
    return language;
  };
}
