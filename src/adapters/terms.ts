import { type Terms, terms } from '../bot/turn/terms.ts';
import type { CoreValues } from './config/core.ts';

const hour = 60 * 60 * 1_000;

/** The times that turns go by, as configured. */
export const termsOf = ({ FOLLOW_UP_HOURS, IDLE_DAYS, RETENTION_DAYS }: CoreValues): Terms => ({
  ...terms,
  followUp: FOLLOW_UP_HOURS * hour,
  idle: IDLE_DAYS * 24 * hour,
  retention: RETENTION_DAYS * 24 * hour,
});
