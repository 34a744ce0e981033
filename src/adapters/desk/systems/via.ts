import { z } from 'zod';
import { isSafeAddress } from '../via.ts';

/** The address of a ticket system: https, or this machine for tests. Parsed to one without a slash at its end. */
export const systemAddress = z
  .string()
  .refine((url) => isSafeAddress(url) && !/[?#]/.test(url), 'must be an https address without user, password, ? and #')
  .transform((url) => new URL(url).href.replace(/\/+$/, ''));

/** A user name, an e-mail address or a secret by which the bot identifies itself. */
export const credential = z.string().trim().min(1).max(1_000);
/** The secret by which webhooks are known to come from the system; empty: none is set up, and answers do not come back. */
export const hookSecret = z
  .string()
  .trim()
  .refine((secret) => secret === '' || secret.length >= 16, 'must have at least 16 characters')
  .default('');
/** A number that stands in a path or a query. */
export const numeric = z
  .union([z.number().int().positive().transform(String), z.string()])
  .refine((id) => /^\d{1,18}$/.test(id), 'must be a number');
