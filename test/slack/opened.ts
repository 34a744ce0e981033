import type { Held } from './fake-slack.ts';
import type { Rig } from './rig.ts';
import { shownIn } from './screen.ts';

/** The words of a message, from top to bottom. */
export const linesOf = (message: Held | undefined): string => shownIn(message?.blocks ?? []).lines.join('\n');

/** The thread that the bot opened last at the top of a channel, and what it said in it. */
export async function openedBy(
  { slack, idle }: Rig,
  team: string,
  channel: string,
): Promise<{ readonly root: Held | undefined; readonly replies: readonly Held[] }> {
  const root = (await slack.held(team, channel)).at(-1);
  if (root === undefined) return { root, replies: [] };
  await idle(`slack:${team}:${channel}:${root.ts}`);
  return { root, replies: await slack.held(team, channel, root.ts) };
}
