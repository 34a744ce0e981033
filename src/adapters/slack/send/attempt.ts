import { webApi } from '@slack/bolt';
import { RateLimitedError } from '../../../bot/lib/rates.ts';
import type { Sent } from '../../../bot/ports.ts';
import { failed, isFinal, limited, refused } from './outcome.ts';

/** Returns the error code with which Slack refused a call of its client, or undefined if it did not refuse it, or something else answered in its place. */
export function refusal(error: unknown): string | undefined {
  const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
  return typeof code === 'string' && /^[a-z_]{3,64}$/.test(code) ? code : undefined;
}

/** Returns true if Slack permanently refused a call of its client. */
export function isRefused(error: unknown): boolean {
  const why = refusal(error);
  return why !== undefined && isFinal(why);
}

/** Reads from Slack; a permanent refusal counts as not found, since a duplicate is better than a lost message. Rejects on transient errors, with a RateLimitedError when the rate limit is exceeded. */
export async function look<Found>(read: () => Promise<Found | undefined>): Promise<Found | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) throw new RateLimitedError(error.retryAfter * 1_000, error);
    if (!isRefused(error)) throw error;
    return undefined;
  }
}

/** Runs calls of Slack's client that prepare a message, and returns the delivery result. Rejects when that is unknown: a server error, or a broken connection. */
export async function attempt(call: () => Promise<Sent>): Promise<Sent> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) return limited(error.retryAfter);
    const why = refusal(error);
    return why === undefined ? failed(error) : refused(why);
  }
}
