import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { digest } from '../../../bot/lib/hash.ts';
import { alone, type Sent } from '../../../bot/ports.ts';
import { redact } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { type Address, conversationIn, personOf, writeAddress } from '../address.ts';
import type { SlackContext } from '../context.ts';
import { clientFor } from '../install/workspaces.ts';
import { type Message, messageSchema } from '../render/blocks.ts';
import { quoted } from '../render/render.ts';
import { cut, escaped } from '../render/text.ts';
import { attempt, isRefused, look } from '../send/attempt.ts';
import { findInChannel, metadataOf } from '../send/find.ts';
import { plainly } from '../send/messages.ts';
import { taken } from '../send/outcome.ts';
import { type Heard, messageId } from './heard.ts';
import { type Begin, byMention, type Start } from './starts.ts';

/** Returns the function that begins a conversation in the thread of a message, or in a new thread under a message of the bot. */
export const beginner =
  ({ workspaces, languages, take }: Pick<SlackContext, 'workspaces' | 'languages' | 'take'>): Begin =>
  async (start, unsure, over) => {
    const { team, user, message } = start;
    const client = await clientFor(workspaces, team);
    if (message !== null && (await canWriteIn(client, message.channel))) {
      const address = { team, channel: message.channel, thread: message.thread };
      const { person } = message;
      // A message that was already received is deduplicated; the empty text then shows the present state.
      const heard = await take(heardIn(address, { ...start, id: messageId(message.ts), person }));
      if (heard === 'left alone' && !start.id.startsWith(byMention))
        await take(heardIn(address, { ...start, person, input: { type: 'text', text: '' } }));
      return address;
    }
    if (start.id.startsWith(byMention)) return undefined;
    const language = await languages.of(team, user);
    const address = await openThread(client, { ...start, language }, { unsure, over });
    if (address === undefined) return undefined;
    await take(heardIn(address, { ...start, person: personOf(team, user) }));
    return address;
  };

type Asking = Start & { readonly language: Language };
interface Attempt {
  readonly unsure: boolean;
  readonly over: AbortSignal;
}

/** Opens a thread in a channel, or in a direct message if no channel is given or Slack refuses to let the bot write there. Resolves to undefined if Slack refuses that, too. */
const openThread = async (client: webApi.WebClient, asking: Asking, attempted: Attempt): Promise<Address | undefined> =>
  (asking.channel === null ? undefined : await openIn(client, asking.channel, asking, attempted)) ??
  (await openDirectly(client, asking, attempted));

/** Opens a thread in a direct message. Resolves to undefined if Slack permanently refuses that. */
async function openDirectly(
  client: webApi.WebClient,
  asking: Asking,
  attempted: Attempt,
): Promise<Address | undefined> {
  const channel = await look(() => directWith(client, asking.user));
  return channel === undefined ? undefined : openIn(client, channel, asking, attempted);
}

/** Opens a thread in one channel; if an earlier attempt may have done so (`unsure`), its message is looked for first. Resolves to undefined if Slack permanently refuses to let the bot write there. */
async function openIn(
  client: webApi.WebClient,
  channel: string,
  { id, team, user, input, language, since }: Asking,
  { unsure, over }: Attempt,
): Promise<Address | undefined> {
  const key = digest(id);
  const known = unsure ? await look(() => findInChannel(client, channel, key, since)) : undefined;
  if (known !== undefined) return { team, channel, thread: known };
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
  over.throwIfAborted();
  const sent = await root(client, channel, key, message);
  if (sent.outcome === 'later') throw new Error('Slack takes no messages for now');
  return sent.outcome === 'never' ? undefined : { team, channel, thread: sent.message };
}

/** Posts the first message of a thread. If it is unknown whether Slack accepted it, looks for it, or it would remain there without an answer. */
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

/** Returns the input of a person as a message in an existing thread. */
const heardIn = (address: Address, { id, person, input }: Pick<Heard, 'id' | 'person' | 'input'>): Heard => ({
  id,
  conversation: conversationIn(address),
  person,
  address: writeAddress(address),
  opens: true,
  addressed: true,
  company: alone,
  on: null,
  input,
});

async function directWith(client: webApi.WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('Slack opened no direct message');
  return channel.id;
}

/** Resolves to true if the bot can answer in the threads of a channel (https://docs.slack.dev/reference/objects/conversation-object); assumes so while Slack does not say. */
const canWriteIn = (client: webApi.WebClient, channel: string): Promise<boolean> =>
  client.conversations.info({ channel }).then(
    ({ channel: { is_member, is_im, is_mpim, is_archived, is_read_only, is_non_threadable } = {} }) =>
      [is_member, is_im, is_mpim].includes(true) && ![is_archived, is_read_only, is_non_threadable].includes(true),
    (error: unknown) => !isRefused(error),
  );
