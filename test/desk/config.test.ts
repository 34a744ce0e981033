import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hoursSchema } from '../../src/adapters/config/hours.ts';
import { written } from './sample.ts';

/** Returns what the operator is told of office hours with other values in place of some: the field, and what is expected there. */
const refusedFor = (others: object) => {
  const read = hoursSchema.safeParse({ ...written, ...others });
  return (read.error?.issues ?? []).map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`);
};
const onMonday = (from: string, to: string) => ({ days: ['mon'], from, to });

describe('the office hours in a file', () => {
  test('need opening times and a time to answer; the zone is Japan’s, and its public holidays are closed', () => {
    const read = hoursSchema.parse({ open: written.open, answersWithin: 60 });
    expect({ ...read, closed: [read.closed.has('2027-03-22'), read.closed.has('2027-03-23')] }).toEqual({
      zone: 'Asia/Tokyo',
      open: written.open,
      closed: [true, false],
      extraOpen: [],
      answersWithin: 60,
    });
  });

  test('keep no public holidays if they say so, and the dates that are named', () => {
    expect([...hoursSchema.parse({ ...written, holidays: 'none' }).closed]).toEqual(written.closed);
  });

  test('may have a break, all hours of a day, times of a date besides the week’s, and others in place of them', () => {
    expect(refusedFor({ open: [onMonday('09:00', '12:00'), onMonday('12:00', '17:00')] })).toEqual([]);
    expect(refusedFor({ open: [onMonday('00:00', '24:00')] })).toEqual([]);
    expect(refusedFor({ extraOpen: [{ date: '2026-11-30', from: '17:30', to: '20:00' }] })).toEqual([]);
    expect(refusedFor({ extraOpen: [{ date: '2026-12-29', from: '10:00', to: '12:00' }] })).toEqual([]);
    expect(refusedFor({ extraOpen: [{ date: '2027-01-01', from: '10:00', to: '12:00' }] })).toEqual([]);
  });
});

describe('office hours are refused, with the field and what is expected there,', () => {
  test.each([['Tokyo'], ['JST'], ['+09:00'], ['Asia/Nowhere'], ['']])('in the zone "%s", which is none', (zone) => {
    expect(refusedFor({ zone })).toEqual(['zone: must be an IANA time zone, such as Asia/Tokyo']);
  });

  test('without an opening time, or without a day', () => {
    expect(refusedFor({ open: [] })).toEqual(['open: must have an opening time']);
    expect(refusedFor({ open: [{ days: [], from: '09:00', to: '17:00' }] })).toEqual(['open[0].days: must have a day']);
  });

  test('with a day or a time that is none', () => {
    expect(refusedFor({ open: [{ days: ['Monday'], from: '9:00', to: '25:00' }] })).toEqual([
      'open[0].days[0]: must be one of sun, mon, tue, wed, thu, fri, sat',
      'open[0].from: must be a time from 00:00 to 23:59, as HH:MM',
      'open[0].to: must be a time from 00:01 to 24:00, as HH:MM',
    ]);
  });

  test('if a time ends when it begins, or before: nothing goes over midnight', () => {
    expect(refusedFor({ open: [onMonday('09:00', '09:00'), onMonday('22:00', '06:00')] })).toEqual([
      'open[0].to: must be later than 09:00; nothing goes over midnight',
      'open[1].to: must be later than 22:00; nothing goes over midnight',
    ]);
    expect(refusedFor({ extraOpen: [{ date: '2026-12-05', from: '12:00', to: '09:00' }] })).toEqual([
      'extraOpen[0].to: must be later than 12:00; nothing goes over midnight',
    ]);
  });

  test('if two times of a day overlap', () => {
    const open = [
      { days: ['mon', 'tue'], from: '09:00', to: '12:00' },
      { days: ['tue', 'wed'], from: '11:59', to: '17:00' },
    ];
    expect(refusedFor({ open })).toEqual(['open[1]: must not overlap an earlier time of tue']);
  });

  test('if a day stands twice at one time', () => {
    expect(refusedFor({ open: [{ days: ['mon', 'mon'], from: '09:00', to: '12:00' }] })).toEqual([
      'open[0].days: must not have a day twice',
    ]);
  });

  test('if the time of a date overlaps the week’s, or another one of that date', () => {
    expect(refusedFor({ extraOpen: [{ date: '2026-11-30', from: '17:00', to: '20:00' }] })).toEqual([
      'extraOpen[0]: must not overlap the usual times of 2026-11-30; to replace them, add the date to closed',
    ]);
    const twice = { date: '2026-12-05', from: '09:00', to: '12:00' };
    expect(refusedFor({ extraOpen: [twice, twice] })).toEqual([
      'extraOpen[1]: must not overlap an earlier time of 2026-12-05',
    ]);
  });

  test.each([['2026-02-29'], ['2026-13-01'], ['2026/12/29'], ['29.12.2026']])('with the date %s', (date) => {
    expect(refusedFor({ closed: [date] })).toEqual(['closed[0]: must be a date that exists, as YYYY-MM-DD']);
  });

  test.each([[0], [1.5], ['60'], [9_601]])('with %s as minutes to answer within', (answersWithin) => {
    expect(refusedFor({ answersWithin })).toEqual([expect.stringMatching(/^answersWithin: /)]);
  });

  test('with a field that they do not have', () => {
    expect(refusedFor({ holiday: 'jp' })).toEqual([expect.stringContaining('"holiday"')]);
    expect(refusedFor({ holidays: 'de' })).toEqual(['holidays: must be one of jp, none']);
  });
});
