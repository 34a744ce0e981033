import type { Notices } from '../../bot/notices.ts';
import type { Incoming, Log, Received } from '../../bot/ports.ts';
import type { Reader } from '../../bot/runtime/index.ts';
import type { SlackConfig } from './config.ts';
import type { Workspaces } from './install/workspaces.ts';
import type { Groups } from './people/groups.ts';
import type { Languages } from './people/languages.ts';
import type { Members } from './people/members.ts';
import type { Heard } from './receive/heard.ts';
import type { Starts } from './receive/starts.ts';

/** The dependencies of the listeners. */
export interface SlackContext {
  readonly config: SlackConfig;
  readonly workspaces: Workspaces;
  readonly languages: Languages;
  readonly groups: Groups;
  readonly members: Members;
  readonly conversations: Reader;
  readonly notices: Notices;
  readonly log: Log;
  /** Runs the handler of a delivery, and tracks it so that a stop waits for it. Rejects when the handler does, and while deliveries are not accepted. */
  enter(work: () => Promise<void>): Promise<void>;
  readonly starts: Starts;
  /** Adds the person's language, passes the message to the bot, and resolves once it is stored. */
  take(heard: Heard): Promise<Received>;
  /** Passes the desk's answer to a conversation of any adapter, and resolves once it is stored. */
  passOn(answer: Incoming): Promise<Received>;
  /** Runs background work that is not awaited; failures are logged. */
  aside(what: string, work: Promise<unknown>): void;
}
