import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { type Words, wordsIn } from '../../../bot/i18n.ts';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { Address } from '../address.ts';
import type { SlackContext } from '../context.ts';
import { describe } from '../describe.ts';
import { linkTo } from '../people/person.ts';
import { plainText } from '../render/text.ts';
import { acknowledgement } from './acknowledgement.ts';
import { isSupport } from './heard.ts';
import { commandPayload } from './payloads.ts';
import { subcommands } from './subcommands.ts';

const nothing = Promise.resolve(undefined);

type Arguments = Pick<SlackCommandMiddlewareArgs & AllMiddlewareArgs, 'command' | 'ack' | 'client' | 'context'> &
  Pick<SlackCommandMiddlewareArgs, 'respond'>;

/** Returns the listener for `/activation [text]`: a subcommand shows staff what they ask for; any other text begins a conversation in a new thread: of the same channel if that is a support channel, otherwise of a direct message. The person is told where, at once or, while Slack is slow, a little later; a command that cannot be stored before the acknowledgement timeout is not begun, and the person is told so. */
export const onCommand =
  (slack: SlackContext) =>
  async ({ command, ack, respond, client, context }: Arguments): Promise<void> => {
    const read = commandPayload.safeParse(command);
    if (!read.success) {
      slack.log.warn({}, 'A Slack command that cannot be read');
      return ack();
    }
    const until = Date.now() + acknowledgement;
    const { user_id: user, channel_id: channel, trigger_id, text } = read.data;
    const team = context.teamId ?? '';
    const spoken = slack.languages.of(team, user).then(wordsIn);
    try {
      const subcommand = subcommands.find(({ asked }) => asked(text));
      const given = { team, channel, user, trigger: trigger_id };
      const done = await withTimeout(until - Date.now(), subcommand?.run(slack, client, given) ?? nothing);
      if (done === 'shown') return ack();
      if (done !== undefined) return ack({ response_type: 'ephemeral', ...done, blocks: [...done.blocks] });
      const { begun } = await slack.starts.keep({
        id: `command:${trigger_id}`,
        team,
        user,
        channel: isSupport(slack.config.support, team, channel) ? channel : null,
        message: null,
        input: { type: 'text', text: plainText(text, context.botUserId ?? '') },
      });
      const told = begun.then(async (address) => tellWhere(client, await spoken, channel, address));
      return ack(
        await withTimeout(until - Date.now(), told).catch(async () => {
          slack.aside('Where a conversation began', told.then(respond));
          return (await spoken).text('slack:start.soon');
        }),
      );
    } catch (error) {
      slack.log.error({ error: describe(error) }, 'A Slack command could not be taken');
      return ack((await spoken).text('slack:start.failed'));
    }
  };

/** Returns the text that says where a conversation began; without an `address` it began nowhere, since Slack lets the bot write neither there nor to the person. */
async function tellWhere(
  client: Arguments['client'],
  words: Words,
  from: string,
  address: Address | undefined,
): Promise<string> {
  if (address === undefined) return words.text('slack:start.failed');
  const where = words.text(address.channel === from ? 'slack:start.thread' : 'slack:start.direct');
  const link = await linkTo(client, address.channel, address.thread);
  return words.text('slack:start.link', { link: link === undefined ? where : `<${link}|${where}>` });
}
