import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { asksToForget } from '../../bot/turn/forget.ts';
import { languageAsked } from '../../bot/understand/language-asked.ts';
import { type Asking, beginIn, canWriteIn, heardIn } from './begin.ts';
import type { Context } from './context.ts';
import { messageId, slackbot } from './heard.ts';
import { inTime } from './in-time.ts';
import { type ShortcutPayload, shortcutPayload } from './payloads.ts';
import { plainText } from './text.ts';

type Arguments = Pick<SlackShortcutMiddlewareArgs & AllMiddlewareArgs, 'shortcut' | 'ack' | 'client' | 'context'>;

/** Takes shortcuts: on a message it begins in the thread of that message, for whoever wrote it, with its text; where the bot cannot write there, and from anywhere else, in a direct message. */
export const onShortcut =
  (slack: Context) =>
  async ({ shortcut, ack, client, context }: Arguments): Promise<void> => {
    const read = shortcutPayload.safeParse(shortcut);
    if (!read.success) {
      slack.log.warn({ type: shortcut.type }, 'A Slack shortcut that cannot be read');
      return ack();
    }
    const begun = begin(slack, client, { team: context.teamId ?? '', bot: context.botUserId ?? '' }, read.data);
    await inTime(slack, 'A conversation by a shortcut', begun, async () => {});
    return ack();
  };

async function begin(
  slack: Context,
  client: Arguments['client'],
  { team, bot }: { readonly team: string; readonly bot: string },
  payload: ShortcutPayload,
): Promise<void> {
  const asking: Asking = {
    id: `shortcut:${payload.trigger_id}`,
    team,
    user: payload.user.id,
    input: { type: 'text', text: '' },
    language: await slack.languages.of(team, payload.user.id),
  };
  if (payload.type === 'shortcut') {
    await slack.take(await beginIn(client, undefined, asking), asking.user);
    return;
  }
  const { channel, message } = payload;
  const author = isPerson(message, bot) ? message.user : undefined;
  const input = inputOf(message, bot, author === asking.user);
  // What the bot itself wrote is no answer to its question.
  const about = message.user === bot ? asking : { ...asking, input };
  if (!(await canWriteIn(client, channel.id))) {
    await slack.take(await beginIn(client, undefined, about), asking.user);
    return;
  }
  const user = author ?? asking.user;
  const thread = { team, channel: channel.id, thread: message.thread_ts ?? message.ts };
  // A message that was heard already is not heard again: where things stand is shown.
  const heard = await slack.take(heardIn(thread, { ...about, id: messageId(message.ts), user }), user);
  if (heard === 'left alone') await slack.take(heardIn(thread, { ...asking, user }), user);
}

type Message = Extract<ShortcutPayload, { type: 'message_action' }>['message'];

const isPerson = ({ user, bot_id }: Message, bot: string): boolean => user !== bot && user !== slackbot && !bot_id;

/** What the message says. Where somebody else wrote it, it asks for nothing that only they may ask the bot itself. */
function inputOf({ text, files }: Message, bot: string, own: boolean): Asking['input'] {
  const words = plainText(text ?? '', bot);
  const foreign = !own && (asksToForget({ type: 'text', text: words }) || languageAsked(words) !== undefined);
  return { type: (files ?? []).length > 0 ? 'file' : 'text', text: foreign ? '' : words };
}
