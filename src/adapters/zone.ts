/** The time zone of desks of which none is known. */
const defaultZone = 'Asia/Tokyo';

/** Returns a time zone (IANA) that was given from outside, or the default one if it is none. */
export function zoneOf(given: unknown): string {
  if (typeof given !== 'string' || given.length > 64) return defaultZone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone;
  } catch {
    return defaultZone;
  }
}
