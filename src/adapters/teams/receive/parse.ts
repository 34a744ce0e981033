import { wordsIn } from '../../../bot/i18n.ts';
import { languages, spokenTo } from '../../../bot/languages.ts';
import { digest } from '../../../bot/lib/hash.ts';
import type { Incoming, MessageRef } from '../../../bot/ports.ts';
import { type Input, type Language, mostFiles } from '../../../bot/types.ts';
import { addressOf } from '../address.ts';
import { isAt } from '../desk/place.ts';
import type { TeamsPlace } from '../desks.ts';
import { personIn, personOf, pressedIn } from '../keys.ts';
import { type Activity, tenantOf } from './activity.ts';
import { sentFile } from './file.ts';
import { readPressed } from './pressed.ts';
import { spoken } from './spoken.ts';

/** An Incoming without the person's language, which is not known yet. */
export type Heard = Omit<Incoming, 'language' | 'languageChosen'>;

/** Returns the language of somebody who has chosen none, as far as that is known here. */
export const languageOf = ({ locale }: Activity): Language => spokenTo(undefined, locale).language;

/** Parses an activity of a person: a message, an edited one (Teams need not report those: https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md#message-update-activity), a button, a form, a file. Returns undefined for an activity that the bot does not answer. `support`: the conversations where it hears everything; elsewhere what people say to each other is left alone, if Teams delivers that at all. */
export function parse(activity: Activity, support: readonly TeamsPlace[]): Heard | undefined {
  const { id, from, conversation } = activity;
  const input = inputOf(activity);
  if (id === undefined || input === undefined || isBot(activity)) return undefined;
  const { addressed: mentioned, others } = spoken(activity);
  const addressed = isPressed(activity) || conversation.conversationType === 'personal' || mentioned;
  const attended = conversation.conversationType === 'personal' || support.some((place) => isAt(place, activity));
  if (!addressed && !attended) return undefined;
  return {
    // A message that was edited keeps its own id.
    id: input.type === 'edit' ? `${id}:${activity.timestamp}:${digest(input.text)}` : id,
    conversation: pressedIn(activity, dataOf(activity)?.['whose']),
    person: personOf(activity),
    address: addressOf(activity),
    opens: (addressed || isPost(activity)) && input.type !== 'edit',
    addressed,
    company: {
      attended,
      named: others.map((one) => personIn(tenantOf(activity), one)),
      shown: from.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, longestName),
      // Not known yet.
      staff: null,
    },
    on: isPressed(activity) ? ((activity.replyToId ?? null) as MessageRef | null) : null,
    input,
  };
}

/** Returns true for what a bot did, this one or another; their ids begin with 28: https://learn.microsoft.com/azure/bot-service/bot-service-resources-identifiers-guide */
const isBot = ({ from, recipient }: Activity): boolean =>
  from.id === recipient.id || from.role === 'bot' || from.id.startsWith('28:');

/** Returns true for the first message of a thread, after which Teams names the thread. */
const isPost = ({ id, conversation }: Activity): boolean => conversation.id.endsWith(`;messageid=${id}`);

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
