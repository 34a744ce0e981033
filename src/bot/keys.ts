import type { ConversationId, PersonId } from './ports.ts';

/** The parts of a person's id. */
export interface PersonKey {
  /** The id of the channel in which the person writes, or of the desk that names its people itself. */
  readonly home: string;
  /** The workspace, the enterprise or the organisation in whose directory they are, possibly empty; null where there is only one. */
  readonly tenant: string | null;
  readonly user: string;
}

/** The parts of a conversation's id. */
export interface ConversationKey {
  readonly channel: string;
  /** The workspace, or the enterprise for which the bot is installed, possibly empty; null where there is only one. */
  readonly tenant: string | null;
  /** The thread or chat, as the channel names it. */
  readonly place: string;
  /** The person whose case it is; null: the person who opened the place. */
  readonly person: PersonId | null;
}

/** Maximum number of characters of an id. */
const longest = 512;
/** Stands before the person of a case. No id of Slack or Teams has it, since Teams puts ids into the paths of URLs, where it cannot stand. */
const of = '#';
/** What is escaped within a part, as in a URL; a percent sign only where it would be read as an escape. */
const special = /#|%(?=23|25|3A)/g;
const specialWithColon = /[#:]|%(?=23|25|3A)/g;
const unit = /^([a-z][a-z0-9-]*):(?:([^:#]*):)?([^#]+)$/u;
const unprintable = /[\p{Cc}\p{Cs}]/u;

/** Returns the id of a person. Throws an Error if `home` is not of lower-case letters, digits and hyphens. */
export const personId = ({ home, tenant, user }: PersonKey): PersonId => join(home, tenant, user) as PersonId;

/** Returns the id of a conversation. Throws an Error if `channel` is not of lower-case letters, digits and hyphens. */
export const conversationId = ({ channel, tenant, place, person }: ConversationKey): ConversationId =>
  `${join(channel, tenant, place)}${person === null ? '' : of + person}` as ConversationId;

/** Parses the id of a person; returns undefined if it is none. */
export function readPerson(text: string): PersonKey | undefined {
  const read = split(text);
  return read && { home: read.space, tenant: read.tenant, user: read.name };
}

/** Parses the id of a conversation; returns undefined if it is none. */
export function readConversation(text: string): ConversationKey | undefined {
  const at = text.indexOf(of);
  const read = split(at < 0 ? text : text.slice(0, at));
  const person = at < 0 ? null : text.slice(at + 1);
  if (read === undefined || text.length > longest || (person !== null && !isPersonId(person))) return undefined;
  return { channel: read.space, tenant: read.tenant, place: read.name, person };
}

/** Returns true for the id of a person. */
export const isPersonId = (given: unknown): given is PersonId =>
  typeof given === 'string' && readPerson(given) !== undefined;

/** Returns true for the id of a conversation. */
export const isConversationId = (given: unknown): given is ConversationId =>
  typeof given === 'string' && readConversation(given) !== undefined;

/** Returns the id of the place of a conversation: the case of the person who opened that place. */
export const placeIdOf = (conversation: ConversationId): ConversationId =>
  (conversation.includes(of) ? conversation.slice(0, conversation.indexOf(of)) : conversation) as ConversationId;

/** Returns the id of the case that a person has in the place of a conversation, apart from that of the person who opened it. */
export const ownCaseOf = (conversation: ConversationId, person: PersonId): ConversationId =>
  `${placeIdOf(conversation)}${of}${person}` as ConversationId;

/** Returns the id of the channel of a conversation. */
export const channelOf = (conversation: ConversationId): string => conversation.slice(0, conversation.indexOf(':'));

function join(space: string, tenant: string | null, name: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(space)) throw new Error('The id of a channel or a desk has a-z, 0-9 and - only');
  return tenant === null
    ? `${space}:${escaped(name, specialWithColon)}`
    : `${space}:${escaped(tenant, specialWithColon)}:${escaped(name, special)}`;
}

/** Splits what `join` joined, and nothing else: two texts never mean the same. */
function split(text: string) {
  const [, space, tenant, name] = unit.exec(text) ?? [];
  if (space === undefined || name === undefined || text.length > longest || unprintable.test(text)) return undefined;
  const read = { space, tenant: tenant === undefined ? null : plain(tenant), name: plain(name) };
  return join(read.space, read.tenant, read.name) === text ? read : undefined;
}

const escaped = (text: string, what: RegExp): string =>
  text.replace(what, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
const plain = (text: string): string => text.replace(/%(?:23|25|3A)/g, decodeURIComponent);
