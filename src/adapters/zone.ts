/** The time zone of desks of which none is known. */
const defaultZone = 'Asia/Tokyo';
/** Maximum length of the name of a time zone. */
const longest = 64;

/** Returns true for the name of an IANA time zone. JavaScript takes offsets and some abbreviations as well, which have no rules for summer time. */
export function isZone(name: string): boolean {
  if (name.length > longest || !/^(?:UTC|\w+\/.+)$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Returns a time zone (IANA) that was given from outside, or the default one if it is none. */
export function zoneOf(given: unknown): string {
  if (typeof given !== 'string' || given.length > longest) return defaultZone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone;
  } catch {
    return defaultZone;
  }
}
