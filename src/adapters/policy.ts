import { type Policy, policy } from '../bot/runtime/index.ts';
import type { CoreValues } from './config/core.ts';

/** Returns hours as whole milliseconds: PostgreSQL keeps times as integers and refuses fractions. */
const hours = (many: number): number => Math.round(many * 60 * 60 * 1_000);

/** Returns the policy of turns (retry, timers, retention) with the configured follow-up, idle and retention times. `insightDays`: the days for which what occurs in cases is kept; 0: it is not. */
export const policyOf = ({ FOLLOW_UP_HOURS, IDLE_DAYS, RETENTION_DAYS }: CoreValues, insightDays: number): Policy => ({
  ...policy,
  followUpAfter: hours(FOLLOW_UP_HOURS),
  closeAfter: hours(IDLE_DAYS * 24),
  deleteAfter: hours(RETENTION_DAYS * 24),
  keepOccurrences: hours(insightDays * 24),
});
