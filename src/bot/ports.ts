import type { Recipient } from '../flows/events.ts';
import type { Facts } from '../flows/facts.ts';
import type { ListId } from '../flows/lists.ts';
import type { Hours } from './desk/hours.ts';
import type { RateLimit } from './lib/rates.ts';
import type { Handover, Input, Language, Outgoing, PassedOn, SentFile } from './types.ts';

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

/** The id of a conversation, made and read by `keys.ts`: the channel, the place in it and, unless they opened that place, the person whose case it is. */
export type ConversationId = Brand<'ConversationId'>;
/** The id of a person, made and read by `keys.ts`. Erasure deletes everything that is stored under it. */
export type PersonId = Brand<'PersonId'>;
/** The channel's own id of a sent message, stored so that the message can be edited. */
export type MessageRef = Brand<'MessageRef'>;

/** The people around an Incoming, as far as the channel knows them. */
export interface Company {
  /** True where the bot hears everything (a support channel, a direct message): whoever has a case there need not address it. */
  readonly attended: boolean;
  /** The people who are mentioned beside the bot. */
  readonly named: readonly PersonId[];
  /** How the channel shows the person in a message: a mention, or their name; empty if it cannot. */
  readonly shown: string;
  /** The name of the author (empty if the channel does not tell it) where they are known to be among the people who may answer at a desk that has the case: only they take it over by writing in its conversation (the bot keeps silent then), or hand it back. Null for the person whose case it is, and wherever the channel cannot tell, or not in time: rather does the bot speak beside staff than leave a person without an answer. */
  readonly staff: string | null;
}
/** The company where the channel knows of nobody else. */
export const alone: Company = { attended: false, named: [], shown: '', staff: null };

/** A delivery from a channel: one message, edit of it, click, form, file or desk answer. */
export interface Incoming {
  /** The channel's delivery id, used as the idempotency key: a repeat is a retry and changes nothing. */
  readonly id: string;
  readonly conversation: ConversationId;
  readonly person: PersonId;
  /** The adapter's own JSON by which it reaches the conversation, refreshed by every Incoming. */
  readonly address: string;
  /** The person's language in the channel, used until they write in another or choose one. */
  readonly language: Language;
  /** True if the person chose that language, for all their conversations. */
  readonly languageChosen: boolean;
  /** True if it may open a new conversation; without a conversation, any other Incoming is ignored. */
  readonly opens: boolean;
  /** True if the bot itself is addressed (a mention, a direct message, a button). Others than the person whose case it is are answered only then, in a case of their own. */
  readonly addressed: boolean;
  readonly company: Company;
  /** The message whose button or form was used, or the ticket on which staff did something; null if the channel does not report it. Two equal clicks on one message are a double click. */
  readonly on: MessageRef | null;
  readonly input: Input;
}

/** The reason for a retry: too many calls were made (rate limit), the receiver cannot be reached (outage), or it is reachable but does not accept this call for now (refusal). */
export type Reason = 'rate limit' | 'outage' | 'refusal';

/** The result of an attempt to send: done, to be retried after `after` milliseconds, or never to be retried. A rejection instead of a result leaves the result unknown. `why` tells the operator the receiver's answer and the remedy; it holds nothing that a person wrote. */
export type Sent =
  | { readonly outcome: 'done'; readonly message: MessageRef }
  | { readonly outcome: 'later'; readonly after: number; readonly reason: Reason; readonly why: string }
  | { readonly outcome: 'never'; readonly why: string };

/** An attachment: a file on its way from one place to another, in memory only. */
export interface Attachment {
  /** A name that says its kind and number only, as `image-1.png`, since the names of files are people's words. */
  readonly name: string;
  /** Its media type, by its content. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The reason why a file is not passed on: it is larger than what was asked for, it is not there any more, the bot may not read it, or it is of a kind that is not passed on. */
export type NotFetched = 'too large' | 'gone' | 'not allowed' | 'not this type';

/** The result of fetching a file: its bytes, the reason why there never will be any, or that it is to be retried (`later`, as for `Sent`). A rejection counts as an outage. */
export type Fetched =
  | { readonly outcome: 'fetched'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly outcome: 'none'; readonly why: NotFetched }
  | Extract<Sent, { readonly outcome: 'later' }>;

/** The destination of a call: a conversation, the address to reach it by, and its language. */
export interface Destination {
  readonly conversation: ConversationId;
  readonly address: string;
  readonly language: Language;
}

/** The result of receiving an Incoming: it is answered, it gets no reply (a duplicate, or people talking to each other), it changes nothing since only the person whose case it is may press that, or since other staff were first (`overtaken`), or the conversation that it belongs to does not exist (any more). */
export type Received = 'answered' | 'left alone' | 'not allowed' | 'overtaken' | 'no conversation';

/** The handler of an Incoming. Resolves once its result is stored durably: acknowledge the delivery only then. Rejects if it could not be stored. */
export type Receive = (incoming: Incoming) => Promise<Received>;

/** The port of a channel: receives messages and sends views. */
export interface Adapter {
  /** The id of the channel, of lower-case letters, digits and hyphens: the ids of its conversations and its people begin with it. */
  readonly channel: string;
  /** True if `find` can look up messages that arrived. For any other channel a delivered message is recorded at once, since a crash would leave its delivery unknown. */
  readonly searchable: boolean;
  /** Returns the rate limit that a call to a conversation counts towards. */
  limitOf(to: Destination, call: 'post' | 'settle' | 'find' | 'fetch'): RateLimit;
  /** Starts receiving. Resolves once messages are accepted, or, during an outage of the channel, once they will be accepted as soon as it is back. */
  start(receive: Receive): Promise<void>;
  /** Shows a view as a new message. `key` is the idempotency key, the same for every attempt, by which `find` looks the message up. */
  post(to: Destination, key: string, outgoing: Outgoing): Promise<Sent>;
  /** Shows a view in place of an earlier message, with its buttons. Resolves to undefined if that message is gone. `key`: as for `post`; to do it twice changes nothing. */
  replace(to: Destination, message: MessageRef, key: string, outgoing: Outgoing): Promise<Sent | undefined>;
  /** Edits a message that a newer one replaces: removes its buttons and shows the chosen answer; nothing in its place if `answer` is empty. */
  settle(to: Destination, message: MessageRef, outgoing: Outgoing, answer: string): Promise<Sent>;
  /** Returns the message that was posted under a key, for an attempt whose result is unknown; undefined if it never arrived. `since`, epoch milliseconds: no attempt was made before. Rejects with a RateLimitedError if called too often. */
  find(to: Destination, key: string, since: number): Promise<MessageRef | undefined>;
  /** Shows that a message goes to the desk, by a reaction to it and without a reply; `delivery`: the id that it arrived with. Best effort, never repeated; does nothing where the channel lets bots set no reactions. */
  acknowledge(to: Destination, delivery: string): Promise<void>;
  /** Fetches a file that was sent in the conversation, up to `most` bytes: reads no more than that, only from hosts that the channel trusts, follows no redirect elsewhere, and ends within `fetchTimeout`. */
  fetch(to: Destination, file: SentFile, most: number): Promise<Fetched>;
  /** Shows the files that a desk sends the person, with a line of words; `missing`: how many there are besides, which could not be fetched. Those that the channel cannot show it tells of as well. `key`: as for `post`; what arrived under it already is not shown again, as far as that can be known. */
  attach(to: Destination, key: string, files: readonly Attachment[], missing: number): Promise<Sent>;
  /** Returns how a person is reached, for the desk that gets their case. Rejects while the channel cannot be asked. */
  contactOf(to: Destination, person: PersonId): Promise<Contact>;
  /** Stops receiving and resolves when the work in flight has ended. */
  stop(): Promise<void>;
}

/** A contact: how a person who asked is reached. What their channel does not tell is empty. */
export interface Contact {
  readonly name: string;
  readonly mail: string;
  /** The URL that opens a chat with them. */
  readonly chat: string;
  /** The URL of the conversation with the bot. */
  readonly thread: string;
}

/** The state of a case at the desk: who made it so (their name; empty for the bot), and when, epoch milliseconds; each state has a later time than the one before it. `answered`: an answer was passed on; `returned`: the bot goes on with it; `closed`: the person has ended it, solved or withdrawn (never stored: it follows from the rest of the record). */
export interface Handling {
  readonly state: 'new' | 'taken' | 'answered' | 'solved' | 'returned' | 'closed';
  readonly by: string;
  readonly at: number;
}

/** A ticket: a case that is handed over to the desk, as it stands now. */
export interface Ticket {
  readonly from: Destination;
  readonly person: PersonId;
  readonly contact: Contact;
  readonly handover: Handover;
  readonly facts: Facts;
  /** How urgent it is, in the person's own words, redacted; empty if they did not say. */
  readonly urgency: string;
  /** What happened, in the person's own words from the form of the letter, redacted; empty if they wrote none. */
  readonly words: string;
  readonly handling: Handling;
  /** The member of staff who has the case or answered last; null: nobody has it, or their desk does not tell. */
  readonly owner: PersonId | null;
}

/** A note on a ticket that is open: what the person wrote since, redacted; that they sent a picture or a file, with its text; another letter by which they hand the same case over again; that their case is solved; what they add for the desk once it is solved, which needs no answer (`remark`); that they take the hand-over back (`withdrawn`), or go on with the bot while the ticket stays open (`with-bot`); a reminder that nobody has answered; or an `answer` of staff, so that nobody else answers as well (`late`: it was given after the case had ended, and opens nothing again; `files`: how many came with it). */
export type TicketNote =
  | PlainNote
  /** `files`: what the person sent, to be attached to the note; `missing`: the number of files that could not be fetched or are not passed on. `inForm`: they were sent with the form of the letter, so that the missing ones are seen nowhere; else those lie in the conversation only. */
  | {
      readonly kind: 'file';
      readonly text: string;
      readonly files: readonly Attachment[];
      readonly missing: number;
      readonly inForm: boolean;
    };
/** A note before its delivery: the files of the person still lie in the channel only, by whose reference they are fetched. */
export type PendingNote =
  | PlainNote
  | { readonly kind: 'file'; readonly text: string; readonly files: readonly SentFile[]; readonly inForm: boolean };
/** A note without files. */
type PlainNote =
  | { readonly kind: 'words' | 'letter' | 'remark'; readonly text: string }
  | { readonly kind: 'solved' | 'withdrawn' | 'with-bot' | 'reminder' }
  | (PassedOn & {
      readonly kind: 'answer';
      readonly author: PersonId;
      readonly late: boolean;
      readonly files: number;
    });

/** Maximum milliseconds of fetching one file. */
export const fetchTimeout = 5_000;

/** The cases that a notice is for; null: whatever it is. */
export interface NoticeMatch {
  readonly origin: 'personal' | 'organization' | 'used' | null;
  readonly code: string | null;
  readonly list: ListId | null;
}

/** A notice: what a desk says to all people with a matching case, until a time. */
export interface DeskNotice {
  /** The id, which is also the idempotency key of its posting. */
  readonly id: string;
  readonly desk: string;
  /** The words of the staff, shown as they are. */
  readonly text: string;
  readonly match: NoticeMatch;
  /** Epoch milliseconds. */
  readonly postedAt: number;
  /** Null: the person was erased. */
  readonly postedBy: PersonId | null;
  /** The time when it ends by itself, epoch milliseconds. */
  readonly until: number;
  /** The time zone (IANA) in which people are told when it ends. */
  readonly zone: string;
}

/** News for a desk that belongs to no case: a notice of its own was posted, or ended (`by` null: by itself), there are many `cases` of one code at once, or a week is over, with its figures. `at`: epoch milliseconds. */
export type DeskNews = { readonly at: number } & (
  | { readonly kind: 'posted'; readonly notice: DeskNotice }
  | { readonly kind: 'ended'; readonly notice: DeskNotice; readonly by: PersonId | null }
  | { readonly kind: 'surge'; readonly code: string; readonly cases: number }
  | { readonly kind: 'week'; readonly week: WeekFigures }
);

/** The figures of a week for a desk; null: too few to be shown. */
export interface WeekFigures {
  /** Its first and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly begun: number | null;
  readonly ends: Readonly<Record<'resolved' | 'escalated' | 'solved_by_desk' | 'cancelled' | 'idle', number | null>>;
  /** Messages that were not understood. */
  readonly notUnderstood: number | null;
  /** The seconds within which half of the answers of all desks came; null also where there was none. */
  readonly answer: number | null;
  /** The address of the page that says more; empty if it is not known. */
  readonly url: string;
}

/** The port of a desk, which takes over the cases that the bot cannot solve. */
export interface Desk {
  /** The id of the desk, its own among all desks. */
  readonly id: string;
  /** The name that answers are signed with beside that of their author; empty: the name of the desk among the contacts. */
  readonly name: string;
  /** The recipients whose letters go to this desk. */
  readonly takes: readonly Recipient[];
  /** The ids of the channels whose cases go to this desk; those of a channel that none serves go to the first. */
  readonly serves: readonly string[];
  /** Its office hours, in which people may expect an answer, and tickets that nobody answers are reminded of; null: nothing is promised. */
  readonly hours: Hours | null;
  /** The time zone (IANA) in which its people read times, and in which a person reads on what day they wrote to it. */
  readonly zone: string;
  /** The id of the desk to which a ticket goes as well that this one does not answer; empty: none. */
  readonly escalatesTo: string;
  /** The first part of the ids of the people who answer: the channel in which they write, or the desk's own id. */
  readonly people: string;
  /** True if `find` can look up the tickets that were opened, by any process. */
  readonly searchable: boolean;
  /** Returns the rate limit that a call for a case of this conversation counts towards. Rejects if that cannot be determined now. */
  limitOf(from: Destination, call: 'open' | 'note' | 'show' | 'find' | 'fetch'): Promise<RateLimit>;
  /** Opens a ticket. `key` is the idempotency key, the same for every attempt. */
  open(key: string, ticket: Ticket): Promise<Sent>;
  /** Adds a note to the ticket that was opened as this message. `key`: as for `open`. */
  note(key: string, opened: MessageRef, ticket: Ticket, note: TicketNote): Promise<Sent>;
  /** Shows on the ticket that was opened as this message how the case stands now, where the desk can edit its tickets. To do it twice changes nothing. */
  show(opened: MessageRef, ticket: Ticket): Promise<Sent>;
  /** Returns the ticket that was opened under a key, or the note below the ticket `under`, for an attempt whose result is unknown; undefined if it never arrived. `since`, epoch milliseconds: no attempt was made before. Rejects with a RateLimitedError if called too often. */
  find(key: string, ticket: Ticket, since: number, under: MessageRef | null): Promise<MessageRef | undefined>;
  /** Fetches a file that staff sent with an answer, as `Adapter.fetch` does. */
  fetch(file: SentFile, most: number): Promise<Fetched>;
  /** Deletes the ticket of a case, the notes that were added to it, and what else the bot posted below it, for a person who asked for erasure. Resolves to false where the desk cannot, so that the operator has to; rejects where some of it may be left. */
  erase(opened: MessageRef, notes: readonly MessageRef[], of: ConversationId): Promise<boolean>;
  /** Starts to receive what staff do, each an Incoming of the conversation in its ticket with the input `desk` or `staff`. Does nothing if they arrive with the messages of a channel. */
  start(receive: Receive): Promise<void>;
  /** Stops receiving and resolves when the work in flight has ended. */
  stop(): Promise<void>;
  /** Tells the people of the desk news that belongs to no case. `key`: as for `open`; what arrived under it already is not told again, as far as that can be known. */
  tell(key: string, news: DeskNews): Promise<Sent>;
}

/** The operator's log. `about` names `conversation` and `delivery`, and never holds anything that a person wrote. */
export interface Log {
  info(about: object, what: string): void;
  warn(about: object, what: string): void;
  error(about: object, what: string): void;
}
