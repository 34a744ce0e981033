import { type Channel, type ConversationId, channels } from '../ports.ts';

/** The channel of a conversation: what its id begins with. Throws an Error for an id of no channel. */
export function channelOf(conversation: ConversationId): Channel {
  const name = conversation.slice(0, conversation.indexOf(':'));
  const channel = channels.find((one) => one === name);
  if (channel === undefined) throw new Error('A conversation id must begin with its channel');
  return channel;
}
