import type { IncomingHttpHeaders } from 'node:http';
import type { Attachment } from '../../../bot/ports.ts';
import type { StaffAct } from '../../../bot/types.ts';

/** The port of a ticket system that is reached by its HTTP interface. Every method that calls it rejects with a NotDoneError if the call surely did nothing, and with another Error if its result is unknown. */
export interface System {
  /** The name for operators. */
  readonly name: string;
  /** Milliseconds after which a ticket that was opened is surely among those that `find` looks through. */
  readonly indexedAfter: number;
  /** Average number of calls per second. */
  readonly perSecond: number;
  /** Which comments are answers to the person: the public ones (the system has others, which only staff see), or, where it has no others, those that begin with a mark. */
  readonly answers: 'public' | 'marked';
  /** Returns a text, of which a person may have written every word, so that the system shows it and nothing in it does anything there: no link under other words, no image from elsewhere, no HTML, no command. To be called with what goes into a ticket or a comment; titles are plain in every system. */
  escape(text: string): string;
  /** Opens a ticket and resolves to its id. `mark` travels with it, for `find`. `body` is escaped already. */
  create(mark: string, subject: string, body: string): Promise<string>;
  /** Returns the id of the ticket that was opened under a mark, by any process; undefined if there is none. */
  find(mark: string): Promise<string | undefined>;
  /** Uploads a file for the comment under a mark, and resolves to the reference by which `comment` has it with it. To do it twice shows nothing twice on the ticket. */
  upload(ticket: string, mark: string, file: Attachment): Promise<string>;
  /** Adds a comment that staff see, and that is no answer to the person. `text` is escaped already. `reopens`: in the same call the ticket is opened again, where the system has a way to. `files`: the references of those that it has with it. */
  comment(ticket: string, text: string, reopens: boolean, files: readonly string[]): Promise<void>;
  /** Returns true if one of the newest comments of a ticket holds a mark. */
  commented(ticket: string, mark: string): Promise<boolean>;
  /** Reads something that only the bot's own user may, and that the desk needs; changes nothing. Rejects with what is to be mended. */
  check(): Promise<void>;
  /** Returns true if a request to the desk's webhook can have been signed as agreed, by its headers and its URL: nothing is read or held for who cannot have signed. */
  mayBeSigned(request: HookHead): boolean;
  /** Checks and parses what came to the desk's webhook. Calls nothing. That somebody takes a ticket which is over, or is closed by the same change, is not reported: who takes a case opens it again. */
  hear(request: HookRequest): HookHeard;
}

/** A request to the webhook of a desk, before its body is read. Nothing in it is to be trusted yet. */
export interface HookHead {
  readonly headers: IncomingHttpHeaders;
  /** The parameters of the URL. */
  readonly query: URLSearchParams;
}

/** A request to the webhook of a desk. */
export interface HookRequest extends HookHead {
  readonly body: string;
}

/** The reading of a webhook's request: refused with an HTTP status (401: not signed as agreed, 400: not as documented), nothing that concerns the bot, or something about a ticket. */
export type HookHeard =
  | { readonly kind: 'refused'; readonly status: 400 | 401 }
  | { readonly kind: 'irrelevant' }
  | {
      readonly kind: 'ticket';
      readonly ticket: string;
      /** Returns what staff did, after asking the system for what the request does not tell or prove. */
      reports(): Promise<readonly Report[]>;
    };

/** The report of what a member of staff did in a ticket system. */
export interface Report {
  /** The system's own id of it, by which a repeat is recognised. */
  readonly id: string;
  /** The id of the member of staff there. */
  readonly user: string;
  /** Their name as colleagues see it; empty if the system does not tell. */
  readonly by: string;
  readonly did:
    | { readonly kind: 'answer'; readonly text: string }
    /** They attached files to an answer, which do not reach the person. */
    | { readonly kind: 'files' }
    | { readonly kind: Extract<StaffAct, 'take' | 'solve'> };
}

/** The refusal of a request that is not signed as agreed. */
export const unsigned: HookHeard = { kind: 'refused', status: 401 };
/** The refusal of a request that is not as documented. */
export const malformed: HookHeard = { kind: 'refused', status: 400 };
/** The reading of what does not concern the bot. */
export const irrelevant: HookHeard = { kind: 'irrelevant' };
