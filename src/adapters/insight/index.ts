import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { wordsIn } from '../../bot/i18n.ts';
import type { Check } from '../doctor/finding.ts';
import type { HttpRoute } from '../http/route.ts';
import { sendResponse } from '../http/send.ts';
import type { Database } from '../store/database.ts';
import { occurredIn } from '../store/occurrences.ts';
import type { InsightSettings } from './config.ts';
import { doorOf, type Entered } from './door.ts';
import { pageLanguage, reportPage, signInPage } from './page.ts';
import { lastDays, spans } from './period.ts';
import { reportOf } from './report.ts';

/** The operator's page as it is served. */
export interface InsightPage {
  readonly routes: readonly HttpRoute[];
  readonly check: Check;
}

/** Maximum size in bytes of the form with the token. */
const mostOfForm = 4 * 1_024;
const style = readFileSync(new URL('./style.css', import.meta.url), 'utf8');

/** What a browser may do on the page: load its one style sheet, and send its own forms. */
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const headers = {
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Creates the operator's page. `now` returns epoch milliseconds. */
export async function insightPage(
  settings: InsightSettings,
  database: Pick<Database, 'rows'>,
  now: () => number,
): Promise<InsightPage> {
  // Imported only where accounts sign in: it costs time and memory at startup.
  const provider = settings.provider && (await import('./provider.ts')).providerOf(settings.provider);
  const door = doorOf(settings, provider, now);
  const ways = { token: settings.token !== undefined, provider: provider !== undefined };

  const asked = (request: IncomingMessage) => {
    const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
    const language = pageLanguage(query.get('lang'), request.headers['accept-language']);
    return { query, language, words: wordsIn(language) };
  };
  const page = (response: ServerResponse, status: number, body: string, cookies: readonly string[] = []) => {
    if (cookies.length > 0) response.setHeader('set-cookie', [...cookies]);
    sendResponse(response, status, body, { ...headers, 'content-type': 'text/html; charset=utf-8' });
  };
  const goTo = (response: ServerResponse, address: string, cookies: readonly string[]) => {
    response.setHeader('set-cookie', [...cookies]);
    sendResponse(response, 303, '', { ...headers, location: address });
  };
  const signIn = (request: IncomingMessage, response: ServerResponse, { result, cookies }: Entered) => {
    const { language, words } = asked(request);
    if (result === 'allowed') return goTo(response, `/insight?lang=${language}`, cookies);
    const status = { refused: 403, failed: 400, wrong: 403, busy: 429, away: 503 }[result];
    page(response, status, signInPage(words, language, ways, result), cookies);
  };

  const routes: readonly HttpRoute[] = [
    {
      method: 'GET',
      path: '/insight',
      handle: async (request, response) => {
        const { query, language, words } = asked(request);
        if (!door.isOpen(request)) return page(response, 200, signInPage(words, language, ways, undefined));
        const days = spans.find((span) => String(span) === query.get('days')) ?? 28;
        const period = lastDays(days, settings.zone, now());
        const report = reportOf(await occurredIn(database, period.since, period.until));
        page(response, 200, reportPage(words, language, days, settings.zone, period, report));
      },
    },
    {
      method: 'GET',
      path: '/insight/style.css',
      handle: (_, response) =>
        sendResponse(response, 200, style, { ...headers, 'content-type': 'text/css; charset=utf-8' }),
    },
    {
      method: 'POST',
      path: '/insight/sign-in',
      handle: async (request, response, read) => {
        const body = await read(mostOfForm);
        if ('refused' in body) return page(response, body.refused, '');
        signIn(request, response, door.byToken(new URLSearchParams(body.text).get('token') ?? ''));
      },
    },
    {
      method: 'GET',
      path: '/insight/sign-in',
      handle: async (request, response) => {
        if (provider === undefined) return goTo(response, '/insight', []);
        const begun = await door.toProvider();
        if (begun === undefined) return signIn(request, response, { result: 'away', cookies: [] });
        goTo(response, begun.address, begun.cookies);
      },
    },
    {
      method: 'GET',
      path: '/insight/callback',
      handle: async (request, response) =>
        signIn(request, response, await door.fromProvider(request, (request.url ?? '').split('?')[1] ?? '')),
    },
    {
      method: 'POST',
      path: '/insight/sign-out',
      handle: (request, response) => goTo(response, `/insight?lang=${asked(request).language}`, door.leave()),
    },
  ];
  return { routes, check: provider?.check ?? (async () => []) };
}
