import { dateOf, firstShown, localTime, weekdayOf } from '../../bot/lib/zone.ts';

/** A time of whole days in a time zone: from `since` until before `until`, epoch milliseconds, and its first and last day, YYYY-MM-DD. */
export interface Period {
  readonly since: number;
  readonly until: number;
  readonly from: string;
  readonly to: string;
}

/** The numbers of days that the page shows. */
export const spans = [7, 28, 91] as const;

const daysOf = (zone: string, first: number, next: number): Period => ({
  since: firstShown(zone, { day: first, minute: 0 }),
  until: firstShown(zone, { day: next, minute: 0 }),
  from: dateOf(first),
  to: dateOf(next - 1),
});

/** Returns the last so many days, today included. `now`: epoch milliseconds. */
export function lastDays(count: number, zone: string, now: number): Period {
  const { day } = localTime(zone, now);
  return daysOf(zone, day + 1 - count, day + 1);
}

/** Returns the week before this one, Monday to Sunday. `now`: epoch milliseconds. */
export function weekBefore(zone: string, now: number): Period {
  const { day } = localTime(zone, now);
  const monday = day - ((weekdayOf(day) + 6) % 7);
  return daysOf(zone, monday - 7, monday);
}
