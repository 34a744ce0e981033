import type { Handling } from '../ports.ts';

/** Stands before the delivery by which a case was reported as solved or withdrawn: the same letter after it opens another ticket. */
export const solvedMark = 'solved ';

/** The parts of a record that say whether its case stands open at a desk. */
export interface Handed {
  readonly tickets: readonly string[];
  readonly handed: number;
  readonly handling: Handling;
  readonly born: number;
}

/** Returns how a case stands at a desk whose ticket is over or not: what the person ended is closed, whoever had it. */
export const handlingOf = (handling: Handling, over: boolean): Handling =>
  over && handling.state !== 'solved' ? { ...handling, state: 'closed', by: '' } : handling;

/** Returns the time when the case that stands open at a desk was handed over, epoch milliseconds: for a record of an earlier version, which did not keep it, of what was last done with the case. Null if none stands open: it was never handed over, it is solved, or the bot goes on with it. */
export function handedAtOf({ tickets, handed, handling, born }: Handed): number | null {
  const open = tickets.some((one) => !one.startsWith(solvedMark)) && handling.state !== 'returned';
  return open ? handed || handling.at || born : null;
}
