import type { Page } from '../truth.ts';
import type { Kind } from './codes.ts';
import type { Look } from './look.ts';
import { details, keyEntered, script, slui, telephone, watermark, winver } from './scenes/boxes.ts';
import { others } from './scenes/other.ts';
import { failed, ours, own, subscribed, troubleshooter, unreached } from './scenes/settings.ts';
import { dlv, ipk, joined } from './scenes/terminal.ts';
import { bitlocker, office, scam, stopped } from './scenes/whole.ts';

/** A picture that is to be drawn. */
export interface Planned {
  readonly id: string;
  readonly page: Page;
  readonly kind: Kind;
  readonly photo: boolean;
  readonly language: 'ja' | 'en';
  readonly scene: (look: Look) => string;
}

/** The page, the reason for its code, what draws it, how many screenshots of it and how many photos. */
type Row = readonly [page: Page, kind: Kind, scene: (look: Look) => string, screens: number, photos: number];

const rows: readonly Row[] = [
  ['activation', 'organisation', unreached, 8, 5],
  ['activation', 'network', failed('network'), 4, 3],
  ['activation', 'no key', failed('no key'), 3, 2],
  ['activation', 'hardware', failed('hardware'), 3, 2],
  ['activation', 'any', failed('any'), 3, 2],
  ['activation', 'any', own, 2, 1],
  ['activation', 'any', ours, 3, 2],
  ['activation', 'subscription', subscribed, 3, 1],
  ['dialogue', 'organisation', slui(true), 5, 3],
  ['dialogue', 'any', slui(false), 4, 2],
  ['dialogue', 'any', keyEntered, 4, 1],
  ['dialogue', 'any', telephone, 3, 0],
  ['troubleshooter', 'no key', troubleshooter('no key'), 2, 1],
  ['troubleshooter', 'hardware', troubleshooter('hardware'), 2, 1],
  ['troubleshooter', 'any', troubleshooter('any'), 2, 0],
  ['troubleshooter', 'network', troubleshooter('network'), 1, 1],
  ['watermark', 'any', watermark, 4, 2],
  ['script', 'organisation', script(true), 3, 2],
  ['script', 'any', script(false), 3, 1],
  ['script', 'any', details, 3, 1],
  ['terminal', 'organisation', dlv(true), 3, 1],
  ['terminal', 'any', dlv(false), 2, 0],
  ['terminal', 'organisation', ipk(true), 2, 1],
  ['terminal', 'any', ipk(false), 3, 0],
  ['terminal', 'any', joined, 3, 1],
  ['office', 'any', office, 5, 2],
  ['bitlocker', 'any', bitlocker, 3, 2],
  ['blue screen', 'any', stopped, 2, 2],
  ['scam', 'any', scam, 4, 2],
  ['winver', 'any', winver, 2, 1],
  ...others.map((scene, n): Row => ['other', 'any', scene, 1, n < 3 ? 1 : 0]),
];

/** The pictures of the set, in the order in which they are drawn; two of three are Japanese. */
export const plan: readonly Planned[] = rows
  .flatMap(([page, kind, scene, screens, photos]) =>
    Array.from({ length: screens + photos }, (_, n) => ({ page, kind, scene, photo: n >= screens })),
  )
  .map((one, n) => ({
    ...one,
    id: `sealed-${String(n + 1).padStart(3, '0')}`,
    language: n % 3 === 1 ? 'en' : 'ja',
  }));
