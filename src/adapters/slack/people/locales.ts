import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { commonLanguage, defaultLanguage, languageFor } from '../../../bot/languages.ts';
import type { Language } from '../../../bot/types.ts';
import { botFor, type Workspaces } from '../install/workspaces.ts';
import { caller, latest } from '../send/call.ts';

/** The maximum number of people in the cache. */
const max = 10_000;
/** The cache lifetime (TTL) in milliseconds. */
const ttl = 24 * 60 * 60 * 1_000;
/** The milliseconds before a retry for a person whose locale could not be requested. */
const retried = 60_000;
/** The schema of Slack's answer: https://docs.slack.dev/reference/methods/users.info */
const answer = z.object({ ok: z.literal(true), user: z.object({ locale: z.string().catch(defaultLanguage) }) });
/** The timeout in milliseconds for the answer: Slack wants its acknowledgement within 3 s. */
const patience = 1_000;

/** Returns a function that gives the language of a person by their locale in Slack (`users.info`), cached for a day. It resolves to the default language while Slack does not say, and never rejects. */
export function locales(workspaces: Workspaces, apiUrl: string): (team: string, user: string) => Promise<Language> {
  const call = caller(apiUrl);
  const known = new LRUCache<string, Promise<Language>>({ max, ttl });
  const ask = async (team: string, user: string): Promise<Language> => {
    const { token } = await botFor(workspaces, team);
    const about = new URLSearchParams({ user, include_locale: 'true' });
    const { text } = await call(token, 'users.info', about, latest());
    return languageFor(answer.parse(JSON.parse(text)).user.locale) ?? commonLanguage;
  };
  return (team, user) => {
    const key = `${team}:${user}`;
    const last = known.get(key);
    if (last !== undefined) return last;
    const { promise: late, resolve } = Promise.withResolvers<Language>();
    const assume = (): Language => {
      known.set(key, Promise.resolve(defaultLanguage), { ttl: retried });
      return defaultLanguage;
    };
    const timer = setTimeout(() => resolve(assume()), patience);
    const answer = ask(team, user).catch(assume);
    const language = Promise.race([answer, late]).finally(() => clearTimeout(timer));
    known.set(key, language);
    return language;
  };
}
