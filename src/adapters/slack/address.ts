import { z } from 'zod';
import type { ConversationId, PersonId } from '../../bot/ports.ts';
import { id, ts } from './receive/payloads.ts';

const schema = z.object({ team: id, channel: id, thread: ts });

/** The address of a conversation: one thread of a channel. Channel ids repeat across workspaces, so the team is part of it. */
export interface Address {
  readonly team: string;
  readonly channel: string;
  /** The `ts` of the thread's first message. */
  readonly thread: string;
}

/** Serializes an address as JSON, the form in which the bot stores it. */
export const writeAddress = ({ team, channel, thread }: Address): string => JSON.stringify({ team, channel, thread });
/** Parses a stored address. Throws a SyntaxError or a ZodError if the text is none. */
export const readAddress = (text: string): Address => schema.parse(JSON.parse(text));
/** Returns the id of the conversation in a thread. */
export const conversationIn = ({ team, channel, thread }: Address): ConversationId =>
  `slack:${team}:${channel}:${thread}` as ConversationId;
/** Returns the address of a Slack conversation, or undefined if the id is malformed or belongs to another adapter. */
export function addressOf(conversation: string): Address | undefined {
  const [kind, team, channel, thread] = conversation.split(':');
  const read = schema.safeParse({ team, channel, thread });
  return kind === 'slack' && read.success && conversationIn(read.data) === conversation ? read.data : undefined;
}
/** Returns the id of a person in a workspace. */
export const personOf = (team: string, user: string): PersonId => `slack:${team}:${user}` as PersonId;
/** Splits the id of a person into team and user; returns undefined if it belongs to another adapter. */
export function userOf(person: string): { readonly team: string; readonly user: string } | undefined {
  const [kind, team, user] = person.split(':');
  return kind === 'slack' && team !== undefined && user !== undefined ? { team, user } : undefined;
}
