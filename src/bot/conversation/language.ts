import type { Language } from '../types.ts';
import { languageWritten } from '../understanding/language-written.ts';
import { type Conversation, withLead } from './conversation.ts';

/** Switches the conversation to the language that the person chose. */
export const speak = (talk: Conversation, language: Language): Conversation =>
  withLead({ ...talk, language, languageChosen: true }, { say: 'language-changed' });

/** Returns the conversation in the language of a message, unless the person chose one or the message shows none. */
export const inLanguageOf = (text: string, talk: Conversation): Conversation =>
  talk.languageChosen ? talk : { ...talk, language: languageWritten(text, talk.language) ?? talk.language };
