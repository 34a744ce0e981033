import type { ConversationId, PersonId } from '../../bot/ports.ts';
import type { Presented } from '../../bot/runtime/index.ts';
import type { Input, Language } from '../../bot/types.ts';

/** The one conversation of a terminal. */
export const terminalConversation = 'terminal:here' as ConversationId;
/** The person who sits there. */
export const terminalPerson = 'terminal:me' as PersonId;

/** Returns what a chat begins with: nothing said, or another language asked for. */
export const opening = (resumed: Presented | undefined, language: Language | undefined): Input =>
  resumed === undefined || language === undefined || language === resumed.language
    ? { type: 'text', text: '' }
    : { type: 'choice', to: resumed.outgoing.view.id, choice: language === 'ja' ? 'japanese' : 'english' };
