import type { ListId } from '../../flows/lists.ts';
import type { Clause } from './clause.ts';
import { listNames, triedBefore } from './lexicon/tried.ts';

/** The list that a message says was tried before, however it ended. */
export function readTried(clauses: readonly Clause[]): ListId | undefined {
  const told = clauses.filter(
    ({ fits, asks, supposes, wishes, guesses, others }) =>
      fits(triedBefore) && !(asks || supposes || wishes || guesses || others),
  );
  return listNames.find(([name]) => told.some(({ fits }) => fits(name)))?.[1];
}
