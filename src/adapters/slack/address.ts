import { z } from 'zod';
import { conversationId, personId, readConversation, readPerson } from '../../bot/keys.ts';
import type { ConversationId, PersonId } from '../../bot/ports.ts';
import { id, ts } from './receive/payloads.ts';

/** The id of the channel, and of its desk. */
export const slackId = 'slack';

const schema = z.object({ team: id, channel: id, thread: ts });

/** The address of a conversation: one thread of a channel. Channel ids repeat across workspaces, so the team is part of it. */
export interface Address {
  /** The workspace (T…) in which the bot is installed, or the organisation (E…) that installed it for all of its workspaces: there ids of channels and people are unique, and both are in several workspaces at once. */
  readonly team: string;
  readonly channel: string;
  /** The `ts` of the thread's first message. */
  readonly thread: string;
}

/** Serializes an address as JSON, the form in which the bot stores it. */
export const writeAddress = ({ team, channel, thread }: Address): string => JSON.stringify({ team, channel, thread });
/** Parses a stored address. Throws a SyntaxError or a ZodError if the text is none. */
export const readAddress = (text: string): Address => schema.parse(JSON.parse(text));
/** Returns the id of the conversation in a thread: the case of whoever began it, or, where a person is given, that person's own beside it. */
export const conversationIn = ({ team, channel, thread }: Address, person: PersonId | null = null): ConversationId =>
  conversationId({ channel: slackId, tenant: team, place: `${channel}:${thread}`, person });
/** Returns the address of a Slack conversation, whoever's case it is, or undefined if the id is malformed or not one that `conversationIn` makes. */
export const addressOf = (conversation: string): Address | undefined => caseOf(conversation)?.address;
/** Parses the id of a Slack conversation, with its address; returns undefined if it is malformed or not one that `conversationIn` makes. */
export function caseOf(text: string): { readonly conversation: ConversationId; readonly address: Address } | undefined {
  const key = readConversation(text);
  const [channel, thread] = key?.place.split(':') ?? [];
  const read = schema.safeParse({ team: key?.tenant, channel, thread });
  if (key === undefined || !read.success || (key.person !== null && userOf(key.person) === undefined)) return undefined;
  const conversation = conversationIn(read.data, key.person);
  return conversation === text ? { conversation, address: read.data } : undefined;
}
/** Returns the id of the user whose case a conversation is, where that is not the case of whoever opened the thread; else null. */
export const besideIn = (conversation: ConversationId): string | null =>
  userOf(readConversation(conversation)?.person ?? '')?.user ?? null;
/** Returns the id of a person in a workspace. */
export const personOf = (team: string, user: string): PersonId => personId({ home: slackId, tenant: team, user });
/** Returns true if a team is an organisation (Enterprise Grid), and no workspace. */
export const isOrganization = (team: string): boolean => team.startsWith('E');
/** Returns the team of somebody of whom an installation (`team`) is told: their own workspace (`home`), where Slack names it. Of an organisation everybody is, since its members belong to several workspaces. */
export const homeIn = (team: string, home: string | null | undefined): string =>
  isOrganization(team) ? team : (home ?? team);
/** Splits the id of a person into team and user; returns undefined if it belongs to another adapter. */
export function userOf(person: string): { readonly team: string; readonly user: string } | undefined {
  const { home, tenant, user } = readPerson(person) ?? {};
  return home === slackId && typeof tenant === 'string' && user !== undefined ? { team: tenant, user } : undefined;
}
