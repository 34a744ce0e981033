const minute = 60_000;
const day = 24 * 60 * minute;

/** What the clock and the calendar of a time zone show. */
export interface LocalTime {
  /** The date, in days since 1970-01-01. */
  readonly day: number;
  /** Minutes since the date began, 0 to 1439. */
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, made);
  return made;
}

/** Returns by how many milliseconds the clocks of a time zone (an IANA name) are ahead of UTC at a time, epoch milliseconds. Throws a RangeError if there is no such zone or time. */
export function offsetAt(zone: string, at: number): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(formatOf(zone).format(at)) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * minute + Number(seconds) * 1_000;
  return sign === '-' ? -offset : offset;
}

/** Returns what clock and calendar of a time zone show at a time, epoch milliseconds. */
export function localTime(zone: string, at: number): LocalTime {
  const local = at + offsetAt(zone, at);
  const date = Math.floor(local / day);
  return { day: date, minute: Math.floor((local - date * day) / minute) };
}

/** Returns the first time, epoch milliseconds, at which clock and calendar of a time zone show this local time or a later one: where clocks go forward over it, the moment of the change; where they go back over it, the first of the two. A `minute` of 1440 is the end of the day. */
export function firstShown(zone: string, local: LocalTime): number {
  const asUtc = local.day * day + local.minute * minute;
  const [before, after] = [offsetAt(zone, asUtc - day), offsetAt(zone, asUtc + day)];
  const [early, late] = [asUtc - before, asUtc - after];
  if (before === after || offsetAt(zone, early) === before) return early;
  if (offsetAt(zone, late) === after) return late;
  return changeBetween(zone, late, early);
}

/** Returns when the clocks of a time zone show a time (`HH:MM`) next, after `now`; both in epoch milliseconds. Where clocks go forward over it, the moment of the change. Undefined if the text is no time. */
export function nextTime(clock: string, zone: string, now: number): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  if (hours === undefined) return undefined;
  const wanted = Number(hours) * 60 + Number(minutes);
  const { day: today } = localTime(zone, now);
  // Where clocks went back, the first of two may be over.
  const second = today * day + wanted * minute - offsetAt(zone, now);
  const shown = [today, today + 1].map((date) => firstShown(zone, { day: date, minute: wanted }));
  return [shown[0], second, shown[1]].find((at) => at !== undefined && at > now);
}

/** Returns the time at which the offset of a zone changes between two times, to the millisecond. */
function changeBetween(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Returns a date, in days since 1970-01-01, as YYYY-MM-DD. */
export const dateOf = (days: number): string => new Date(days * day).toISOString().slice(0, 10);

/** Returns the day of the week of a date, in days since 1970-01-01: 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (days: number): number => new Date(days * day).getUTCDay();
