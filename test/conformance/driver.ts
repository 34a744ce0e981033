/** Someone who writes: in one of two tenants (workspaces) that share the ids of channels and messages. */
export interface Who {
  readonly tenant: 'one' | 'two';
  readonly person: 'asker' | 'other';
}

/** One conversation as the channel knows it; made by a driver, opaque to the suite. */
export interface Thread {
  readonly id: string;
  readonly tenant: Who['tenant'];
}

/** One message of the bot as a person sees it, read back from the payload that the channel took. */
export interface Seen {
  /** The channel's id of the message. */
  readonly id: string;
  /** The texts from top to bottom. */
  readonly lines: readonly string[];
  /** The labels of all buttons and menu entries; empty once it was answered. */
  readonly buttons: readonly string[];
  /** The labels of the form's fields, where it has one. */
  readonly fields: readonly string[];
}

/** A message that the bot must leave alone. */
export type Noise = 'own' | 'other-bot' | 'edited' | 'joined';

/** A request that nobody well-behaved sends, and how the channel must answer it. */
export interface Hostile {
  readonly title: string;
  readonly expected: number;
  /** Sends it and resolves to the HTTP status. */
  send(): Promise<number>;
}

/** What goes wrong with the next calls of the bot to the channel: told to wait, a server error, or taken and then cut off. */
export type Fault = 'busy' | 'broken' | 'cut';

/** The real adapter with real turns and a store of its own, against a fake of the channel; each driver brings one. Whatever a person does resolves once the channel has the acknowledgement. */
export interface Stage {
  /** Opens a conversation by a mention in the channel that both tenants call by the same id; `at` repeats the message id of another tenant's thread. */
  mention(who: Who, text: string, at: Thread | undefined): Promise<Thread>;
  /** Opens a conversation by writing to the bot alone. */
  direct(who: Who, text: string): Promise<Thread>;
  /** Writes in a conversation, with or without a mention. */
  say(thread: Thread, who: Who, text: string, mentioned: boolean): Promise<void>;
  /** Writes at the top of a channel where the bot answers only mentions. */
  chatter(who: Who, text: string): Promise<Thread>;
  /** Presses the button with this label as the person sees it on `message`, even if the message has changed since. */
  click(thread: Thread, who: Who, message: Seen, label: string): Promise<void>;
  /** Fills in the form of a message, by the labels of the fields; the others stay as they are. */
  fill(thread: Thread, who: Who, message: Seen, values: Readonly<Record<string, string>>): Promise<void>;
  /** Sends a picture with words beside it. */
  upload(thread: Thread, who: Who, text: string): Promise<void>;
  /** A message that the bot must leave alone, in a conversation. */
  noise(thread: Thread, kind: Noise): Promise<void>;
  /** Delivers the last delivery once more, as the channel does when it saw no acknowledgement. */
  retry(): Promise<void>;
  /** The requests that must be refused or ignored. */
  readonly hostile: readonly Hostile[];
  /** Spoils the next `times` messages that the bot sends. */
  fault(kind: Fault, times: number): void;
  /** Brings the channel back after `begin('down')`. */
  up(): Promise<void>;
  /** The bot's messages in a conversation, oldest first, once the bot has nothing more to do there. */
  seen(thread: Thread): Promise<readonly Seen[]>;
  /** Stops the bot and everything that it needs. */
  stop(): Promise<void>;
}

/** One channel under test. */
export interface Driver {
  readonly channel: string;
  /** How many visible copies of one message a cut may leave behind: 0 where the channel can be asked what arrived. */
  readonly doubles: number;
  /** Starts the bot; the fake channel says that its people speak Japanese. */
  begin(channel: 'up' | 'down'): Promise<Stage>;
}
