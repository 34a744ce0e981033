import { describe, expect, test } from 'vitest';
import { type Hours, isOpen, nextOpening, openMinutesAfter } from '../../src/bot/desk/hours.ts';
import { hoursOf, inTokyo, tokyo } from './sample.ts';

const hours = hoursOf();
const opensAfter = (time: string) => inTokyo(nextOpening(hours, tokyo(time)));

describe('a desk that is open on working days from 9:00 to 17:30', () => {
  test('is open from 9:00 on, and closed from 17:30 on', () => {
    const times = ['08:59', '09:00', '17:29', '17:30'].map((time) => isOpen(hours, tokyo(`2026-11-30 ${time}`)));
    expect(times).toEqual([false, true, true, false]);
  });

  test('is closed on Saturday and Sunday, and opens on Monday', () => {
    expect([opensAfter('2026-11-27 17:31'), opensAfter('2026-11-29 12:00')]).toEqual(Array(2).fill('2026-11-30 09:00'));
  });

  test('opens on 4 January after the break from 29 December 2026, with New Year’s Day on a Friday', () => {
    expect(opensAfter('2026-12-28 17:30')).toBe('2027-01-04 09:00');
    expect(['2026-12-31', '2027-01-01'].map((date) => isOpen(hours, tokyo(`${date} 10:00`)))).toEqual([false, false]);
  });

  test('is closed on a substitute holiday: Monday 22 March 2027, since Sunday was the equinox', () => {
    expect(opensAfter('2027-03-19 18:00')).toBe('2027-03-23 09:00');
  });

  test('is closed on the day between two holidays: Tuesday 22 September 2026', () => {
    expect(opensAfter('2026-09-18 18:00')).toBe('2026-09-24 09:00');
  });

  test('is closed from 2 to 6 May in Golden Week 2026, the 6th being a substitute, and open on 30 April and 1 May', () => {
    expect([opensAfter('2026-04-28 18:00'), opensAfter('2026-04-30 18:00'), opensAfter('2026-05-01 18:00')]).toEqual([
      '2026-04-30 09:00',
      '2026-05-01 09:00',
      '2026-05-07 09:00',
    ]);
  });

  test('is closed from 1 to 5 May in Golden Week 2027, and on 29 April', () => {
    expect([opensAfter('2027-04-28 18:00'), opensAfter('2027-04-30 18:00')]).toEqual([
      '2027-04-30 09:00',
      '2027-05-06 09:00',
    ]);
  });

  test('has worked two hours on Monday at 10:59, if that begins on Friday at 17:29', () => {
    expect(inTokyo(openMinutesAfter(hours, tokyo('2026-11-27 17:29'), 120))).toBe('2026-11-30 10:59');
  });

  test('has worked two hours at the moment of closing rather than at the next opening', () => {
    expect(inTokyo(openMinutesAfter(hours, tokyo('2026-11-27 15:30'), 120))).toBe('2026-11-27 17:30');
  });

  test('is open on public holidays if it does not keep them', () => {
    expect(isOpen(hoursOf({ holidays: 'none' }), tokyo('2027-01-01 10:00'))).toBe(true);
  });

  test('is open on a date that is named, also on a holiday, and on other dates as always', () => {
    const extra = hoursOf({
      extraOpen: [
        { date: '2026-12-29', from: '09:00', to: '12:00' },
        { date: '2026-11-30', from: '18:00', to: '20:00' },
      ],
    });
    const times = ['2026-12-29 11:59', '2026-12-29 12:00', '2026-11-30 10:00', '2026-11-30 19:00', '2026-12-30 10:00'];
    expect(times.map((time) => isOpen(extra, tokyo(time)))).toEqual([true, false, true, true, false]);
  });

  test('with a break at noon works no minute of it', () => {
    const open = [
      { days: ['mon'], from: '13:00', to: '17:00' },
      { days: ['mon'], from: '09:00', to: '12:00' },
    ];
    const noon = hoursOf({ open });
    expect(inTokyo(nextOpening(noon, tokyo('2026-11-30 12:00')))).toBe('2026-11-30 13:00');
    expect(inTokyo(openMinutesAfter(noon, tokyo('2026-11-30 11:00'), 120))).toBe('2026-11-30 14:00');
  });
});

describe('a desk that is open at all hours', () => {
  const always = hoursOf({
    holidays: 'none',
    closed: [],
    open: [{ days: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'], from: '00:00', to: '24:00' }],
  });

  test('works through midnight', () => {
    expect(isOpen(always, tokyo('2026-12-01 00:00'))).toBe(true);
    expect(inTokyo(openMinutesAfter(always, tokyo('2026-11-30 23:00'), 120))).toBe('2026-12-01 01:00');
  });
});

describe('where the clocks change', () => {
  const night = (zone: string) =>
    hoursOf({ zone, holidays: 'none', open: [{ days: ['sun'], from: '01:00', to: '04:00' }] });
  const minutes = (zone: string, opens: string, closes: string) => {
    const [from, to] = [Date.parse(opens), Date.parse(closes)];
    const open = night(zone);
    return [
      nextOpening(open, from - 1) === from && !isOpen(open, to) && isOpen(open, to - 1),
      openMinutesAfter(open, from, (to - from) / 60_000) === to,
      (to - from) / 60_000,
    ];
  };

  test('a night from 1:00 to 4:00 has two hours when they go forward, and four when they go back', () => {
    expect(minutes('Europe/Berlin', '2027-03-28T01:00+01:00', '2027-03-28T04:00+02:00')).toEqual([true, true, 120]);
    expect(minutes('Europe/Berlin', '2026-10-25T01:00+02:00', '2026-10-25T04:00+01:00')).toEqual([true, true, 240]);
    expect(minutes('America/New_York', '2027-03-14T01:00-05:00', '2027-03-14T04:00-04:00')).toEqual([true, true, 120]);
    expect(minutes('America/New_York', '2026-11-01T01:00-04:00', '2026-11-01T04:00-05:00')).toEqual([true, true, 240]);
  });

  test('nine o’clock stays nine o’clock', () => {
    const berlin = hoursOf({ zone: 'Europe/Berlin', holidays: 'none' });
    const opens = ['2026-10-23T18:00+02:00', '2027-03-26T18:00+01:00'].map((time) =>
      nextOpening(berlin, Date.parse(time)),
    );
    expect(opens).toEqual(['2026-10-26T09:00+01:00', '2027-03-29T09:00+02:00'].map((time) => Date.parse(time)));
  });

  test('a time that the clock leaves out begins when it goes on, and one that is shown twice begins and ends with the first', () => {
    const at = (from: string, to: string) =>
      hoursOf({ zone: 'Europe/Berlin', holidays: 'none', open: [{ days: ['sun'], from, to }] });
    expect(nextOpening(at('02:30', '05:00'), Date.parse('2027-03-28T00:00+01:00'))).toBe(
      Date.parse('2027-03-28T03:00+02:00'),
    );
    const twice = at('02:15', '02:45');
    expect(['02:15+02:00', '02:15+01:00'].map((time) => isOpen(twice, Date.parse(`2026-10-25T${time}`)))).toEqual([
      true,
      false,
    ]);
  });
});

describe('a desk that does not open', () => {
  const at = tokyo('2026-11-30 12:00');
  const once = (date: string): Hours => ({
    ...hours,
    open: [],
    extraOpen: [{ date, from: '09:00', to: '17:00' }],
  });

  test('has no next opening, and an opening further than 400 days ahead is none', () => {
    expect(nextOpening({ ...hours, open: [] }, at)).toBeUndefined();
    expect(inTokyo(nextOpening(once('2028-01-04'), at))).toBe('2028-01-04 09:00');
    expect(nextOpening(once('2028-01-05'), at)).toBeUndefined();
  });

  test('never works so many minutes if it is closed before', () => {
    expect(inTokyo(openMinutesAfter(once('2026-12-05'), at, 480))).toBe('2026-12-05 17:00');
    expect(openMinutesAfter(once('2026-12-05'), at, 481)).toBeUndefined();
  });
});
