import { LRUCache } from 'lru-cache';
import { wordsIn } from '../../../bot/i18n.ts';
import { linksIn } from '../../../bot/lib/links.ts';
import type { Language, Outgoing } from '../../../bot/types.ts';
import { condensed } from '../../../bot/view/condensed.ts';
import { type Block, limits, type Message, messageSchema } from './blocks.ts';
import { buttonsOf } from './buttons.ts';
import { section } from './rich.ts';
import { cut, escaped, mentionOf, splitAtMentions } from './text.ts';

/** The maximum lengths of a paragraph, tried in this order until the whole message fits. */
const sizes = [limits.message, 3_000, 1_500, 700, 300, 120];

/** Returns a message that Slack accepts, with paragraphs as long as possible, or undefined if none fits. */
export function fitting(blocks: (size: number) => readonly Block[], text: string): Message | undefined {
  for (const size of sizes) {
    const message = messageSchema.safeParse({ text, blocks: blocks(size) });
    if (message.success) return message.data;
  }
  return undefined;
}

/** A placeholder for a block id in a cached message, as long as a block id can be. */
const anyId = 'x'.repeat(limits.id);
/** The cache of rendered messages: most views are shown and answered again and again, by one person or another. */
const known = new LRUCache<string, Message, () => Message>({
  max: 1_000,
  memoMethod: (_key, _stale, { context: make }) => make(),
});

/** Renders a view as a Block Kit message with buttons. `to`: the user who is mentioned first, since others have a case beside theirs; null: nobody. A text that is too long is truncated, with a note, and never refused. */
export function render(whole: Outgoing, blockId: string, language: Language, to: string | null = null): Message {
  const outgoing = condensed(whole);
  const { text, blocks } = remembered(language, outgoing, to, null, () => buttonsOf(outgoing.view, anyId, language));
  return { text, blocks: blocks.map((block) => (block.type === 'actions' ? { ...block, block_id: blockId } : block)) };
}

/** Renders a view and the part below it, its buttons or the answer that it got, with a cache. */
function remembered(
  language: Language,
  outgoing: Outgoing,
  to: string | null,
  answer: string | null,
  after: () => readonly Block[],
): Message {
  const make = () => fit(language, outgoing, to, after());
  return isOurs(outgoing)
    ? known.memo(JSON.stringify([language, outgoing.view, to, answer]), { context: make })
    : make();
}

/** Returns true if every word is the bot's own: words that a person wrote are not cached. */
const isOurs = ({ view, handover }: Outgoing): boolean => view.form === null && view.quote === '' && handover === null;

/** Renders the same message once a newer one replaces it: without buttons, with the answer unless it is empty. `to`: as in `render`. */
export const renderSettled = (
  outgoing: Outgoing,
  answer: string,
  language: Language,
  to: string | null = null,
): Message =>
  remembered(language, condensed(outgoing), to, answer, () =>
    answer === '' ? [] : [chosen(wordsIn(language).text('slack:answered', { answer }))],
  );

function fit(language: Language, outgoing: Outgoing, to: string | null, after: readonly Block[]): Message {
  const mark = wordsIn(language).text('slack:cut');
  const before = to === null ? [] : [calling(to)];
  const called = to === null ? '' : `${mentionOf(to)} `;
  const text = cut(`${called}${fallback(outgoing, language)}`, limits.text, mark);
  const room = limits.blocks - before.length - after.length;
  const blocks = (size: number) => [
    ...before,
    ...body(outgoing, language, (words) => cut(words, size, mark)).slice(0, room),
    ...after,
  ];
  return fitting(blocks, text) ?? messageSchema.parse({ text, blocks: after.length > 0 ? after : [said(mark)] });
}

/** Returns the text for notifications and screen readers; an empty view still needs one. */
const fallback = ({ view, handover }: Outgoing, language: Language): string =>
  escaped(
    [
      ...view.lead,
      view.quote,
      view.title,
      view.text,
      ...view.steps.map((step, n) => `${n + 1}. ${step}`),
      handover?.text ?? '',
      ...view.notes.filter((note) => note !== '').map((note) => wordsIn(language).text('slack:note', { note })),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  ) || '…';

function body({ view, handover }: Outgoing, language: Language, short: (text: string) => string): readonly Block[] {
  const { lead, quote, title, text, steps, notes } = view;
  const words = wordsIn(language);
  return [
    ...lead.filter((line) => line !== '').map((line) => said(short(line))),
    ...(quote === '' ? [] : [linked(short(quote))]),
    ...(title === '' ? [] : [headed(title)]),
    ...(text === '' ? [] : [said(short(text))]),
    ...(steps.length === 0 ? [] : [listed(steps.map(short))]),
    ...(handover === null ? [] : [copied(short(handover.text))]),
    ...notes
      .filter((note) => note !== '')
      .map((note) => noted(cut(words.text('slack:note', { note: escaped(short(note)) }), limits.context, '…'))),
  ];
}

/** Returns a mention of a user, by itself. */
const calling = (user: string): Block => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: user }] }],
});
/** Returns a rich text block with one paragraph. */
export const said = (text: string): Block => ({ type: 'rich_text', elements: [section(text)] });
/** Returns a heading. */
export const headed = (text: string): Block => ({
  type: 'header',
  text: { type: 'plain_text', text: cut(text, limits.header, '…'), emoji: false },
});
/** Returns a text to copy, as a preformatted block: Slack shows a copy button on it. */
export const copied = (text: string): Block => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
});
/** Returns a block that quotes a person's own words. */
export const quoted = (text: string): Block => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }],
});
/** The maximum number of live links in a block: each takes room of the message; the addresses after them are text. */
const mostLinks = 20;
/** Returns a block that quotes what staff wrote, with live links: in rich text Slack makes none of an address by itself. */
export function linked(text: string): Block {
  const parts = linksIn(text);
  const past = parts.filter(({ url }) => url !== undefined)[mostLinks]?.start ?? text.length;
  const elements = parts.map((part) =>
    part.url === undefined || part.start >= past
      ? { type: 'text' as const, text: part.text }
      : { type: 'link' as const, url: part.url },
  );
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] };
}
/** Returns the answer that was pressed, with the mention of who did so if it has one. */
const chosen = (text: string): Block => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_quote',
      elements: splitAtMentions(text).flatMap((part, n) => {
        if (n % 2 === 1) return { type: 'user' as const, user_id: part };
        const shown = cut(part, 2 * limits.button, '…');
        return shown === '' ? [] : { type: 'text' as const, text: shown, style: { bold: true as const } };
      }),
    },
  ],
});
const listed = (steps: readonly string[]): Block => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_list', style: 'ordered', elements: steps.map(section) }],
});
/** Returns a remark in small print, from escaped mrkdwn. */
export const noted = (text: string): Block => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text, verbatim: true }],
});
