import { wordsIn } from '../../../bot/i18n.ts';
import type { Language } from '../../../bot/types.ts';
import type { Part } from '../render/card.ts';

/** Returns an input field with a maximum number of characters (`most`). A product key is rejected on the person's device and never sent; other secrets are redacted on arrival. */
export const input = (id: string, label: string, most: number, language: Language, look: object = {}): Part => ({
  type: 'Input.Text',
  id,
  label,
  maxLength: most,
  regex: `^(?![\\s\\S]*[A-Za-z0-9]{5}(-[A-Za-z0-9]{5}){4})[\\s\\S]{0,${most}}$`,
  errorMessage: wordsIn(language).text('teams:form.key', { most: most.toLocaleString('en') }),
  ...look,
});
