import type { Language } from '../../bot/types.ts';
import { clientFor, type Workspaces } from './workspaces.ts';

/** So many people's languages are remembered, for so many milliseconds. */
const most = 10_000;
const remembered = 24 * 60 * 60 * 1_000;
/** A person whose language could not be asked is asked about again after this. */
const retried = 60_000;
/** Milliseconds to wait for the answer: Slack wants its acknowledgement within 3 s. */
const patience = 1_000;

/** The languages of people: what they chose, else what Slack says (`users.info`, their locale), else Japanese. */
export interface Languages {
  of(team: string, user: string): Promise<Language>;
  /** Remembers what a person chose, as long as this process runs. */
  choose(team: string, user: string, language: Language): void;
}

/** Asks Slack for the language of a person, once a day. */
export function languages(workspaces: Workspaces): Languages {
  const known = new Map<string, { readonly language: Promise<Language>; readonly until: number }>();
  const put = (key: string, language: Promise<Language>, lasting: number) => {
    known.delete(key);
    known.set(key, { language, until: Date.now() + lasting });
    const oldest = known.keys().next().value;
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  const ask = async (team: string, user: string): Promise<Language> => {
    const client = await clientFor(workspaces, team);
    const { user: profile } = await client.users.info({ user, include_locale: true });
    const locale = profile?.locale ?? 'ja-JP';
    return locale.startsWith('ja') ? 'ja' : 'en';
  };
  return {
    of: (team, user) => {
      const key = `${team}:${user}`;
      const last = known.get(key);
      if (last !== undefined && last.until > Date.now()) return last.language;
      const { promise: late, resolve } = Promise.withResolvers<Language>();
      const assume = (): Language => {
        put(key, Promise.resolve('ja'), retried);
        return 'ja';
      };
      const timer = setTimeout(() => resolve(assume()), patience);
      const answer = ask(team, user).catch(assume);
      const language = Promise.race([answer, late]).finally(() => clearTimeout(timer));
      put(key, language, remembered);
      return language;
    },
    choose: (team, user, language) => put(`${team}:${user}`, Promise.resolve(language), 365 * remembered),
  };
}
