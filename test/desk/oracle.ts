import type { Hours, OpenTime, weekdays } from '../../src/bot/desk/hours.ts';
import type { Promised } from '../../src/bot/desk/promise.ts';

const minute = 60_000;

/** What the clock of a zone shows in every minute of some days, as YYYY-MM-DD and HH:MM, except that it stands still while an hour is shown for the second time. */
export interface Clock {
  readonly zone: string;
  /** The first minute, epoch milliseconds. */
  readonly since: number;
  readonly shown: readonly { readonly date: string; readonly time: string }[];
}

/** Returns the clock of a zone, asked minute by minute. */
export function clockOf(zone: string, since: number, days: number): Clock {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  let highest = '';
  const shown = Array.from({ length: days * 24 * 60 }, (_, n) => {
    const now = format.format(since + n * minute);
    if (now > highest) highest = now;
    return { date: highest.slice(0, 10), time: highest.slice(11) };
  });
  return { zone, since, shown };
}

/** A naive reading of office hours: it knows of every minute whether the desk is open, and counts. */
export interface Oracle {
  readonly isOpen: (n: number) => boolean;
  /** The minute at which the desk is open next; undefined if that lies beyond the clock. */
  readonly nextOpening: (n: number) => number | undefined;
  readonly openMinutesAfter: (n: number, minutes: number) => number | undefined;
  readonly promise: (n: number) => Promised | undefined;
}

/** Returns the naive reading of a desk's office hours, in minutes of a clock. */
export function oracleOf(hours: Hours, { since, shown }: Clock): Oracle {
  const timesOf = new Map<string, readonly OpenTime[]>();
  const timesOn = (date: string): readonly OpenTime[] => {
    const known = timesOf.get(date);
    if (known !== undefined) return known;
    const weekday = new Date(`${date}T12:00Z`).toLocaleDateString('en-US', { weekday: 'short', timeZone: 'UTC' });
    const times: OpenTime[] = hours.extraOpen.filter((one) => one.date === date);
    for (const one of hours.open)
      if (!hours.closed.has(date) && one.days.includes(weekday.toLowerCase() as (typeof weekdays)[number]))
        times.push(one);
    timesOf.set(date, times);
    return times;
  };
  const open = shown.map(({ date, time }) => timesOn(date).some(({ from, to }) => from <= time && time < to));
  const isOpen = (n: number) => open[n] === true;
  const nextOpening = (n: number) => {
    const next = open.indexOf(true, n);
    return next < 0 ? undefined : next;
  };
  const openMinutesAfter = (n: number, minutes: number) => {
    let left = minutes;
    for (let at = n; at < open.length; at += 1) {
      if (open[at]) left -= 1;
      if (left === 0) return at + 1;
    }
    return undefined;
  };
  const toTime = (n: number) => since + n * minute;
  const promise = (n: number): Promised | undefined => {
    const opens = nextOpening(n);
    let by = openMinutesAfter(n, hours.answersWithin);
    if (opens === undefined || by === undefined) return undefined;
    while (isOpen(by) && !/[03]0$/.test(shown[by]?.time ?? '')) by += 1;
    return isOpen(n) ? { kind: 'within', by: toTime(by) } : { kind: 'from', opens: toTime(opens), by: toTime(by) };
  };
  return { isOpen, nextOpening, openMinutesAfter, promise };
}
