import type { Reading } from '../../flows/events.ts';
import type { Clause } from './clause.ts';
import { contrary, elsewhere } from './lexicon/elsewhere.ts';
import { sift } from './sieve.ts';

/** What is asked where it only sounds as if it were over. */
export const isItOver: readonly Reading[] = [{ intent: 'solved' }, { intent: 'not-solved' }];

/** Returns true where "Windows is activated" is asked, supposed or wished, of another time or PC, or taken back in the same breath. */
export function isDisputed(clauses: readonly Clause[], folded: string): boolean {
  const fits = sift(folded);
  return fits(contrary) || fits(elsewhere) || clauses.some(({ asks, supposes, wishes }) => asks || supposes || wishes);
}
