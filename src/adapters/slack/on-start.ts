import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { wordsIn } from '../../bot/words.ts';
import { addressOf } from './address.ts';
import { type Asking, beginIn, canWriteIn, directWith, heardIn } from './begin.ts';
import type { Context } from './context.ts';
import { describe } from './describe.ts';
import type { Heard } from './heard.ts';
import { commandPayload, shortcutPayload } from './payloads.ts';
import { linkTo } from './person.ts';

type Client = AllMiddlewareArgs['client'];

/** Takes `/activation [text]`: it begins in a new thread, in a support channel there, elsewhere in a direct message; the person is told where. */
export const onCommand =
  (slack: Context) =>
  async ({
    command,
    ack,
    client,
    context,
  }: Pick<SlackCommandMiddlewareArgs & AllMiddlewareArgs, 'command' | 'ack' | 'client' | 'context'>): Promise<void> => {
    const read = commandPayload.safeParse(command);
    if (!read.success) {
      slack.log.warn({}, 'A Slack command that cannot be read');
      return ack();
    }
    const { user_id: user, channel_id: channel, text, trigger_id } = read.data;
    const team = context.teamId ?? '';
    const language = await slack.languages.of(team, user);
    const words = wordsIn(language);
    try {
      const here = slack.config.support.some((one) => one.channel === channel && (one.team ?? team) === team);
      const said = await beginIn(client, here ? channel : await directWith(client, user), {
        id: `command:${trigger_id}`,
        team,
        user,
        text,
        language,
      });
      await slack.take(said, user);
      const link = await linkFor(client, said);
      const where = words.text(here ? 'slack:start.thread' : 'slack:start.direct');
      return ack(words.text('slack:start.link', { link: link === undefined ? where : `<${link}|${where}>` }));
    } catch (error) {
      slack.log.error({ error: describe(error) }, 'A Slack command could not be taken');
      return ack(words.text('slack:start.failed'));
    }
  };

/** Takes shortcuts: on a message it begins in the thread of that message, with its text; where the bot cannot write there, and from anywhere else, in a direct message. */
export const onShortcut =
  (slack: Context) =>
  async ({
    shortcut,
    ack,
    client,
    context,
  }: Pick<
    SlackShortcutMiddlewareArgs & AllMiddlewareArgs,
    'shortcut' | 'ack' | 'client' | 'context'
  >): Promise<void> => {
    const read = shortcutPayload.safeParse(shortcut);
    if (!read.success) {
      slack.log.warn({ type: shortcut.type }, 'A Slack shortcut that cannot be read');
      return ack();
    }
    const { user, trigger_id } = read.data;
    const team = context.teamId ?? '';
    const asking: Asking = {
      id: `shortcut:${trigger_id}`,
      team,
      user: user.id,
      text: '',
      language: await slack.languages.of(team, user.id),
    };
    if (read.data.type === 'message_action') {
      const { channel, message } = read.data;
      const about = { ...asking, text: message.text };
      const said = (await canWriteIn(client, channel.id))
        ? heardIn({ team, channel: channel.id, thread: message.thread_ts ?? message.ts }, about)
        : await beginIn(client, await directWith(client, user.id), about);
      await slack.take(said, user.id);
    } else await slack.take(await beginIn(client, await directWith(client, user.id), asking), user.id);
    return ack();
  };

async function linkFor(client: Client, said: Heard): Promise<string | undefined> {
  const address = addressOf(said.conversation);
  return address && linkTo(client, address.channel, address.thread);
}
