import { factPhrases } from '../../bot/fact-phrase.ts';
import type { Desk, MessageRef, Sent, Ticket } from '../../bot/ports.ts';
import { wordsIn } from '../../bot/words.ts';
import { addressOf, userOf } from './address.ts';
import { attempt, refusal } from './attempt.ts';
import { type Block, limits, type Message, messageSchema } from './blocks.ts';
import type { ChannelName } from './config.ts';
import { joined } from './joined.ts';
import { findIn, metadataOf, plainly } from './messages.ts';
import { taken } from './outcome.ts';
import { copied, headed, noted } from './render.ts';
import type { Show } from './show.ts';
import { cut, escaped } from './text.ts';
import { botFor, clientFor, type Workspaces } from './workspaces.ts';

/** A desk that is a channel of Slack, whichever channel the person wrote in. Asks Slack for the key first, so a repeated one opens nothing new. */
export function deskIn(workspaces: Workspaces, show: Show, { team, channel }: ChannelName): Desk {
  const once = joined<Sent>();
  const bot = async () => botFor(workspaces, team ?? (await workspaces.only()) ?? '');
  const find = async (key: string): Promise<MessageRef | undefined> => {
    const slack = workspaces.client(await bot());
    return findIn(
      (cursor, limit) =>
        slack.conversations.history({
          channel,
          limit,
          oldest: yesterday(),
          include_all_metadata: true,
          ...(cursor !== undefined && { cursor }),
        }),
      key,
    );
  };
  const post = async (key: string, ticket: Ticket): Promise<Sent> => {
    const opened = await find(key);
    if (opened !== undefined) return taken(opened);
    const message = ticketMessage(ticket, await permalink(workspaces, ticket));
    const { token } = await bot();
    return show(token, 'chat.postMessage', { channel, ...message, metadata: metadataOf(key), ...plainly });
  };
  return { find, open: (key, ticket) => once(key, () => attempt(() => post(key, ticket))) };
}

/** A ticket is tried for an hour, so a day's messages hold every earlier attempt. */
const yesterday = (): string => (Date.now() / 1_000 - 24 * 60 * 60).toFixed(6);

/** Where the conversation can be read; undefined: not in Slack, or Slack refuses to say. Rejects while Slack is away: a ticket waits for its link. */
async function permalink(workspaces: Workspaces, { from }: Ticket): Promise<string | undefined> {
  const address = addressOf(from.conversation);
  if (address === undefined) return undefined;
  const { team, channel, thread } = address;
  const slack = await clientFor(workspaces, team);
  try {
    return (await slack.chat.getPermalink({ channel, message_ts: thread })).permalink;
  } catch (error) {
    if (refusal(error) === undefined) throw error;
    return undefined;
  }
}

/** A case as the desk reads it, in Japanese: the desk's own language, whoever asked. */
function ticketMessage({ person, handover, facts }: Ticket, link: string | undefined): Message {
  const words = wordsIn('ja');
  const user = userOf(person)?.user;
  const line = (label: string, text: string) => `*${label}*　${text}`;
  const known = factPhrases(facts, words).join(words.text('handover:comma'));
  const blocks: Block[] = [
    headed(words.text('slack:desk.title')),
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        verbatim: true,
        text: [
          line(words.text('slack:desk.person'), user === undefined ? escaped(person) : `<@${user}>`),
          line(words.text('slack:desk.recipient'), words.text(`handover:recipients.${handover.to}`)),
          ...(known === '' ? [] : [line(words.text('slack:desk.facts'), cut(escaped(known), limits.section / 2, '…'))]),
        ].join('\n'),
      },
    },
    copied(cut(handover.text, limits.section, words.text('slack:cut'))),
    ...(link === undefined ? [] : [noted(`<${link}|${words.text('slack:desk.open')}>`)]),
  ];
  return messageSchema.parse({ text: words.text('slack:desk.title'), blocks });
}
