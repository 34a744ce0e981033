import { conversationId, personId } from '../../bot/keys.ts';
import { languageButton } from '../../bot/languages.ts';
import type { Presented } from '../../bot/runtime/index.ts';
import type { Input, Language } from '../../bot/types.ts';

/** The id of the channel. */
export const terminalId = 'terminal';
/** The id of the one conversation of a terminal. */
export const terminalConversation = conversationId({
  channel: terminalId,
  tenant: null,
  place: 'here',
  person: null,
});
/** The id of the person at the terminal. */
export const terminalPerson = personId({ home: terminalId, tenant: null, user: 'me' });

/** Returns the first input of a chat: an empty text, or a change of language if another one was requested. */
export const opening = (resumed: Presented | undefined, language: Language | undefined): Input =>
  resumed === undefined || language === undefined || language === resumed.language
    ? { type: 'text', text: '' }
    : { type: 'choice', to: resumed.outgoing.view.id, choice: languageButton(language).id };
