import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Language } from '../../bot/types.ts';
import { wordsIn } from '../../bot/words.ts';
import { addressOf } from './address.ts';
import { beginIn } from './begin.ts';
import type { Context } from './context.ts';
import { describe } from './describe.ts';
import { isSupport } from './heard.ts';
import { inTime } from './in-time.ts';
import { type CommandPayload, commandPayload } from './payloads.ts';
import { linkTo } from './person.ts';
import { plainText } from './text.ts';

type Arguments = Pick<SlackCommandMiddlewareArgs & AllMiddlewareArgs, 'command' | 'ack' | 'client' | 'context'> &
  Pick<SlackCommandMiddlewareArgs, 'respond'>;

/** Takes `/activation [text]`: it begins in a new thread, in a support channel there, elsewhere in a direct message; the person is told where, at once or, while Slack is slow, a little later. */
export const onCommand =
  (slack: Context) =>
  async ({ command, ack, respond, client, context }: Arguments): Promise<void> => {
    const read = commandPayload.safeParse(command);
    if (!read.success) {
      slack.log.warn({}, 'A Slack command that cannot be read');
      return ack();
    }
    const team = context.teamId ?? '';
    const language = slack.languages.of(team, read.data.user_id);
    const say = async (what: 'failed' | 'soon') => wordsIn(await language).text(`slack:start.${what}`);
    const bot = context.botUserId ?? '';
    const begun = language
      .then((spoken) => begin(slack, client, { team, bot }, spoken, read.data))
      .catch((error: unknown) => {
        slack.log.error({ error: describe(error) }, 'A Slack command could not be taken');
        return say('failed');
      });
    return ack((await inTime(slack, 'Where a conversation began', begun, respond)) ?? (await say('soon')));
  };

/** Begins, and gives the words that say where. */
async function begin(
  slack: Context,
  client: Arguments['client'],
  { team, bot }: { readonly team: string; readonly bot: string },
  language: Language,
  { user_id: user, channel_id: channel, text, trigger_id }: CommandPayload,
): Promise<string> {
  const words = wordsIn(language);
  const here = isSupport(slack.config.support, team, channel);
  const said = await beginIn(client, here ? channel : undefined, {
    id: `command:${trigger_id}`,
    team,
    user,
    input: { type: 'text', text: plainText(text, bot) },
    language,
  });
  await slack.take(said, user);
  const address = addressOf(said.conversation);
  const where = words.text(address?.channel === channel ? 'slack:start.thread' : 'slack:start.direct');
  const link = address && (await linkTo(client, address.channel, address.thread));
  return words.text('slack:start.link', { link: link === undefined ? where : `<${link}|${where}>` });
}
