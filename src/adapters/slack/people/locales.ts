import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { botFor, type Workspaces } from '../install/workspaces.ts';
import { caller, latest } from '../send/call.ts';

/** The maximum number of people in the cache. */
const max = 10_000;
/** The cache lifetime (TTL) in milliseconds. */
const ttl = 24 * 60 * 60 * 1_000;
/** The milliseconds before a retry for a person whose locale could not be requested. */
const retried = 60_000;
/** The schema of Slack's answer: https://docs.slack.dev/reference/methods/users.info */
const answer = z.object({ ok: z.literal(true), user: z.object({ locale: z.string().catch('') }) });
/** The timeout in milliseconds for the answer: Slack wants its acknowledgement within 3 s. */
const patience = 1_000;

/** Returns a function that gives the locale of a person in Slack (`users.info`), cached for a day. It resolves to an empty one while Slack does not say, and never rejects. */
export function locales(workspaces: Workspaces, apiUrl: string): (team: string, user: string) => Promise<string> {
  const call = caller(apiUrl);
  const known = new LRUCache<string, Promise<string>>({ max, ttl });
  const ask = async (team: string, user: string): Promise<string> => {
    const { token } = await botFor(workspaces, team);
    const about = new URLSearchParams({ user, include_locale: 'true' });
    const { text } = await call(token, 'users.info', about, latest());
    return answer.parse(JSON.parse(text)).user.locale;
  };
  return (team, user) => {
    const key = `${team}:${user}`;
    const last = known.get(key);
    if (last !== undefined) return last;
    const { promise: late, resolve } = Promise.withResolvers<string>();
    const giveUp = (): string => {
      known.set(key, Promise.resolve(''), { ttl: retried });
      return '';
    };
    const timer = setTimeout(() => resolve(giveUp()), patience);
    const answer = ask(team, user).catch(giveUp);
    const locale = Promise.race([answer, late]).finally(() => clearTimeout(timer));
    known.set(key, locale);
    return locale;
  };
}
