import { webApi } from '@slack/bolt';
import { RateLimitedError } from '../../../bot/lib/rates.ts';
import type { Sent } from '../../../bot/ports.ts';
import { failed, isFinal, limited, refused } from './outcome.ts';

/** Why Slack refused a call of its client, as one of its error codes; undefined: it did not refuse it, or something else answered in its place. */
export function refusal(error: unknown): string | undefined {
  const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
  return typeof code === 'string' && /^[a-z_]{3,64}$/.test(code) ? code : undefined;
}

/** Whether Slack refused a call of its client for good. */
export function isRefused(error: unknown): boolean {
  const why = refusal(error);
  return why !== undefined && isFinal(why);
}

/** What a look at Slack finds. Where Slack refuses for good to show it, nothing: saying something twice is better than nothing ever again. Rejects where Slack may show it later, with a RateLimitedError where it was asked too often. */
export async function look<Found>(read: () => Promise<Found | undefined>): Promise<Found | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) throw new RateLimitedError(error.retryAfter * 1_000, error);
    if (!isRefused(error)) throw error;
    return undefined;
  }
}

/** What became of calls of Slack's client that prepare a message. Rejects where that is unknown: a server error, or a connection that was cut. */
export async function attempt(call: () => Promise<Sent>): Promise<Sent> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) return limited(error.retryAfter);
    const why = refusal(error);
    return why === undefined ? failed(error) : refused(why);
  }
}
