import { wordsIn } from '../../../bot/i18n.ts';
import { languageButton, languages } from '../../../bot/languages.ts';
import type { Language, Outgoing } from '../../../bot/types.ts';
import { type Home, homeSchema } from './blocks.ts';
import { button } from './buttons.ts';
import { headed, said } from './render.ts';
import { cut, escaped } from './text.ts';

/** The maximum number of open conversations in the list. */
export const most = 10;

/** Renders the home tab: the start button, the open conversations with links, the language. `model`: where a language model runs that reads along; empty: none does. */
export function homeOf(
  open: readonly { readonly link: string | undefined; readonly outgoing: Outgoing }[],
  language: Language,
  model: string,
): Home {
  const words = wordsIn(language);
  const spoken = languages.map((one) => {
    const { id, label } = languageButton(one);
    return button(`home:${id}`, label, id, one === language ? 'primary' : undefined);
  });
  return homeSchema.parse({
    type: 'home',
    blocks: [
      headed(words.text('slack:home.title')),
      said(words.text('slack:home.text')),
      ...(model === '' ? [] : [said(escaped(words.text('says:model-reads', { place: model })))]),
      {
        type: 'actions',
        block_id: 'home:start',
        elements: [button('home:start', words.text('slack:home.start'), 'start', 'primary')],
      },
      { type: 'divider' },
      headed(words.text('slack:home.open')),
      ...(open.length === 0 ? [said(words.text('slack:home.none'))] : []),
      ...open.slice(0, most).map(({ link, outgoing: { view } }) => ({
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: [
            escaped(cut(view.title || view.text, 140, '…')),
            ...(link === undefined ? [] : [`<${link}|${words.text('slack:home.link')}>`]),
          ].join('\n'),
          verbatim: true,
        },
      })),
      { type: 'divider' },
      headed(words.text('slack:home.language')),
      { type: 'actions', block_id: 'home:language', elements: spoken },
    ],
  });
}
