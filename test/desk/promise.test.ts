import { describe, expect, test } from 'vitest';
import { promise, remindAt } from '../../src/bot/desk/promise.ts';
import { hoursOf, inTokyo, tokyo } from './sample.ts';

const hours = hoursOf();
const promised = (time: string, others: object = {}) => {
  const told = promise(hoursOf(others), tokyo(time));
  if (told.kind === 'none') return ['none'];
  return told.kind === 'within' ? ['within', inTokyo(told.by)] : ['from', inTokyo(told.opens), inTokyo(told.by)];
};

describe('a promise of a desk that answers within two hours', () => {
  test('is today while there is time before closing', () => {
    expect(promised('2026-11-30 13:00')).toEqual(['within', '2026-11-30 15:00']);
  });

  test('is the next full or half hour, but not after closing', () => {
    expect(promised('2026-11-30 13:01')).toEqual(['within', '2026-11-30 15:30']);
    expect(promised('2026-11-30 13:31')).toEqual(['within', '2026-11-30 16:00']);
    const open = [{ days: ['mon'], from: '09:00', to: '17:20' }];
    expect(promised('2026-11-30 15:05', { open })).toEqual(['within', '2026-11-30 17:20']);
  });

  test('is Monday on a Friday at 17:29, with the desk still open', () => {
    expect(promised('2026-11-27 17:29')).toEqual(['within', '2026-11-30 11:00']);
  });

  test('is from Monday on a Friday at 17:31, with the desk closed', () => {
    expect(promised('2026-11-27 17:31')).toEqual(['from', '2026-11-30 09:00', '2026-11-30 11:00']);
  });

  test('is from 4 January on New Year’s Eve and on New Year’s Day', () => {
    const january = ['from', '2027-01-04 09:00', '2027-01-04 11:00'];
    expect([promised('2026-12-31 10:00'), promised('2027-01-01 10:00')]).toEqual([january, january]);
  });

  test('is none where no hours are configured, and where the desk does not open within 400 days', () => {
    const at = tokyo('2026-11-30 13:00');
    expect(promise(null, at)).toEqual({ kind: 'none' });
    expect(promise({ ...hours, open: [] }, at)).toEqual({ kind: 'none' });
    const once = { ...hours, open: [], extraOpen: [{ date: '2026-12-05', from: '09:00', to: '10:00' }] };
    expect(promise(once, at)).toEqual({ kind: 'none' });
  });
});

describe('a ticket that nobody answers', () => {
  test('reminds its desk, a second desk, and then tells the person, after one, two and three times the time to answer', () => {
    expect(remindAt(hours, tokyo('2026-11-30 10:00')).map(inTokyo)).toEqual([
      '2026-11-30 12:00',
      '2026-11-30 14:00',
      '2026-11-30 16:00',
    ]);
  });

  test('waits over a weekend, and for the morning where it is due at closing', () => {
    expect(remindAt(hours, tokyo('2026-11-27 15:30')).map(inTokyo)).toEqual([
      '2026-11-30 09:00',
      '2026-11-30 11:00',
      '2026-11-30 13:00',
    ]);
  });

  test('goes by the working minutes that are configured', () => {
    const policy = { desk: 30, secondDesk: 60, person: 600 };
    expect(remindAt(hours, tokyo('2026-11-30 17:00'), policy).map(inTokyo)).toEqual([
      '2026-12-01 09:00',
      '2026-12-01 09:30',
      '2026-12-02 10:00',
    ]);
  });

  test('reminds nobody at a desk that does not open', () => {
    expect(remindAt({ ...hours, open: [] }, tokyo('2026-11-30 10:00'))).toEqual([]);
  });
});
