import { wordsIn } from '../../../bot/i18n.ts';
import type { ConversationId, Incoming, MessageRef, PersonId } from '../../../bot/ports.ts';
import { type Input, type Language, languages } from '../../../bot/types.ts';
import { addressOf } from '../address.ts';
import { type Activity, tenantOf } from './activity.ts';
import { readPressed } from './pressed.ts';
import { spoken } from './spoken.ts';

/** The language of a person: English where Teams says so, else Japanese. */
export const languageOf = ({ locale }: Activity): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'ja');

/** The conversation that an activity belongs to. In a channel, Teams makes the thread part of its id; a personal chat goes by its person, since it has another id once it was begun again. */
export const conversationOf = (activity: Activity): ConversationId =>
  `teams:${tenantOf(activity)}:${activity.conversation.conversationType === 'personal' ? activity.from.id : activity.conversation.id}` as ConversationId;

/** Reads what a person did: a message, a button, a form, a file. Undefined: nothing that the bot answers. */
export function parse(activity: Activity): Incoming | undefined {
  const { id, from, recipient, conversation } = activity;
  const input = inputOf(activity);
  if (id === undefined || input === undefined || from.id === recipient.id || from.role === 'bot') return undefined;
  const addressed = isPressed(activity) || conversation.conversationType === 'personal' || spoken(activity).addressed;
  return {
    id,
    conversation: conversationOf(activity),
    person: `teams:${tenantOf(activity)}:${from.id}` as PersonId,
    address: addressOf(activity),
    language: languageOf(activity),
    opens: addressed,
    addressed,
    on: isPressed(activity) ? ((activity.replyToId ?? null) as MessageRef | null) : null,
    input,
  };
}

/** A button arrives as an invoke, or from clients without Action.Execute as a message with a value. */
const isPressed = ({ type, value }: Activity) => type === 'invoke' || value !== undefined;

/** The command that begins, or goes on: an empty text shows where the conversation stands. */
const starts = languages.map((language) => wordsIn(language).text('teams:commands.start.title'));

function inputOf(activity: Activity): Input | undefined {
  const data = dataOf(activity);
  if (data !== undefined) return readPressed(data);
  if (activity.type !== 'message') return undefined;
  const { text } = spoken(activity);
  if (filesIn(activity.attachments).length > 0) return { type: 'file', text };
  return { type: 'text', text: starts.includes(text) ? '' : text };
}

/** The files of a message. Every message of a person carries its own text as an attachment of type text/html: that is none. */
export const filesIn = (attachments: Activity['attachments']): Activity['attachments'] =>
  attachments.filter(({ contentType }) => contentType !== 'text/html');

/** What arrived with a pressed button, in whichever way; undefined: none was pressed. */
export function dataOf({ type, name, value }: Activity): Readonly<Record<string, unknown>> | undefined {
  if (type === 'invoke') return name === 'adaptiveCard/action' ? dataIn(value) : undefined;
  return type === 'message' ? value : undefined;
}

/** The data of an Action.Execute, inside its envelope. */
function dataIn(value: Activity['value']): Readonly<Record<string, unknown>> {
  const { action } = (value ?? {}) as { action?: { data?: unknown } };
  const data = action?.data;
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
}
