import { z } from 'zod';
import type { ConversationId, PersonId } from '../../bot/ports.ts';
import { id, ts } from './receive/payloads.ts';

const schema = z.object({ team: id, channel: id, thread: ts });

/** Where a conversation takes place: one thread. Channel ids repeat across workspaces, so the team is part of it. */
export interface Address {
  readonly team: string;
  readonly channel: string;
  /** The `ts` of the thread's first message. */
  readonly thread: string;
}

/** The address as the bot keeps it. */
export const writeAddress = ({ team, channel, thread }: Address): string => JSON.stringify({ team, channel, thread });
/** The address that was kept. Throws where it is none. */
export const readAddress = (text: string): Address => schema.parse(JSON.parse(text));
/** The name of the conversation in a thread. */
export const conversationIn = ({ team, channel, thread }: Address): ConversationId =>
  `slack:${team}:${channel}:${thread}` as ConversationId;
/** The address of a conversation of Slack; undefined: of another channel, or no conversation. */
export function addressOf(conversation: string): Address | undefined {
  const [kind, team, channel, thread] = conversation.split(':');
  const read = schema.safeParse({ team, channel, thread });
  return kind === 'slack' && read.success && conversationIn(read.data) === conversation ? read.data : undefined;
}
/** The name of a person of a workspace. */
export const personOf = (team: string, user: string): PersonId => `slack:${team}:${user}` as PersonId;
/** The parts of a person's name; undefined: a person of another channel. */
export function userOf(person: string): { readonly team: string; readonly user: string } | undefined {
  const [kind, team, user] = person.split(':');
  return kind === 'slack' && team !== undefined && user !== undefined ? { team, user } : undefined;
}
