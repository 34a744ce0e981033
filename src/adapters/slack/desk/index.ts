import { singleFlight } from '../../../bot/lib/async.ts';
import type { Desk, MessageRef, Sent, Ticket, TicketNote } from '../../../bot/ports.ts';
import { addressOf, slackId } from '../address.ts';
import type { ChannelName } from '../config.ts';
import { botFor, clientFor, type Workspaces } from '../install/workspaces.ts';
import { attempt, look, refusal } from '../send/attempt.ts';
import { latest } from '../send/call.ts';
import { findInChannel, findInThread, metadataOf } from '../send/find.ts';
import type { Limits } from '../send/limits.ts';
import { plainly } from '../send/messages.ts';
import type { Show } from '../send/show.ts';
import { askerOf } from './asker.ts';
import { deskTeam } from './channel.ts';
import { noteMessage, ticketMessage } from './ticket.ts';

/** Creates a desk that posts its tickets in a channel of Slack, whichever adapter the person wrote in. */
export function deskIn(workspaces: Workspaces, show: Show, limits: Limits, place: ChannelName): Desk {
  const { channel } = place;
  const once = singleFlight<Sent>();
  const bot = async () => botFor(workspaces, await deskTeam(workspaces, place));
  const post = async (key: string, ticket: Ticket, by: number): Promise<Sent> => {
    const [link, asker, { token }] = await Promise.all([
      permalink(workspaces, ticket),
      deskTeam(workspaces, place).then((team) => askerOf(workspaces, ticket, team)),
      bot(),
    ]);
    const message = ticketMessage(ticket, asker, link);
    return show.post(token, { channel, ...message, metadata: metadataOf(key), ...plainly }, by);
  };
  const add = async (key: string, opened: MessageRef, ticket: Ticket, note: TicketNote, by: number): Promise<Sent> => {
    const team = await deskTeam(workspaces, place);
    const [asker, { token }] = await Promise.all([askerOf(workspaces, ticket, team), bot()]);
    const content = { channel, thread_ts: opened, ...noteMessage(note, asker), metadata: metadataOf(key), ...plainly };
    return show.post(token, content, by);
  };
  return {
    id: slackId,
    serves: [slackId],
    people: slackId,
    searchable: true,
    limitOf: async (_from, call) => {
      const team = await deskTeam(workspaces, place);
      if (call !== 'find') return limits.post(team, channel);
      return limits.find(team, 'history');
    },
    find: async (key, _ticket, since, under) => {
      const client = workspaces.client(await bot());
      return look(() =>
        under === null
          ? findInChannel(client, channel, key, since)
          : findInThread(client, { channel, thread: under }, key, since),
      );
    },
    open: (key, ticket) => {
      const by = latest();
      return once(key, () => attempt(() => post(key, ticket, by)));
    },
    note: (key, opened, ticket, note) => {
      const by = latest();
      return once(key, () => attempt(() => add(key, opened, ticket, note, by)));
    },
    start: async () => {},
    stop: async () => {},
  };
}

/** Returns the permalink of the conversation, or undefined if it is not in Slack or Slack refuses. Rejects while Slack is unavailable, so that the ticket is retried with its link. */
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
