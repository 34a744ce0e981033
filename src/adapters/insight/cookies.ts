import type { IncomingMessage } from 'node:http';

/** Returns the value of a cookie of a request; empty if there is none. */
export function cookieIn({ headers }: Pick<IncomingMessage, 'headers'>, name: string): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** Returns the header that sets a cookie for the page alone, which no script can read. An empty value deletes it. `seconds`: how long it is kept. */
export const setCookie = (name: string, value: string, seconds: number, secure: boolean): string =>
  [
    `${name}=${value}`,
    'Path=/insight',
    `Max-Age=${value === '' ? 0 : seconds}`,
    'HttpOnly',
    // Not Strict: whoever comes back from the provider's page would not be known.
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ].join('; ');
