import { wordsIn } from '../../../bot/i18n.ts';
import { baseOf } from '../../../bot/languages.ts';
import type { DeskNews, DeskNotice } from '../../../bot/ports.ts';
import type { Language } from '../../../bot/types.ts';
import { audienceOf, newsHead, weekLines } from '../../../bot/view/notice-words.ts';
import { box, button, type Card, card, type Part, plain, row, text } from '../render/card.ts';

/** Returns the card of news for the people of the desk, in its language: a notice that was posted, with a button to end it, one that ended, many cases of one code, with a button to post a notice, or the figures of a week. `by`: the name of who did it; empty if nobody did, or it is not known. */
export function newsCard(news: DeskNews, by: string, language: Language): Card {
  const words = wordsIn(language);
  const head = text(newsHead(news, language), { weight: 'bolder' });
  if (news.kind === 'surge')
    return card([
      head,
      ...plain(words.text('notices:surge-post')),
      ...row([button(words.text('notices:open'), { notice: 'open', code: news.code })]),
    ]);
  if (news.kind === 'week') return card([head, ...weekLines(news.week, language).flatMap((line) => plain(line))]);
  const { notice, kind } = news;
  const line = (label: 'by' | 'audience', said: string) =>
    plain(`${words.text(`notices:${label}`)}${words.text('handover:colon')}${said}`);
  return card([
    head,
    ...(by === '' ? [] : line('by', by)),
    ...line('audience', audienceOf(notice.match, words)),
    box(plain(notice.text)),
    ...(kind === 'posted' ? row([endButton(notice, language)]) : []),
  ]);
}

/** Returns the button that ends a notice. */
export const endButton = ({ id }: DeskNotice, spoken: Language): Part =>
  button(wordsIn(baseOf(spoken)).text('notices:end'), { notice: 'end', id }, { associatedInputs: 'none' });
