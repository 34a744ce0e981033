import type { Facts } from '../flows/facts.ts';
import type { Rate, RateLimit } from './lib/rates.ts';
import type { Handover, Input, Language, Outgoing } from './types.ts';

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

/** Where a conversation takes place. */
export const channels = ['terminal', 'slack', 'teams'] as const;
/** One of the places where a conversation can take place. */
export type Channel = (typeof channels)[number];

/** `<channel>:<the channel's own id of the conversation>`, opaque outside the adapter that made it. */
export type ConversationId = Brand<'ConversationId'>;
/** Returns the channel of a conversation: what its id begins with. Throws an Error for an id of no channel. */
export function channelOf(conversation: ConversationId): Channel {
  const name = conversation.slice(0, conversation.indexOf(':'));
  const channel = channels.find((one) => one === name);
  if (channel === undefined) throw new Error('A conversation id must begin with its channel');
  return channel;
}

/** `<channel>:<the channel's own id of a person>`: what a person asks to have forgotten. */
export type PersonId = Brand<'PersonId'>;
/** The channel's own id of a message that was sent, kept so that the message can be edited. */
export type MessageRef = Brand<'MessageRef'>;

/** One thing that arrived. */
export interface Incoming {
  /** The channel's delivery id: a repeat is a retry and changes nothing. */
  readonly id: string;
  readonly conversation: ConversationId;
  readonly person: PersonId;
  /** How to reach the conversation: the adapter's own JSON, refreshed by every Incoming. */
  readonly address: string;
  /** The language of the person in the channel, used until they choose another. */
  readonly language: Language;
  /** Whether it may open a conversation where there is none; otherwise it is left alone. */
  readonly opens: boolean;
  /** Whether the bot itself was spoken to (a mention, a direct message, a button): others than the person who asked are answered only then. */
  readonly addressed: boolean;
  /** The message whose button or form was used, where the channel says so: two equal clicks on one message are a double click. */
  readonly on: MessageRef | null;
  readonly input: Input;
}

/** Why a channel wants to be asked again later: too many calls came, it is away, or it is there and does not take this call for now. */
export type Reason = 'rate limit' | 'outage' | 'refusal';

/** What became of an attempt to send: done, to be tried again after some milliseconds, or never to be tried again. A throw leaves it unknown. `why`: for the operator, what was answered and what to do about it; nothing that a person wrote. */
export type Sent =
  | { readonly outcome: 'done'; readonly message: MessageRef }
  | { readonly outcome: 'later'; readonly after: number; readonly reason: Reason; readonly why: string }
  | { readonly outcome: 'never'; readonly why: string };

/** Where something goes: a conversation and how to reach it. */
export interface Destination {
  readonly conversation: ConversationId;
  readonly address: string;
  readonly language: Language;
}

/** What became of an Incoming: it is answered, or changes nothing (a repeat, people's talk with each other), or there is no conversation that it belongs to (any more). */
export type Received = 'answered' | 'left alone' | 'no conversation';

/** Resolves once the Incoming is kept: acknowledge only then. Rejects when it could not be kept. */
export type Receive = (incoming: Incoming) => Promise<Received>;

/** One channel: where messages come from and go to. */
export interface Adapter {
  readonly channel: Channel;
  /** Whether `find` can tell what arrived; where it cannot, what arrived is written down at once. */
  readonly searchable: boolean;
  /** The rate limit that a call to a conversation counts towards. */
  limitOf(to: Destination, call: 'post' | 'settle' | 'find'): RateLimit;
  /** Resolves once messages are taken, or, where the channel is away, will be as soon as it is back. */
  start(receive: Receive): Promise<void>;
  /** Shows a view as a new message. `key` names the attempt for `find`. */
  post(to: Destination, key: string, outgoing: Outgoing): Promise<Sent>;
  /** Replaces an answered message by the same without buttons, with the answer that was chosen. */
  settle(to: Destination, message: MessageRef, outgoing: Outgoing, answer: string): Promise<Sent>;
  /** The message that was posted under this key, where an attempt ended unknown; undefined: it never arrived. `since`: no attempt was made before, epoch milliseconds. Rejects with a RateLimitedError where it is asked too often. */
  find(to: Destination, key: string, since: number): Promise<MessageRef | undefined>;
  /** Stops taking messages and waits for what runs. */
  stop(): Promise<void>;
}

/** A case for the desk that takes over. */
export interface Ticket {
  readonly from: Destination;
  readonly person: PersonId;
  readonly handover: Handover;
  readonly facts: Facts;
}

/** Where a case goes when the bot cannot help. */
export interface Desk {
  /** Whether `find` can tell what was opened, by any process. */
  readonly searchable: boolean;
  /** The rate limit that a call for a case of this conversation counts towards. Rejects where that cannot be known now. */
  limitOf(from: Destination, call: 'open' | 'find'): Promise<RateLimit>;
  open(key: string, ticket: Ticket): Promise<Sent>;
  /** The ticket that was opened under this key, where an attempt ended unknown; undefined: it never arrived. `since`: no attempt was made before, epoch milliseconds. Rejects with a RateLimitedError where it is asked too often. */
  find(key: string, ticket: Ticket, since: number): Promise<MessageRef | undefined>;
}

/** One conversation as a store keeps it: what it is looked up by, and a body that only the bot reads. */
export interface Row {
  readonly conversation: ConversationId;
  /** Who began it; the first save decides, later ones leave it. */
  readonly person: PersonId;
  /** 1 for the first; each save counts one up. */
  readonly version: number;
  /** When it began, in epoch milliseconds; the first save decides. */
  readonly born: number;
  /** When somebody has to look after its outbox, in epoch milliseconds; null: nothing waits. */
  readonly workAt: number | null;
  /** When its next alarm rings, in epoch milliseconds. */
  readonly alarmAt: number | null;
  /** The format of the body; a process leaves a newer one than its own to newer processes. */
  readonly format: number;
  readonly body: string;
}

/** What to look for in `claim`: conversations of these channels, in these formats, with work due, as many as `limit`, held until `until`. */
export interface Claim {
  readonly channels: readonly Channel[];
  /** The newest format that the claimant reads. */
  readonly format: number;
  readonly now: number;
  /** Until when no other claim gets the same conversations; epoch milliseconds. */
  readonly until: number;
  /** Work that waits longer than until then stems from a clock that jumped back, and is due. */
  readonly horizon: number;
  readonly limit: number;
}

/** A slice of all conversations, in the order of their ids. */
export interface Slice {
  /** The slice begins behind this id; empty: with the first. */
  readonly after: string;
  /** How many conversations it has at most. */
  readonly limit: number;
}

/** Where conversations are kept. Every method rejects with an Error when the database cannot be reached. */
export interface Store {
  load(conversation: ConversationId): Promise<Row | undefined>;
  /** Compare-and-set: writes only over version `next.version - 1` (0: nothing yet) of the conversation that began then. False: somebody was first. */
  save(next: Row): Promise<boolean>;
  /** Claims the conversations whose work or alarms are longest due; each goes to one claimant only until its claim runs out. */
  claim(claim: Claim): Promise<readonly Row[]>;
  /** Makes work due in a slice of all conversations that waits beyond `horizon`, epoch milliseconds. Returns the id where the next slice begins; undefined after the last. */
  recall(slice: Slice, horizon: number): Promise<string | undefined>;
  /** The conversations that a person began, newest first, at most 100. */
  of(person: PersonId): Promise<readonly Row[]>;
  /** Keeps a body that cannot be read apart, for the operator. */
  setAside(row: Row, now: number): Promise<void>;
  /** Deletes one conversation if it still has this version. */
  remove(conversation: ConversationId, version: number): Promise<boolean>;
  /** Deletes all that is kept of a person; how many conversations that were. */
  forget(person: PersonId): Promise<number>;
  /** Changes the state of a rate limit (undefined: there is none yet) atomically among all processes; resolves to what `change` gives beside it. `change` is pure and may run more than once. */
  changeRate<Result>(
    name: string,
    change: (rate: Rate | undefined) => readonly [next: Rate, result: Result],
  ): Promise<Result>;
  /** Deletes what was set aside, what a vault keeps of people, rate limits, and conversations of a newer format than this, that nobody touched since this time, epoch milliseconds. */
  purge(before: number, format: number): Promise<void>;
  close(): Promise<void>;
}

/** Small things that adapters keep (installations, tokens, choices), by key, in the same database. What has to be unreadable there is encrypted before. */
export interface Vault {
  get(key: string): Promise<string | undefined>;
  /** `person`: whose it is; it is deleted when they are forgotten, or was not set again within the retention time. Null: the deployment's. */
  set(key: string, value: string, person: PersonId | null): Promise<void>;
  delete(key: string): Promise<void>;
  /** Replaces a value where it is still `before`; whose it is stays. */
  replace(key: string, before: string, value: string): Promise<void>;
  /** Lists the keys that begin with a text. */
  keys(prefix: string): Promise<readonly string[]>;
  /** Claims what lies under keys that begin like this and was neither set nor claimed for `idle` milliseconds: each thing goes to one claimant only. */
  claim(prefix: string, idle: number): Promise<readonly { readonly key: string; readonly value: string }[]>;
}

/** Where the bot tells its operator what happened: `about` names `conversation` and `delivery`, and never holds anything that a person wrote. */
export interface Log {
  info(about: object, what: string): void;
  warn(about: object, what: string): void;
  error(about: object, what: string): void;
}
