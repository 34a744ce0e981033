import { dateOf, firstShown, localTime, weekdayOf } from '../lib/zone.ts';

/** The days of the week, Sunday first. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** A time of day from which, and until which, a desk is open: HH:MM, 24:00 for the end of the day. */
export interface OpenTime {
  readonly from: string;
  readonly to: string;
}

/** The office hours of a desk. */
export interface Hours {
  /** The time zone of the desk, an IANA name. */
  readonly zone: string;
  /** The opening times of the week. None goes over midnight, and no two of a day overlap. */
  readonly open: readonly (OpenTime & { readonly days: readonly (typeof weekdays)[number][] })[];
  /** The dates on which the week does not count, as YYYY-MM-DD: public holidays, and days off of the desk's own. */
  readonly closed: ReadonlySet<string>;
  /** Opening times of single dates (YYYY-MM-DD), besides those of the week and also on a date that is closed. */
  readonly extraOpen: readonly (OpenTime & { readonly date: string })[];
  /** Working minutes within which the desk answers; at least 1. */
  readonly answersWithin: number;
}

/** A time in which a desk is open: from `start` until right before `end`, epoch milliseconds. */
export interface OpenSpan {
  readonly start: number;
  readonly end: number;
}

/** How many days ahead an opening is looked for. */
const horizon = 400;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Returns the opening times of a date, in days since 1970-01-01, earliest first. Times as HH:MM are in the order of their texts. */
function openTimesOn({ open, closed, extraOpen }: Hours, day: number): readonly OpenTime[] {
  const date = dateOf(day);
  const weekday = weekdays[weekdayOf(day)];
  const usual = closed.has(date) ? [] : open.filter(({ days }) => days.some((one) => one === weekday));
  const extra = extraOpen.filter((one) => one.date === date);
  return [...usual, ...extra].sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** Yields the spans in which a desk is open after a time, epoch milliseconds, for 400 days; the first is cut off at that time. A span begins when the desk's clock first shows its beginning and ends when it first shows its end, so that it is neither doubled nor torn where clocks change. */
function* spansFrom(hours: Hours, at: number): Generator<OpenSpan> {
  const today = localTime(hours.zone, at).day;
  for (let day = today; day <= today + horizon; day += 1)
    for (const { from, to } of openTimesOn(hours, day)) {
      const start = Math.max(at, firstShown(hours.zone, { day, minute: minutesOf(from) }));
      const end = firstShown(hours.zone, { day, minute: minutesOf(to) });
      if (start < end) yield { start, end };
    }
}

/** Returns what is left of the span in which a desk is open at a time, epoch milliseconds, or else the next one; undefined if it does not open within 400 days. */
export const nextSpan = (hours: Hours, at: number): OpenSpan | undefined =>
  spansFrom(hours, at).next().value ?? undefined;

/** Returns true if a desk is open at a time, epoch milliseconds. */
export const isOpen = (hours: Hours, at: number): boolean => nextSpan(hours, at)?.start === at;

/** Returns the time from which a desk is open next, epoch milliseconds: `at` itself while it is open. Returns undefined if it does not open within 400 days. */
export const nextOpening = (hours: Hours, at: number): number | undefined => nextSpan(hours, at)?.start;

/** Returns the time, epoch milliseconds, at which a desk has been open for so many minutes since `at`: the moment of closing rather than the next opening. Returns undefined if that takes more than 400 days. */
export function openMinutesAfter(hours: Hours, at: number, minutes: number): number | undefined {
  let left = minutes * 60_000;
  for (const { start, end } of spansFrom(hours, at)) {
    if (left <= end - start) return start + left;
    left -= end - start;
  }
  return undefined;
}
