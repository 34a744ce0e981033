import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursSchema } from '../../src/adapters/config/hours.ts';
import { isOpen, nextOpening, openMinutesAfter, weekdays } from '../../src/bot/desk/hours.ts';
import { promise, remindAt } from '../../src/bot/desk/promise.ts';
import { type Clock, clockOf, oracleOf } from './oracle.ts';

const minute = 60_000;
const days = 14;
/** A fortnight in which the clocks change or holidays lie, in zones of every kind: half hours, quarters of an hour, a change at midnight, one of half an hour. */
const clocks: readonly Clock[] = (
  [
    ['Asia/Tokyo', '2026-04-26'],
    ['Asia/Tokyo', '2026-12-24'],
    ['Europe/Berlin', '2026-10-19'],
    ['Europe/Berlin', '2027-03-22'],
    ['America/New_York', '2026-10-26'],
    ['America/New_York', '2027-03-08'],
    ['America/Santiago', '2026-08-31'],
    ['America/Santiago', '2027-03-29'],
    ['Australia/Lord_Howe', '2026-09-28'],
    ['Australia/Lord_Howe', '2027-03-29'],
    ['Asia/Kathmandu', '2026-11-30'],
  ] as const
).map(([zone, date]) => clockOf(zone, Date.parse(date), days));

const clockTime = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
/** One or two times of a day, which do not touch. */
const times = fc
  .uniqueArray(
    fc.oneof(
      fc.integer({ min: 0, max: 1440 }),
      fc.integer({ min: 0, max: 48 }).map((n) => n * 30),
    ),
    {
      minLength: 2,
      maxLength: 5,
    },
  )
  .map((all) => all.toSorted((one, other) => one - other))
  .map(([a = 0, b = 1, c, d]) => [[a, b], ...(c === undefined || d === undefined ? [] : [[c, d]])])
  .map((spans) => spans.map(([from = 0, to = 0]) => ({ from: clockTime(from), to: clockTime(to) })));
const week = fc
  .array(fc.tuple(fc.constantFrom(...weekdays), times), { minLength: 1, maxLength: 7 })
  .map((all) => [...new Map(all)].flatMap(([day, spans]) => spans.map((span) => ({ days: [day], ...span }))));

/** A desk as an operator could write it, a clock of its zone, and minutes of it. */
const desk = fc.constantFrom(...clocks).chain((clock) => {
  const date = fc
    .integer({ min: 0, max: days - 1 })
    .map((n) => new Date(clock.since + n * 24 * 60 * minute).toISOString().slice(0, 10));
  const extra = fc
    .array(fc.tuple(date, times), { maxLength: 2 })
    .map((all) => [...new Map(all)].flatMap(([day, spans]) => spans.map((span) => ({ date: day, ...span }))));
  return fc.record({
    clock: fc.constant(clock),
    hours: fc
      .record({
        zone: fc.constant(clock.zone),
        open: week,
        holidays: fc.constantFrom('jp', 'none'),
        closed: fc.array(date, { maxLength: 3 }),
        extraOpen: extra,
        answersWithin: fc.integer({ min: 1, max: 900 }),
      })
      // A date of its own replaces the week's, so that its times cannot overlap.
      .map((one) => ({ ...one, closed: [...one.closed, ...one.extraOpen.map((extraTime) => extraTime.date)] }))
      .map((one) => hoursSchema.parse(one)),
    at: fc.array(fc.integer({ min: 0, max: (days - 1) * 24 * 60 }), { minLength: 10, maxLength: 10 }),
  });
});

test('whoever counts minute by minute comes to the same times, with random hours in six zones and wherever clocks change', () => {
  let compared = 0;
  fc.assert(
    fc.property(desk, ({ clock, hours, at }) => {
      const oracle = oracleOf(hours, clock);
      const toTime = (n: number | undefined) => (n === undefined ? undefined : clock.since + n * minute);
      // What lies beyond the clock, the naive reading cannot know.
      const known = at.flatMap((n) => {
        const promised = oracle.promise(n);
        return promised === undefined ? [] : [{ n, promised }];
      });
      compared += known.length;
      expect(
        known.map(({ n }) => {
          const time = clock.since + n * minute;
          const worked = openMinutesAfter(hours, time, hours.answersWithin);
          return [isOpen(hours, time), nextOpening(hours, time), worked, promise(hours, time)];
        }),
      ).toEqual(
        known.map(({ n, promised }) => [
          oracle.isOpen(n),
          toTime(oracle.nextOpening(n)),
          toTime(oracle.openMinutesAfter(n, hours.answersWithin)),
          promised,
        ]),
      );
    }),
    { numRuns: 200, seed: 20261130 },
  );
  expect(compared).toBeGreaterThan(1_000);
});

test('at every reminder the desk is open, and none comes before the one before it or before its working time is over', () => {
  fc.assert(
    fc.property(desk, ({ clock, hours, at }) => {
      for (const n of at.slice(0, 3)) {
        const time = clock.since + n * minute;
        const all = remindAt(hours, time);
        expect(all.filter((one) => !isOpen(hours, one))).toEqual([]);
        expect(all).toEqual(all.toSorted((one, other) => one - other));
        const due = [1, 2, 3].map((times) => openMinutesAfter(hours, time, times * hours.answersWithin));
        expect(all.every((one, place) => one >= (due[place] ?? Number.POSITIVE_INFINITY))).toBe(true);
      }
    }),
    { numRuns: 100, seed: 20261130 },
  );
});
