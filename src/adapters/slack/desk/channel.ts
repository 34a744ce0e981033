import type { SlackContext } from '../context.ts';
import type { ChannelName, SlackDesk } from '../desks.ts';
import type { Workspaces } from '../install/workspaces.ts';

/** Returns the workspace of a desk's channel. Rejects while Slack cannot be asked. */
export const deskTeam = async (workspaces: Workspaces, { team }: ChannelName): Promise<string> =>
  team ?? (await workspaces.only()) ?? '';

/** Returns the desk whose channel this is, since its cases can be answered only there; undefined if it is none's. Rejects while Slack cannot be asked. */
export async function deskAt(
  { config: { desks }, workspaces }: Pick<SlackContext, 'config' | 'workspaces'>,
  team: string,
  channel: string | undefined,
): Promise<SlackDesk | undefined> {
  for (const desk of desks) if (desk.channel === channel && (await deskTeam(workspaces, desk)) === team) return desk;
  return undefined;
}
