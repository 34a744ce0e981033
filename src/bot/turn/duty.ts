import { randomUUID } from 'node:crypto';
import type { Terms } from './terms.ts';
import type { World } from './world.ts';

/** Who writes a record, when, and by which terms. */
export interface Duty {
  /** What the lanes are held by: a name of this one turn or sweep, so that nobody else takes them for its own. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly terms: Terms;
  /** Whether there is a desk that takes tickets. */
  readonly desk: boolean;
}

/** A duty that begins now. */
export const dutyIn = ({ by, now, terms, desk }: World): Duty => ({
  by: `${by}/${randomUUID()}`,
  now: now(),
  terms,
  desk: desk !== null,
});
