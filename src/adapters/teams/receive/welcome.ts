import { wordsIn } from '../../../bot/i18n.ts';
import { otherLanguages } from '../../../bot/languages.ts';
import type { Language } from '../../../bot/types.ts';
import { button, type Card, card, row, text } from '../render/card.ts';
import type { Activity } from './activity.ts';

/** Returns true if an activity reports that the bot was added here (installed). Teams reports it in two kinds of activity, and repeats itself, so callers deduplicate. */
export const installs = ({ type, action, membersAdded, recipient }: Activity): boolean =>
  (type === 'installationUpdate' && action === 'add') ||
  (type === 'conversationUpdate' && membersAdded.some(({ id }) => id === recipient.id));

/** Returns true if an activity reports that the bot was removed from here (uninstalled). */
export const uninstalls = ({ type, action }: Activity): boolean => type === 'installationUpdate' && action === 'remove';

/** Returns the welcome card for a conversation to which the bot was added; `group` is true where the bot has to be mentioned. */
export function welcome(language: Language, group: boolean): Card {
  const words = wordsIn(language);
  return card([
    text(words.text('teams:welcome.title'), { style: 'heading', weight: 'bolder', size: 'large' }),
    text(words.text('teams:welcome.text')),
    ...(group ? [text(words.text('teams:welcome.group'))] : []),
    ...row([
      button(words.text('teams:commands.start.title'), { say: '' }, { style: 'positive' }),
      ...otherLanguages(language).map(({ label }) => button(label, { say: label })),
    ]),
  ]);
}
