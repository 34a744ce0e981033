import { wordsIn } from '../../../bot/i18n.ts';
import { defaultLanguage, languageFor, languages } from '../../../bot/languages.ts';
import { digest } from '../../../bot/lib/hash.ts';
import type { Incoming, MessageRef } from '../../../bot/ports.ts';
import { type Input, type Language, mostFiles } from '../../../bot/types.ts';
import { addressOf } from '../address.ts';
import { personIn, personOf, pressedIn } from '../keys.ts';
import { type Activity, tenantOf } from './activity.ts';
import { sentFile } from './file.ts';
import { readPressed } from './pressed.ts';
import { spoken } from './spoken.ts';

/** Returns the language of a person: that of the locale in Teams, else the default one. */
export const languageOf = ({ locale }: Activity): Language => languageFor(locale) ?? defaultLanguage;

/** Parses an activity of a person: a message, an edited one (Teams need not report those: https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md#message-update-activity), a button, a form, a file. Returns undefined for an activity that the bot does not answer. */
export function parse(activity: Activity): Incoming | undefined {
  const { id, from, recipient, conversation } = activity;
  const input = inputOf(activity);
  if (id === undefined || input === undefined || from.id === recipient.id || from.role === 'bot') return undefined;
  const { addressed: mentioned, others } = spoken(activity);
  const addressed = isPressed(activity) || conversation.conversationType === 'personal' || mentioned;
  return {
    // A message that was edited keeps its own id.
    id: input.type === 'edit' ? `${id}:${activity.timestamp}:${digest(input.text)}` : id,
    conversation: pressedIn(activity, dataOf(activity)?.['whose']),
    person: personOf(activity),
    address: addressOf(activity),
    language: languageOf(activity),
    languageChosen: false,
    opens: addressed && input.type !== 'edit',
    addressed,
    company: {
      attended: conversation.conversationType === 'personal',
      named: others.map((one) => personIn(tenantOf(activity), one)),
      shown: from.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, longestName),
      // Nobody takes a case over here, since Teams delivers only what is for the bot.
      staff: null,
    },
    on: isPressed(activity) ? ((activity.replyToId ?? null) as MessageRef | null) : null,
    input,
  };
}

/** Maximum number of characters of a name that is shown beside an answer. */
const longestName = 60;

/** Returns true for a pressed button: it arrives as an invoke, or from clients without Action.Execute as a message with a value. */
const isPressed = ({ type, value }: Activity) => type === 'invoke' || value !== undefined;

/** The command that starts or resumes, in each language: it counts as an empty text, which shows the current state of the conversation. */
const starts = languages.map((language) => wordsIn(language).text('teams:commands.start.title'));

function inputOf(activity: Activity): Input | undefined {
  const data = dataOf(activity);
  if (data !== undefined) return readPressed(data);
  const { text } = spoken(activity);
  if (activity.type === 'messageUpdate') return { type: 'edit', text, of: activity.id ?? '' };
  if (activity.type !== 'message') return undefined;
  const files = filesIn(activity.attachments);
  if (files.length > 0) return { type: 'file', text, files: files.slice(0, mostFiles).map(sentFile) };
  return { type: 'text', text: starts.includes(text) ? '' : text };
}

/** Returns the files of a message. Every message of a person also carries its own text as an attachment of type text/html, which is not a file. */
export const filesIn = (attachments: Activity['attachments']): Activity['attachments'] =>
  attachments.filter(({ contentType }) => contentType !== 'text/html');

/** Returns the data of a pressed button, however it arrived; undefined if no button was pressed. */
export function dataOf({ type, name, value }: Activity): Readonly<Record<string, unknown>> | undefined {
  if (type === 'invoke') return name === 'adaptiveCard/action' ? dataIn(value) : undefined;
  return type === 'message' ? value : undefined;
}

/** Returns the data of an Action.Execute from its envelope; empty if there is none. */
function dataIn(value: Activity['value']): Readonly<Record<string, unknown>> {
  const { action } = (value ?? {}) as { action?: { data?: unknown } };
  const data = action?.data;
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
}
