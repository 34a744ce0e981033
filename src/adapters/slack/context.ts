import type { Incoming, Log, Received } from '../../bot/ports.ts';
import type { Reader } from '../../bot/runtime/index.ts';
import type { SlackConfig } from './config.ts';
import type { Workspaces } from './install/workspaces.ts';
import type { Languages } from './people/languages.ts';
import type { Heard } from './receive/heard.ts';
import type { Starts } from './receive/starts.ts';

/** All that the listeners need. */
export interface SlackContext {
  readonly config: SlackConfig;
  readonly workspaces: Workspaces;
  readonly languages: Languages;
  readonly conversations: Reader;
  readonly log: Log;
  /** Runs what a delivery asks for, as long as deliveries are taken; a stop waits for it. */
  enter(work: () => Promise<void>): Promise<void>;
  readonly starts: Starts;
  /** Adds the language of the person and resolves once it is kept. */
  take(heard: Heard): Promise<Received>;
  /** Passes the desk's answer on to a conversation of any channel and resolves once it is kept. */
  passOn(answer: Incoming): Promise<Received>;
  /** Runs something that is not waited for; what goes wrong is logged. */
  aside(what: string, work: Promise<unknown>): void;
}
