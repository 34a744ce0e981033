import { nextTs } from './deliver.ts';
import type { Rig } from './rig.ts';
import { type Drawn, shownIn } from './screen.ts';
import { channels } from './workspace.ts';

/** A conversation in the support channel, and the message with which the bot began it. */
export interface Asked {
  readonly channel: string;
  readonly thread: string;
  /** The `ts` of the message. */
  readonly on: string | undefined;
  button(choice: string): Drawn;
}

/** Asks something in the support channel of a workspace. */
export async function askIn({ slack, event, idle }: Rig, team: string, user: string): Promise<Asked> {
  const channel = channels.support;
  const thread = nextTs();
  await event(team, { type: 'message', channel, channel_type: 'channel', user, text: '認証できません', ts: thread });
  await idle(`slack:${team}:${channel}:${thread}`);
  const [message] = await slack.held(team, channel, thread);
  return {
    channel,
    thread,
    on: message?.ts,
    button: (choice) => {
      const found = shownIn(message?.blocks ?? []).buttons.find((one) => one.choice === choice);
      if (found === undefined) throw new Error(`No button ${choice}`);
      return found;
    },
  };
}
