import type { Facts } from '../../flows/facts.ts';
import type { Asked } from './asked.ts';
import { classesIn } from './stretches.ts';

/** The classes of words by which somebody plainly takes back whose the PC is, by what was known of it. */
const plainly: Readonly<Record<string, readonly string[]>> = {
  organization: ['pc', 'correction', 'apology', 'not-org', 'ownership-keep', 'sold-off', 'may-keep', 'left-job'],
  used: ['correction', 'bought-new'],
  personal: [
    'pc',
    'correction',
    'apology',
    'bought-used',
    'issued-by-org',
    'given-to-me',
    'inherited',
    'employer',
    'school',
  ],
};
const asks: readonly Asked['question'][] = ['origin', 'provenance', 'leaver'];

/** Returns true if a folded message tells only by the way, and not plainly, that the PC is another's than was known (G3, G4): it is asked, not taken. */
export function isByTheWay({ origin }: Facts, asked: Asked, folded: string): boolean {
  if (origin === undefined || asked.origin === undefined || asked.origin === 'unknown') return false;
  if (origin === asked.origin || asks.includes(asked.question)) return false;
  const found = classesIn(folded);
  return plainly[asked.origin]?.some((name) => found.has(name)) !== true;
}
