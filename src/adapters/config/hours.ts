import { z } from 'zod';
import { type Hours, type OpenTime, weekdays } from '../../bot/desk/hours.ts';
import { isZone } from '../zone.ts';
import { publicHolidays } from './holidays.ts';

/** Maximum number of opening times, and of dates, so that a mistake in a generated file is noticed. */
const most = { times: 50, dates: 500 };
/** Four weeks of 40 hours, in minutes: a later answer is no promise, but a slip of the hand. */
const longest = 4 * 40 * 60;

const oneOf = (names: readonly string[]): string => `must be one of ${names.join(', ')}`;

/** The schema of a time zone in a file. */
export const zone = z.string().refine(isZone, 'must be an IANA time zone, such as Asia/Tokyo');
const from = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time from 00:00 to 23:59, as HH:MM');
const to = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time from 00:01 to 24:00, as HH:MM');
const date = z.iso.date('must be a date that exists, as YYYY-MM-DD');
const days = z
  .array(z.enum(weekdays, oneOf(weekdays)))
  .min(1, 'must have a day')
  .refine((all) => new Set(all).size === all.length, 'must not have a day twice');
const calendars = Object.keys(publicHolidays) as (keyof typeof publicHolidays)[];

/** What is wrong with opening times that are right one by one: the place in the file, and what is expected there. */
interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Returns a fault for each opening time that does not end after it begins. */
const backward = (field: string, times: readonly OpenTime[]): readonly Fault[] =>
  times.flatMap((time, n) =>
    time.from < time.to
      ? []
      : [{ path: [field, n, 'to'], message: `must be later than ${time.from}; nothing goes over midnight` }],
  );

const overlap = (one: OpenTime, other: OpenTime): boolean => one.from < other.to && other.from < one.to;

/** Returns a fault for each opening time of the week that overlaps an earlier one of the same day. */
const overlapping = (open: Hours['open']): readonly Fault[] =>
  open.flatMap((time, n) => {
    const days = time.days.filter((day) =>
      open.slice(0, n).some((earlier) => earlier.days.includes(day) && overlap(earlier, time)),
    );
    return days.length === 0
      ? []
      : [{ path: ['open', n], message: `must not overlap an earlier time of ${days.join(', ')}` }];
  });

/** Returns a fault for each opening time of a date that overlaps an earlier one of this date, or the week's where the date is not closed. */
const doubled = ({ open, closed, extraOpen }: Hours): readonly Fault[] =>
  extraOpen.flatMap((time, n) => {
    const weekdayOfDate = weekdays[new Date(time.date).getUTCDay()];
    const usual = closed.has(time.date) ? [] : open.filter(({ days }) => days.some((day) => day === weekdayOfDate));
    const earlier = extraOpen.slice(0, n).filter((other) => other.date === time.date);
    const path = ['extraOpen', n];
    if (earlier.some((other) => overlap(other, time)))
      return [{ path, message: `must not overlap an earlier time of ${time.date}` }];
    return usual.some((other) => overlap(other, time))
      ? [{ path, message: `must not overlap the usual times of ${time.date}; to replace them, add the date to closed` }]
      : [];
  });

/** The schema of a desk's office hours: `zone` (Asia/Tokyo), `open` (times of the week), `holidays` (`jp`, whose public holidays are closed, or `none`), `closed` and `extraOpen` (single dates), `answersWithin` (working minutes). Errors name the field and what is expected there. */
export const hoursSchema = z
  .strictObject({
    zone: zone.default('Asia/Tokyo'),
    open: z.array(z.strictObject({ days, from, to })).min(1, 'must have an opening time').max(most.times),
    holidays: z.enum(calendars, oneOf(calendars)).default('jp'),
    closed: z.array(date).max(most.dates).default([]),
    extraOpen: z.array(z.strictObject({ date, from, to })).max(most.dates).default([]),
    answersWithin: z.int().min(1).max(longest),
  })
  .transform(({ holidays, closed, ...rest }, context): Hours => {
    const hours = { ...rest, closed: publicHolidays[holidays].union(new Set(closed)) };
    const faults = [
      ...backward('open', hours.open),
      ...backward('extraOpen', hours.extraOpen),
      ...overlapping(hours.open),
      ...doubled(hours),
    ];
    for (const { path, message } of faults) context.addIssue({ code: 'custom', path: [...path], message });
    return hours;
  });
