import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { seal } from '../seal.ts';
import type { InsightSettings } from './config.ts';
import { cookieIn, setCookie } from './cookies.ts';
import type { Pending, Provider, Returned } from './provider.ts';

/** What became of an attempt to sign in. `cookies`: the headers that tell the browser so. */
export interface Entered {
  readonly result: Returned | 'wrong' | 'busy' | 'away';
  readonly cookies: readonly string[];
}

/** The door of the page. A session is a sealed cookie, so that every process knows it and none stores it; it holds nothing of a person. */
export interface Door {
  isOpen(request: Pick<IncomingMessage, 'headers'>): boolean;
  /** Signs in by the token that was entered. */
  byToken(given: string): Entered;
  /** Begins a sign-in at the provider; undefined: it cannot be reached. */
  toProvider(): Promise<{ readonly address: string; readonly cookies: readonly string[] } | undefined>;
  /** Ends a sign-in at the provider. `query`: what it sent back. */
  fromProvider(request: Pick<IncomingMessage, 'headers'>, query: string): Promise<Entered>;
  /** Returns the headers that end the session. */
  leave(): readonly string[];
}

/** Seconds that a session lasts, and that somebody may take at the provider's page. */
const lasts = { session: 8 * 60 * 60, pending: 10 * 60 };
const names = { session: 'insight', pending: 'insight-pending' } as const;
/** Maximum number of wrong tokens in a minute, whoever enters them. */
const mostWrong = 10;
const minute = 60_000;

const session = z.object({ until: z.number() });
const pendingSchema: z.ZodType<Pending & { readonly until: number }> = z.object({
  until: z.number(),
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
});

/** Returns the door of the page. Its cookies are sealed by a key derived from its secrets: to change one ends all sessions. `now` returns epoch milliseconds. */
export function doorOf(settings: InsightSettings, provider: Provider | undefined, now: () => number): Door {
  const { token, secure } = settings;
  const secret = JSON.stringify([token ?? null, settings.provider?.clientSecret ?? null]);
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'the cookies of /insight', 32)).toString('base64');
  const box = seal([key]);
  const put = (name: (typeof names)[keyof typeof names], content: object, seconds: number) => {
    const text = JSON.stringify({ ...content, until: now() + seconds * 1_000 });
    return setCookie(name, encodeURIComponent(box.close(text, name)), seconds, secure);
  };
  const take = <T extends { readonly until: number }>(
    request: Pick<IncomingMessage, 'headers'>,
    name: (typeof names)[keyof typeof names],
    schema: z.ZodType<T>,
  ): T | undefined => {
    try {
      const text = box.open(decodeURIComponent(cookieIn(request, name)), name).text;
      const content = schema.parse(JSON.parse(text));
      return content.until > now() ? content : undefined;
    } catch {
      return undefined;
    }
  };
  const gone = (name: (typeof names)[keyof typeof names]) => setCookie(name, '', 0, secure);
  const entered = () => [put(names.session, {}, lasts.session), gone(names.pending)];
  let wrong: readonly number[] = [];
  return {
    isOpen: (request) => take(request, names.session, session) !== undefined,
    byToken: (given) => {
      wrong = wrong.filter((at) => now() - at < minute);
      if (wrong.length >= mostWrong) return { result: 'busy', cookies: [] };
      if (token !== undefined && isSame(given, token)) return { result: 'allowed', cookies: entered() };
      wrong = [...wrong, now()];
      return { result: 'wrong', cookies: [] };
    },
    toProvider: async () => {
      try {
        const begun = await provider?.begin();
        return begun && { address: begun.address, cookies: [put(names.pending, begun.pending, lasts.pending)] };
      } catch {
        return undefined;
      }
    },
    fromProvider: async (request, query) => {
      const pending = take(request, names.pending, pendingSchema);
      if (provider === undefined || pending === undefined) return { result: 'failed', cookies: [] };
      try {
        const result = await provider.end(query, pending);
        return { result, cookies: result === 'allowed' ? entered() : [gone(names.pending)] };
      } catch {
        return { result: 'away', cookies: [] };
      }
    },
    leave: () => [gone(names.session)],
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Compares in a time that tells nothing of the secret. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
