import { createHmac, timingSafeEqual } from 'node:crypto';

/** The maximum difference in milliseconds between the timestamp of a request and our clock, against replay. */
const tolerance = 5 * 60_000;

/** Returns the HMAC-SHA256 of a text. */
export const hmacOf = (secret: string, text: string, encoding: 'hex' | 'base64'): string =>
  createHmac('sha256', secret).update(text).digest(encoding);

/** Returns true if two texts are equal, in a time that does not tell where they differ; false if the first is none. */
export function isEqual(given: unknown, own: string): boolean {
  if (typeof given !== 'string' || given === '') return false;
  // Of equal length, whatever was given.
  const [one, other] = [given, own].map((text) => createHmac('sha256', 'compare').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** Returns true if a time, as Date.parse reads it, is close to now. */
export const isRecent = (time: unknown): boolean =>
  typeof time === 'string' && Math.abs(Date.now() - Date.parse(time)) <= tolerance;
