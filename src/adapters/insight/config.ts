import { isIP } from 'node:net';
import type { InsightValues } from './variables.ts';

/** An OpenID Connect provider as it is set up. */
export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address to which it sends people back. */
  readonly callback: URL;
  /** Mail addresses, and domains with a leading `@`, in lower case. */
  readonly allowed: readonly string[];
}

/** The operator's page as it is set up. */
export interface InsightSettings {
  readonly token: string | undefined;
  readonly provider: ProviderSettings | undefined;
  /** True if browsers reach it by HTTPS alone. */
  readonly secure: boolean;
  readonly zone: string;
  readonly days: number;
  /** The address of the page; undefined if it is not known. */
  readonly url: string | undefined;
}

/** Returns the operator's page as its settings set it up; undefined if they do not. Throws an Error with one line for each problem. */
export function readInsight(values: InsightValues): InsightSettings | undefined {
  const { INSIGHT_TOKEN: token, INSIGHT_URL: base, INSIGHT_ZONE: zone, INSIGHT_DAYS: days } = values;
  const provider = providerIn(values);
  if (token === undefined && provider === undefined) return undefined;
  const url = base === undefined ? undefined : new URL('/insight', base);
  return { token, provider, secure: url?.protocol === 'https:', zone, days, url: url?.href };
}

function providerIn(values: InsightValues): ProviderSettings | undefined {
  const { INSIGHT_OIDC_ISSUER: issuer, INSIGHT_OIDC_CLIENT_ID: id, INSIGHT_OIDC_CLIENT_SECRET: secret } = values;
  const { INSIGHT_URL: base, INSIGHT_ALLOWED: allowed } = values;
  if (issuer === undefined && id === undefined && secret === undefined && allowed === undefined) return undefined;
  if (issuer === undefined || id === undefined || secret === undefined || base === undefined || allowed === undefined) {
    const missing = Object.entries({
      INSIGHT_OIDC_ISSUER: issuer,
      INSIGHT_OIDC_CLIENT_ID: id,
      INSIGHT_OIDC_CLIENT_SECRET: secret,
      INSIGHT_URL: base,
      INSIGHT_ALLOWED: allowed,
    }).flatMap(([name, value]) => (value === undefined ? [name] : []));
    throw new Error(`INSIGHT_OIDC_…: signing in with an account also needs ${missing.join(', ')}`);
  }
  const names = allowed.split(',').map((one) => one.trim().toLowerCase());
  const unfit = names.filter((name) => !/^[^@\s]*@[^@\s]+\.[^@\s]+$/.test(name));
  if (unfit.length > 0)
    throw new Error('INSIGHT_ALLOWED: must be mail addresses (ann@example.com) or domains (@example.com), with commas');
  const wrong = [['INSIGHT_OIDC_ISSUER', issuer] as const, ['INSIGHT_URL', base] as const].filter(
    ([, address]) => !isSafe(new URL(address)),
  );
  if (wrong.length > 0) throw new Error(wrong.map(([name]) => `${name}: must begin with https://`).join('\n'));
  return {
    issuer: new URL(issuer),
    clientId: id,
    clientSecret: secret,
    callback: new URL('/insight/callback', base),
    allowed: names,
  };
}

/** Returns true for an address by HTTPS, or on this machine. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' ||
  hostname === 'localhost' ||
  hostname === '[::1]' ||
  (isIP(hostname) === 4 && hostname.startsWith('127.'));
