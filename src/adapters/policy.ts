import { type Policy, policy } from '../bot/runtime/index.ts';
import type { CoreValues } from './config/core.ts';

/** Whole milliseconds: PostgreSQL keeps times as whole numbers and refuses any other. */
const hours = (many: number): number => Math.round(many * 60 * 60 * 1_000);

/** The times that turns go by, as configured. */
export const policyOf = ({ FOLLOW_UP_HOURS, IDLE_DAYS, RETENTION_DAYS }: CoreValues): Policy => ({
  ...policy,
  followUpAfter: hours(FOLLOW_UP_HOURS),
  closeAfter: hours(IDLE_DAYS * 24),
  deleteAfter: hours(RETENTION_DAYS * 24),
});
