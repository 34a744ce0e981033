import type { webApi } from '@slack/bolt';
import type { Sent } from '../../bot/ports.ts';
import { digest } from '../../bot/turn/digest.ts';
import type { Language } from '../../bot/types.ts';
import { redact } from '../../bot/understand/redact.ts';
import { wordsIn } from '../../bot/words.ts';
import { conversationIn, personOf, writeAddress } from './address.ts';
import { attempt, isRefused } from './attempt.ts';
import { type Message, messageSchema } from './blocks.ts';
import { findInChannel, metadataOf } from './find.ts';
import type { Heard } from './heard.ts';
import { plainly } from './messages.ts';
import { taken } from './outcome.ts';
import { quoted } from './render.ts';
import { cut, escaped } from './text.ts';

/** Somebody who asks without a message to answer: by a command, a shortcut or the home tab. */
export interface Asking {
  /** The delivery id. */
  readonly id: string;
  readonly team: string;
  readonly user: string;
  /** The text as people see it. */
  readonly input: { readonly type: 'text' | 'file'; readonly text: string };
  readonly language: Language;
}

/** Opens a thread by a message of the bot's own, and gives what the person said as heard there: in a channel, or in a direct message where none is given or Slack refuses to have the bot write there. */
export async function beginIn(client: webApi.WebClient, channel: string | undefined, asking: Asking): Promise<Heard> {
  const begun =
    (channel === undefined ? undefined : await openIn(client, channel, asking)) ??
    (await openIn(client, await directWith(client, asking.user), asking));
  if (begun === undefined) throw new Error('Slack has the bot write neither there nor to the person');
  return begun;
}

/** Undefined: Slack refuses for good to have the bot write there. */
async function openIn(
  client: webApi.WebClient,
  channel: string,
  { id, team, user, input, language }: Asking,
): Promise<Heard | undefined> {
  const words = wordsIn(language);
  const begun = words.text('slack:start.text', { person: `<@${user}>` });
  const about = cut(redact(input.text).text, 1_000, '…');
  const message = messageSchema.parse({
    text: [begun, ...(about === '' ? [] : [escaped(about)])].join('\n'),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: begun, verbatim: true } },
      ...(about === '' ? [] : [quoted(about)]),
    ],
  });
  const sent = await root(client, channel, digest(id), message);
  if (sent.outcome === 'later') throw new Error('Slack takes no messages for now');
  return sent.outcome === 'never' ? undefined : heardIn({ team, channel, thread: sent.message }, { id, user, input });
}

/** Posts the message that a thread hangs on. Where it is not known whether Slack took it, it is looked for, or it would stand there without an answer. */
async function root(client: webApi.WebClient, channel: string, key: string, message: Message): Promise<Sent> {
  const since = Date.now();
  const post = async () => {
    const { ts } = await client.chat.postMessage({ channel, ...message, metadata: metadataOf(key), ...plainly });
    if (ts === undefined) throw new Error('Slack did not name the message that it took');
    return taken(ts);
  };
  return attempt(post).catch(async (error: unknown) => {
    const found = await findInChannel(client, channel, key, since);
    if (found === undefined) throw error;
    return taken(found);
  });
}

/** What a person said, in a thread that is there. */
export const heardIn = (
  address: { readonly team: string; readonly channel: string; readonly thread: string },
  { id, user, input }: Pick<Asking, 'id' | 'user' | 'input'>,
): Heard => ({
  id,
  conversation: conversationIn(address),
  person: personOf(address.team, user),
  address: writeAddress(address),
  opens: true,
  addressed: true,
  on: null,
  input,
});

async function directWith(client: webApi.WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('Slack opened no direct message');
  return channel.id;
}

/** Whether the bot can answer in the threads of a channel (https://docs.slack.dev/reference/objects/conversation-object); where Slack does not say for now, it is assumed. */
export const canWriteIn = (client: webApi.WebClient, channel: string): Promise<boolean> =>
  client.conversations.info({ channel }).then(
    ({ channel: { is_member, is_im, is_mpim, is_archived, is_read_only, is_non_threadable } = {} }) =>
      [is_member, is_im, is_mpim].includes(true) && ![is_archived, is_read_only, is_non_threadable].includes(true),
    (error: unknown) => !isRefused(error),
  );
