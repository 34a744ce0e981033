import type { Facts } from '../../../flows/facts.ts';

/** The kinds of pages, the one that says most first. `warning`: a pop-up that wants a telephone call; `desktop`: the watermark. */
export const pages = [
  'warning',
  'bitlocker',
  'blue-screen',
  'activation',
  'office',
  'desktop',
  'accounts',
  'about',
  'output',
] as const;
/** The kind of page that a picture shows; `output`: what a program printed. */
export type Page = (typeof pages)[number];

/** What an on-screen sentence says. */
export interface Sign {
  /** The page on which it stands; null: on several. */
  readonly page: Page | null;
  /** The facts that it shows, once the person has confirmed them. */
  readonly facts: Facts;
  /** It shows that an organisation has to do with the licence or the PC. */
  readonly organization: boolean;
}

const sign = (page: Page | null, facts: Facts, organization = false): Sign => ({ page, facts, organization });

/**
 * The on-screen sentences that are known, the one whose message counts first where a slot has several. Their stems are
 * in `locales/<language>/understanding/screens.json` under the same ids. That a sentence names an organisation is no
 * proof of whose the PC is now (a used one may show it): it is a message, and the conversation asks.
 */
export const signs = {
  'org-server': sign('activation', { message: 'org-server' }, true),
  'org-service': sign('activation', { message: 'org-service' }, true),
  organization: sign('activation', { message: 'org-service' }, true),
  'no-key-found': sign('activation', { message: 'no-key-found' }),
  'hardware-changed': sign('activation', { message: 'hardware-changed' }),
  'cannot-reach': sign('activation', { message: 'cannot-reach' }),
  'cannot-connect': sign('activation', { message: 'cannot-connect' }),
  'expires-soon': sign('activation', { message: 'expires-soon' }),
  'not-activated': sign('activation', {}),
  'key-refused': sign('activation', {}),
  'digital-license': sign('activation', { message: 'digital-license' }),
  activated: sign('activation', { message: 'activated' }),
  watermark: sign('desktop', { message: 'watermark' }),
  'watermark-title': sign(null, { message: 'watermark' }),
  subscription: sign('activation', { license: 'subscription', origin: 'organization' }, true),
  joined: sign(null, { origin: 'organization' }, true),
  'work-account': sign('accounts', { account: 'work' }, true),
  'managed-settings': sign(null, {}),
  infected: sign(null, {}),
  'call-now': sign(null, {}),
  locked: sign(null, {}),
  office: sign('office', { subject: 'office' }),
  bitlocker: sign('bitlocker', { subject: 'bitlocker' }),
  'blue-screen': sign('blue-screen', {}),
  'activation-page': sign('activation', {}),
  'about-page': sign('about', {}),
  'accounts-page': sign('accounts', {}),
} as const satisfies Record<string, Sign>;

/** The name of an on-screen sentence. */
export type SignId = keyof typeof signs;
/** The names of all on-screen sentences, in their order. */
export const signIds = Object.keys(signs) as SignId[];
