import { describe, expect, test } from 'vitest';
import { isOpen } from '../../src/bot/desk/hours.ts';
import { promise } from '../../src/bot/desk/promise.ts';
import { hoursOf, inTokyo, tokyo, written } from './sample.ts';

/** Japan's public holidays from April 2026 to May 2027, as the Cabinet Office lists them (https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html): written down here once more, so that the package is held to them. */
const holidays = [
  ...['2026-04-29', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06', '2026-07-20', '2026-08-11'],
  ...['2026-09-21', '2026-09-22', '2026-09-23', '2026-10-12', '2026-11-03', '2026-11-23'],
  ...['2027-01-01', '2027-01-11', '2027-02-11', '2027-02-23', '2027-03-21', '2027-03-22'],
  ...['2027-04-29', '2027-05-03', '2027-05-04', '2027-05-05'],
];
const off: ReadonlySet<string> = new Set([...holidays, ...written.closed]);
const hours = hoursOf();
/** Every eleven minutes of a year. */
const times: readonly number[] = Array.from(
  { length: (365 * 24 * 60) / 11 },
  (_, n) => tokyo('2026-04-01 00:00') + n * 11 * 60_000,
);

/** Returns true if the desk works on the date of a time in Japan. */
const isWorkingDay = (time: string) =>
  !off.has(time.slice(0, 10)) && ![0, 6].includes(new Date(`${time.slice(0, 10)}T00:00Z`).getUTCDay());
const within = (at: number, opening: boolean) => {
  const time = inTokyo(at);
  const clock = time.slice(11);
  return isWorkingDay(time) && clock >= '09:00' && (opening ? clock < '17:30' : clock <= '17:30');
};

describe('in a year of promises, one every eleven minutes from April 2026 to March 2027', () => {
  const told = times.map((at) => ({ at, promised: promise(hours, at) }));

  test('something is promised each time, from the opening where the desk is closed, and within its hours where it is open', () => {
    const kinds = told.filter(({ at, promised }) => promised.kind !== (within(at, true) ? 'within' : 'from'));
    expect(kinds.map(({ at }) => inTokyo(at))).toEqual([]);
    expect(times.filter((at) => isOpen(hours, at) !== within(at, true)).map(inTokyo)).toEqual([]);
  });

  test('no promise lies outside office hours, on a holiday or in the past', () => {
    const broken = told.filter(({ at, promised }) => {
      if (promised.kind === 'none') return true;
      if (
        promised.kind === 'from' &&
        !(promised.opens > at && promised.opens < promised.by && within(promised.opens, true))
      )
        return true;
      return promised.by <= at || !within(promised.by, false);
    });
    expect(broken.map(({ at }) => inTokyo(at))).toEqual([]);
  });

  test('whoever asks later is never promised an earlier answer', () => {
    const by = told.map(({ promised }) => (promised.kind === 'none' ? 0 : promised.by));
    expect(by.filter((one, n) => n > 0 && one < (by[n - 1] ?? 0))).toEqual([]);
  });

  test('the desk has its two working hours each time, and at most half an hour more', () => {
    // Of each quarter of an hour from here on: how many the desk worked before it.
    const quarter = 15 * 60_000;
    const since = tokyo('2026-04-01 00:00');
    const worked = [0];
    for (let at = since; at < tokyo('2027-04-10 00:00'); at += quarter)
      worked.push((worked.at(-1) ?? 0) + (within(at, true) ? 1 : 0));
    const until = (at: number) => {
      const [whole, rest] = [Math.floor((at - since) / quarter), (at - since) % quarter];
      return (worked[whole] ?? 0) * quarter + (within(at, true) ? rest : 0);
    };
    const unkept = told.filter(({ at, promised }) => {
      if (promised.kind === 'none') return true;
      const had = (until(promised.by) - until(at)) / 60_000;
      return had < 120 || had >= 150;
    });
    expect(unkept.map(({ at }) => inTokyo(at))).toEqual([]);
  });
});
