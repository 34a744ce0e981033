import type { Facts } from '../../flows/facts.ts';
import type { Promised } from '../desk/promise.ts';
import type { Words } from '../i18n.ts';
import { dateOf, type LocalTime, localTime, weekdayOf } from '../lib/zone.ts';
import type { Reachable } from '../types.ts';

/** Returns the sentence by which a person hears when to expect the desk's answer; empty if nothing is promised. `now`: when it is read, epoch milliseconds. `zone`: the IANA name of the time zone in which its times are told. */
export function promiseSentence(promised: Promised, words: Words, now: number, zone: string): string {
  if (promised.kind === 'none') return '';
  const today = localTime(zone, now).day;
  const by = endOf(localTime(zone, promised.by));
  if (promised.kind === 'within') return words.text('hours:within', { by: momentIn(words, by, today) });
  const opens = localTime(zone, promised.opens);
  return words.text('hours:from', {
    opens: momentIn(words, opens, today),
    // The day is said once.
    by: by.day === opens.day ? clockIn(words, by) : momentIn(words, by, today),
  });
}

/** Returns true where data is in danger, or lost. */
export const isInDanger = ({ data }: Facts): boolean => data === 'risk' || data === 'lost';

/** Returns the sentences by which a person hears when to expect the desk's answer; outside of its hours also whom to ask, for `inDanger`: the contacts of somebody whose data is, else undefined. The rest as for `promiseSentence`. */
export const promiseSentences = (
  promised: Promised,
  words: Words,
  now: number,
  zone: string,
  inDanger: Reachable | undefined,
): readonly string[] => [
  promiseSentence(promised, words, now, zone),
  ...(promised.kind === 'from' && inDanger !== undefined ? [specialistSentence(words, inDanger)] : []),
];

/** Returns the sentence that names the data-recovery specialist, for whoever must not wait for the desk. It promises nothing: when they can be reached is told in their own words. */
export const specialistSentence = (words: Words, { specialist: { name, phone, phoneHours } }: Reachable): string =>
  words.text('hours:specialist', { name, phone, phoneHours });

/** Returns midnight as the end of the day before: what is done by then is done on that day. */
const endOf = ({ day, minute }: LocalTime): LocalTime =>
  minute === 0 ? { day: day - 1, minute: 24 * 60 } : { day, minute };

function clockIn(words: Words, { minute: total }: LocalTime): string {
  const [hour, minute] = [Math.floor(total / 60), total % 60];
  if (hour === 24) return words.text('hours:clock.midnight');
  if (minute === 0) return words.text('hours:clock.hour', { hour });
  if (minute === 30) return words.text('hours:clock.half', { hour });
  return words.text(`hours:clock.${minute < 10 ? 'first-minutes' : 'minute'}`, { hour, minute });
}

/** Returns a moment in words, by how far ahead it is: a day of this week by its name, a later one by its date, and one that could be taken for a day of this year with its year. */
function momentIn(words: Words, moment: LocalTime, today: number): string {
  const clock = clockIn(words, moment);
  const ahead = moment.day - today;
  if (ahead === 0) return words.text('hours:moment.today', { clock });
  if (ahead === 1) return words.text(`hours:moment.${isMorning(moment) ? 'tomorrow-morning' : 'tomorrow'}`, { clock });
  const [year = 0, month = 1, date = 1] = dateOf(moment.day).split('-').map(Number);
  const values = {
    clock,
    year,
    month: words.lines('hours:months')[month - 1] ?? '',
    date,
    weekday: words.lines('hours:weekdays')[weekdayOf(moment.day)] ?? '',
  };
  if (ahead > 0 && ahead < 7) return words.text('hours:moment.this-week', values);
  return words.text(`hours:moment.${Math.abs(ahead) < 180 ? 'later' : 'another-year'}`, values);
}

/** Returns true from five to right before eleven o'clock. */
const isMorning = ({ minute }: LocalTime): boolean => minute >= 5 * 60 && minute < 11 * 60;
