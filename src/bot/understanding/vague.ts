import type { Intent } from '../../flows/events.ts';
import type { Asked } from './asked.ts';
import { bareOf } from './bare.ts';
import type { Clause } from './clause.ts';
import { plainYes, request } from './lexicon/answer.ts';
import { sift } from './sieve.ts';

/** Whether a yes or no only goes along and answers nothing: "ok", 「お願いします」 where it was asked whether there is a backup, whether protection is back on, or whether it helped. */
export function isVague(
  meant: Intent | undefined,
  { question: id, at }: Asked,
  clauses: readonly Clause[],
  folded: string,
): boolean {
  // A bare no takes back no sign that data is in danger: the button does, or a word about the drive or the data.
  if (at === 'rescue' && meant === 'no') return true;
  if (meant !== 'yes') return false;
  if (at === 'check') return clauses.some(({ fits }) => fits(request));
  if (id !== 'data' && at !== 'putback') return false;
  return clauses.at(-1)?.asks === true || !bareOf(folded).some((text) => sift(text)(plainYes));
}
