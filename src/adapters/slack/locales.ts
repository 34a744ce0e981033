import { LRUCache } from 'lru-cache';
import type { Language } from '../../bot/types.ts';
import { clientFor, type Workspaces } from './workspaces.ts';

/** People whose locales are remembered at most. */
const max = 10_000;
/** For how many milliseconds. */
const ttl = 24 * 60 * 60 * 1_000;
/** A person whose locale could not be asked is asked about again after this. */
const retried = 60_000;
/** Milliseconds to wait for the answer: Slack wants its acknowledgement within 3 s. */
const patience = 1_000;

/** The languages of people as Slack says (`users.info`, their locale), asked once a day; Japanese while Slack does not say. */
export function locales(workspaces: Workspaces): (team: string, user: string) => Promise<Language> {
  const known = new LRUCache<string, Promise<Language>>({ max, ttl });
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
      known.set(key, Promise.resolve('ja'), { ttl: retried });
      return 'ja';
    };
    const timer = setTimeout(() => resolve(assume()), patience);
    const answer = ask(team, user).catch(assume);
    const language = Promise.race([answer, late]).finally(() => clearTimeout(timer));
    known.set(key, language);
    return language;
  };
}
