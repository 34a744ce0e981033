import { type Finding, found, inTime } from '../../doctor/finding.ts';
import { NotDoneError } from './outcome.ts';
import type { System } from './system.ts';

/** Checks that a ticket system knows the bot, and what the desks file names there. */
export const checkSystem = (system: Pick<System, 'name' | 'check'>): Promise<readonly Finding[]> =>
  inTime(system.name, async () => {
    try {
      await system.check();
      return [];
    } catch (error) {
      if (!(error instanceof NotDoneError)) throw error;
      return found(error.sent.outcome === 'never' ? 'wrong' : 'away', error.sent.why);
    }
  });
