import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { asksForErasure, languageAsked } from '../../../bot/runtime/index.ts';
import { personOf } from '../address.ts';
import type { SlackContext } from '../context.ts';
import { plainText } from '../render/text.ts';
import { slackFiles } from './files.ts';
import { authorOf, slackbot } from './heard.ts';
import { type ShortcutPayload, shortcutPayload } from './payloads.ts';
import { type Start, started } from './starts.ts';

type Arguments = Pick<SlackShortcutMiddlewareArgs & AllMiddlewareArgs, 'shortcut' | 'ack' | 'context'> &
  Partial<Pick<SlackShortcutMiddlewareArgs, 'respond'>>;

/** Returns the listener for shortcuts: one on a message begins a conversation in the thread of that message, for its author, with its text; a global one, or one where the bot cannot write, in a direct message. Rejects when it cannot be stored in time, or when Slack permanently refuses it. */
export const onShortcut =
  (slack: SlackContext) =>
  async ({ shortcut, ack, respond, context }: Arguments): Promise<void> => {
    const read = shortcutPayload.safeParse(shortcut);
    if (!read.success) {
      slack.log.warn({ type: shortcut.type }, 'A Slack shortcut that cannot be read');
      return ack();
    }
    const team = context.teamId ?? '';
    try {
      await started(slack.starts.keep(startOf(read.data, { team, bot: context.botUserId ?? '' })));
    } catch (error) {
      if (respond !== undefined) slack.aside('A hint to try again', apologise(slack, respond, team, read.data.user.id));
      throw error;
    }
    return ack();
  };

/** Asks the person to try again. Slack shows an error of its own besides; only a shortcut on a message can be answered with text. */
async function apologise(
  slack: SlackContext,
  respond: NonNullable<Arguments['respond']>,
  team: string,
  user: string,
): Promise<void> {
  const text = wordsIn(await slack.languages.of(team, user)).text('slack:start.failed');
  await respond({ text, response_type: 'ephemeral', replace_original: false });
}

function startOf(
  payload: ShortcutPayload,
  { team, bot }: { readonly team: string; readonly bot: string },
): Omit<Start, 'since'> {
  const start: Omit<Start, 'since'> = {
    id: `shortcut:${payload.trigger_id}`,
    team,
    user: payload.user.id,
    channel: null,
    message: null,
    input: { type: 'text', text: '' },
  };
  if (payload.type === 'shortcut') return start;
  const { channel, message } = payload;
  const author = isPerson(message, bot) ? (message.user ?? undefined) : undefined;
  const person = author === undefined ? personOf(team, start.user) : authorOf(message, author, team);
  return {
    ...start,
    message: { channel: channel.id, thread: message.thread_ts ?? message.ts, ts: message.ts, person },
    // The bot's own message is no answer to its question.
    input: message.user === bot ? start.input : inputOf(message, bot, author === start.user),
  };
}

type Message = Pick<
  Extract<ShortcutPayload, { type: 'message_action' }>['message'],
  'user' | 'bot_id' | 'text' | 'files'
>;

/** Returns true if a person wrote a message, and no bot. */
export const isPerson = ({ user, bot_id }: Message, bot: string): boolean =>
  user !== bot && user !== slackbot && !bot_id;

/** Returns the content of a message. Unless it is known that the person wrote it themselves (`own`), a request that only the author may make to the bot itself (erasure, language) is left out. */
export function inputOf({ text, files }: Pick<Message, 'text' | 'files'>, bot: string, own: boolean): Start['input'] {
  const words = plainText(text ?? '', bot);
  const foreign = !own && (asksForErasure({ type: 'text', text: words }) || languageAsked(words) !== undefined);
  const said = foreign ? '' : words;
  return (files ?? []).length > 0
    ? { type: 'file', text: said, files: slackFiles(files) }
    : { type: 'text', text: said };
}
