import type { webApi } from '@slack/bolt';
import type { Language } from '../../bot/types.ts';
import { redact } from '../../bot/understand/redact.ts';
import { wordsIn } from '../../bot/words.ts';
import { conversationIn, personOf, writeAddress } from './address.ts';
import { messageSchema } from './blocks.ts';
import type { Heard } from './heard.ts';
import { cut, escaped, plainText } from './text.ts';

/** Somebody who asks without a message to answer: by a command, a shortcut or the home tab. */
export interface Asking {
  /** The delivery id. */
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly text: string;
  readonly language: Language;
}

/** Opens a thread in a channel by a message of the bot's own, and gives what the person said as heard there. */
export async function beginIn(
  client: webApi.WebClient,
  channel: string,
  { id, team, user, text, language }: Asking,
): Promise<Heard> {
  const words = wordsIn(language);
  const lines = [
    words.text('slack:start.text', { person: `<@${user}>` }),
    ...(text === ''
      ? []
      : [words.text('slack:start.quote', { text: cut(escaped(redact(plainText(text, '')).text), 1_000, '…') })]),
  ];
  const message = messageSchema.parse({
    text: lines.join('\n'),
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: lines.join('\n'), verbatim: true } }],
  });
  const { ts } = await client.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false });
  if (ts === undefined) throw new Error('Slack did not name the message that it took');
  return heardIn({ team, channel, thread: ts }, { id, user, text });
}

/** What a person said, in a thread that is there. */
export const heardIn = (
  address: { readonly team: string; readonly channel: string; readonly thread: string },
  { id, user, text }: Pick<Asking, 'id' | 'user' | 'text'>,
): Heard => ({
  id,
  conversation: conversationIn(address),
  person: personOf(address.team, user),
  address: writeAddress(address),
  opens: true,
  addressed: true,
  on: null,
  input: { type: 'text', text: plainText(text, '') },
});

/** The direct message between the bot and a person. */
export async function directWith(client: webApi.WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('Slack opened no direct message');
  return channel.id;
}

/** Whether the bot can write in a channel. */
export const canWriteIn = (client: webApi.WebClient, channel: string): Promise<boolean> =>
  client.conversations.info({ channel }).then(
    ({ channel: { is_member, is_im, is_archived } = {} }) =>
      is_archived !== true && (is_member === true || is_im === true),
    () => false,
  );
