import { languageButton } from '../../bot/languages.ts';
import type { ConversationId, PersonId } from '../../bot/ports.ts';
import type { Presented } from '../../bot/runtime/index.ts';
import type { Input, Language } from '../../bot/types.ts';

/** The id of the one conversation of a terminal. */
export const terminalConversation = 'terminal:here' as ConversationId;
/** The id of the person at the terminal. */
export const terminalPerson = 'terminal:me' as PersonId;

/** Returns the first input of a chat: an empty text, or a change of language if another one was requested. */
export const opening = (resumed: Presented | undefined, language: Language | undefined): Input =>
  resumed === undefined || language === undefined || language === resumed.language
    ? { type: 'text', text: '' }
    : { type: 'choice', to: resumed.outgoing.view.id, choice: languageButton(language).id };
