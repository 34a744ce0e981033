import type { webApi } from '@slack/bolt';
import type { SlackContext } from '../context.ts';
import { asksForNotice, openNotices } from '../desk/notices.ts';
import { asksForStatus, statusIn } from '../desk/status.ts';
import type { Message } from '../render/blocks.ts';

/** Where and by whom the slash command was given. */
interface Given {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** The id by which a modal can be opened. */
  readonly trigger: string;
}

/** A request of staff, by a word behind the slash command. */
interface Subcommand {
  /** Returns true if a text asks for it. */
  asked(text: string): boolean;
  /** Does it; resolves to what the person alone is to be shown, to `shown` where a modal says all, or to undefined where the word means nothing, and the text begins a conversation. */
  run(slack: SlackContext, client: webApi.WebClient, given: Given): Promise<Message | 'shown' | undefined>;
}

/** The subcommands of the slash command. */
export const subcommands: readonly Subcommand[] = [
  { asked: asksForStatus, run: statusIn },
  { asked: asksForNotice, run: openNotices },
];
