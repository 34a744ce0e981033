import { wordsIn } from '../../../bot/i18n.ts';
import type { DeskNews, DeskNotice, PersonId } from '../../../bot/ports.ts';
import type { Language } from '../../../bot/types.ts';
import { audienceOf, newsHead, weekLines } from '../../../bot/view/notice-words.ts';
import { userOf } from '../address.ts';
import { type Block, type Message, messageSchema } from '../render/blocks.ts';
import { button } from '../render/buttons.ts';
import { quoted } from '../render/render.ts';
import { escaped } from '../render/text.ts';

/** The action ids of the buttons that open the form for a notice, with an error code as value, and that end the notice whose id is the value. */
export const noticeButtons = { open: 'notice:open', end: 'notice:end' } as const;

/** Renders news for the people of the desk, in its language: a notice that was posted, with a button to end it, one that ended, many cases of one code, with a button to post a notice, or the figures of a week. */
export function newsMessage(news: DeskNews, language: Language): Message {
  const words = wordsIn(language);
  const head = newsHead(news, language);
  const line = (label: 'by' | 'audience', text: string) => `${words.text(`notices:${label}`)}　${text}`;
  if (news.kind === 'surge')
    return messageSchema.parse({
      text: head,
      blocks: [
        said(`${head}\n${words.text('notices:surge-post')}`),
        pressing(button(noticeButtons.open, words.text('notices:open'), news.code, 'primary')),
      ],
    });
  if (news.kind === 'week') {
    const { url } = news.week;
    // Written as a link, since the text is shown as it is.
    const more = url === '' ? [] : [words.text('insight:report.more', { url: `<${url}>` })];
    const lines = weekLines({ ...news.week, url: '' }, language).map(escaped);
    return messageSchema.parse({ text: head, blocks: [said([`*${head}*`, ...lines, ...more].join('\n'))] });
  }
  const { notice, kind } = news;
  const by = kind === 'posted' ? notice.postedBy : news.by;
  return messageSchema.parse({
    text: head,
    blocks: [
      said(
        `*${head}*\n${[...author(by).map((who) => line('by', who)), line('audience', escaped(audienceOf(notice.match, words)))].join('\n')}`,
      ),
      quoted(notice.text),
      ...(kind === 'posted' ? [pressing(endButton(notice, language))] : []),
    ],
  });
}

/** Returns the button that ends a notice. */
export const endButton = ({ id }: DeskNotice, language: Language) =>
  button(noticeButtons.end, wordsIn(language).text('notices:end'), id);

const said = (text: string): Block => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
const pressing = (one: ReturnType<typeof button>): Block => ({ type: 'actions', block_id: 'notice', elements: [one] });
const author = (person: PersonId | null): readonly string[] => {
  const user = person === null ? undefined : userOf(person);
  return user === undefined ? [] : [`<@${user.user}>`];
};
