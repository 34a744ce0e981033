import holidays from '@holiday-jp/holiday_jp';

/** The public holidays of a country, by its ISO 3166 code, as YYYY-MM-DD; `none`: no day is closed because of them. Japan's, from 1970 to 2050, with substitute holidays and the days between two (https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html, kept by https://github.com/holiday-jp/holiday_jp). Those of years whose calendar is not announced yet are expected by the present law. */
export const publicHolidays = {
  jp: new Set<string>(Object.keys(holidays.holidays)),
  none: new Set<string>(),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;
