import type { Phrase } from '../../locales/language.ts';
import type { Topic } from '../flows/events.ts';
import { useTexts } from './i18n.ts';
import { baseOf, defaultLanguage } from './languages.ts';
import type { Language } from './types.ts';
import { fold } from './understanding/fold.ts';
import { useModel } from './understanding/learnt.ts';
import type { StoredModel } from './understanding/model.ts';
import { phrasesOf } from './understanding/phrases.ts';

/** An answer of the helpdesk: to a question that is asked in one of the phrases, in words of its own or those of an answer of the product (`topic`). */
export interface OwnAnswer {
  readonly id: string;
  readonly asked: readonly Phrase[];
  readonly answer:
    | { readonly topic: Topic }
    | { readonly says: Partial<Readonly<Record<Language, readonly string[]>>> };
}

/** The words of a helpdesk: texts in place of the product's, by language, file and path, answers beside them, and a model that was trained with examples of the helpdesk (null: the product's). */
export interface HelpdeskWords {
  readonly texts: Partial<Readonly<Record<Language, object>>>;
  readonly answers: readonly OwnAnswer[];
  readonly model: StoredModel | null;
}

/** The words of a helpdesk that has none. */
export const noWords: HelpdeskWords = { texts: {}, answers: [], model: null };

/** An answer with the reader of its phrases. */
type Compiled = OwnAnswer & { readonly isAsked: (folded: string) => boolean };

let compiled: readonly Compiled[] = [];

/** Has everything said from now on be in the words of a helpdesk. A reply is composed without a pause, so that none is in old words and new ones. */
export function useWords({ texts, answers, model }: HelpdeskWords): void {
  useModel(model);
  useTexts(texts);
  compiled = answers.map((one) => {
    const read = phrasesOf(one.asked);
    return { ...one, isAsked: (folded) => read(folded) !== undefined };
  });
}

/** Returns the answer of the helpdesk to a message that is one of its questions as a whole; undefined if it is none. */
export function ownAnswerTo(text: string): OwnAnswer | undefined {
  if (compiled.length === 0) return undefined;
  const folded = fold(text).replace(/[?\s]+$/, '');
  return compiled.find(({ isAsked }) => isAsked(folded));
}

/** Returns the words of an answer of the helpdesk, in a language, else in the language that it is a register of, else in the default one; empty if there is no such answer any more. */
export function ownAnswer(id: string, language: Language): readonly string[] {
  const found = compiled.find((one) => one.id === id);
  if (found === undefined || 'topic' in found.answer) return [];
  const { says } = found.answer;
  return says[language] ?? says[baseOf(language)] ?? says[defaultLanguage] ?? [];
}
