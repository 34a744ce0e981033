import { hoursSchema } from '../../src/adapters/config/hours.ts';
import type { Hours } from '../../src/bot/desk/hours.ts';

const working = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** The office hours of a desk as an operator writes them: working days from 9:00 to 17:30, a break at the end of the year, two hours to answer. */
export const written = {
  zone: 'Asia/Tokyo',
  open: [{ days: working, from: '09:00', to: '17:30' }],
  holidays: 'jp',
  closed: ['2026-12-29', '2026-12-30', '2026-12-31'],
  answersWithin: 120,
};
/** The same, parsed; with other values in place of some. */
export const hoursOf = (others: object = {}): Hours => hoursSchema.parse({ ...written, ...others });
/** Returns a time in Japan, YYYY-MM-DD HH:MM, in epoch milliseconds. */
export const tokyo = (time: string): number => Date.parse(`${time.replace(' ', 'T')}+09:00`);
/** Returns epoch milliseconds as a time in Japan. */
export const inTokyo = (at: number | undefined): string =>
  at === undefined ? 'never' : new Date(at + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
