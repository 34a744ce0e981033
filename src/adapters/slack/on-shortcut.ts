import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { type Asking, beginIn, canWriteIn, heardIn } from './begin.ts';
import type { Context } from './context.ts';
import { inTime } from './in-time.ts';
import { type ShortcutPayload, shortcutPayload } from './payloads.ts';

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
  const { user = asking.user, text, thread_ts: thread = message.ts, files = [] } = message;
  // What the bot itself wrote is no answer to its question.
  const about: Asking =
    user === bot ? asking : { ...asking, input: { type: files.length > 0 ? 'file' : 'text', text } };
  const author = user === bot || message.bot_id ? asking.user : user;
  if (await canWriteIn(client, channel.id))
    await slack.take(heardIn({ team, channel: channel.id, thread }, { ...about, user: author }), author);
  else await slack.take(await beginIn(client, undefined, about), asking.user);
}
