import type { NoticeEnd } from '../conversation/conversation.ts';
import { type TextKey, type Words, wordsIn } from '../i18n.ts';
import { baseOf } from '../languages.ts';
import type { DeskNews, NoticeMatch, WeekFigures } from '../ports.ts';
import type { Language } from '../types.ts';
import { factPhrase } from './fact-phrases.ts';

/** Returns when a notice ends as people at `now`, epoch milliseconds, are told it. */
export function endSeen(at: number, zone: string, now: number): NoticeEnd {
  const dayOf = (time: number) => new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone: zone }).format(time);
  return { at, zone, today: dayOf(at) === dayOf(now) };
}

/** Returns when a notice ends in words, in its own time zone: the time, and the day as well if that is another one. */
export function endOf({ at, zone, today }: NoticeEnd, language: Language): string {
  const day = today ? {} : ({ month: 'long', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(baseOf(language), {
    ...day,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

/** Returns the first line of news for a desk: that a notice was posted, or ended, and when, that many have one code, or what a week brought. */
export function newsHead(news: DeskNews, language: Language): string {
  const words = wordsIn(language);
  if (news.kind === 'surge') return words.text('notices:surge', { code: news.code, cases: news.cases });
  if (news.kind === 'week') {
    const [from, to] = [news.week.from, news.week.to].map((day) => dayIn(day, language));
    return words.text('insight:report.head', { from: from ?? '', to: to ?? '' });
  }
  const { zone, until } = news.notice;
  const at = (time: number) => endOf(endSeen(time, zone, news.at), language);
  return news.kind === 'posted'
    ? words.text('notices:posted', { until: at(until) })
    : words.text('notices:ended', { at: at(news.at) });
}

/** Returns the figures of a week in words for a desk, a line each. */
export function weekLines(
  { begun, ends, notUnderstood, answer, url }: WeekFigures,
  language: Language,
): readonly string[] {
  const words = wordsIn(language);
  const line = (label: string, value: string | number | null) =>
    `${label}${words.text('handover:colon')}${value ?? '–'}`;
  return [
    line(words.text('insight:report.begun'), begun),
    ...Object.entries(ends).map(([end, count]) => line(words.text(`insight:ends.${end}` as TextKey), count)),
    line(words.text('insight:report.not-understood'), notUnderstood),
    ...(answer === null ? [] : [line(words.text('insight:report.answer'), timeLabel(words, answer))]),
    ...(url === '' ? [] : [words.text('insight:report.more', { url })]),
  ];
}

/** Returns a day, YYYY-MM-DD, in words. */
const dayIn = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(baseOf(language), { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(Date.parse(day));

/** Returns a time in seconds in words. */
export function timeLabel(words: Words, seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return words.text('insight:times.minutes', { minutes });
  if (hours < 24) return words.text('insight:times.hours', { hours, minutes: minutes % 60 });
  return words.text('insight:times.days', { days: Math.floor(hours / 24), hours: hours % 24 });
}

/** Returns for whom a notice is, in words for its desk. */
export function audienceOf({ origin, code, list }: NoticeMatch, words: Words): string {
  const parts = [
    ...(origin === null ? [] : [factPhrase('origin', origin, words)]),
    ...(code === null ? [] : [code]),
    ...(list === null ? [] : [words.text(`lists:${list}.title` as TextKey)]),
  ];
  return parts.length === 0 ? words.text('notices:all') : parts.join(words.text('handover:comma'));
}
