import type { NoticeEnd } from '../conversation/conversation.ts';
import { type TextKey, type Words, wordsIn } from '../i18n.ts';
import { baseOf } from '../languages.ts';
import type { DeskNews, NoticeMatch } from '../ports.ts';
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

/** Returns the first line of news for a desk: that a notice was posted, or ended, and when, or that many have one code. */
export function newsHead(news: DeskNews, language: Language): string {
  const words = wordsIn(language);
  if (news.kind === 'surge') return words.text('notices:surge', { code: news.code, cases: news.cases });
  const { zone, until } = news.notice;
  const at = (time: number) => endOf(endSeen(time, zone, news.at), language);
  return news.kind === 'posted'
    ? words.text('notices:posted', { until: at(until) })
    : words.text('notices:ended', { at: at(news.at) });
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
