import { wordsIn } from '../../../bot/i18n.ts';
import type { Language } from '../../../bot/types.ts';
import { button, type Card, card, row, text } from '../render/card.ts';
import type { Activity } from './activity.ts';

/** Whether an activity says that the bot was added here. Teams says it twice, in two kinds, and repeats itself. */
export const installs = ({ type, action, membersAdded, recipient }: Activity): boolean =>
  (type === 'installationUpdate' && action === 'add') ||
  (type === 'conversationUpdate' && membersAdded.some(({ id }) => id === recipient.id));

/** Whether an activity says that the bot was removed from here. */
export const uninstalls = ({ type, action }: Activity): boolean => type === 'installationUpdate' && action === 'remove';

/** The card that greets people where the bot was added; `group`: where it has to be mentioned. */
export function welcome(language: Language, group: boolean): Card {
  const words = wordsIn(language);
  return card([
    text(words.text('teams:welcome.title'), { style: 'heading', weight: 'bolder', size: 'large' }),
    text(words.text('teams:welcome.text')),
    ...(group ? [text(words.text('teams:welcome.group'))] : []),
    ...row([
      button(words.text('teams:commands.start.title'), { say: '' }, { style: 'positive' }),
      button(words.text('teams:other-language'), { say: words.text('teams:other-language') }),
    ]),
  ]);
}
