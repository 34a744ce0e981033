import type { ChannelName } from '../config.ts';
import type { SlackContext } from '../context.ts';
import type { Workspaces } from '../install/workspaces.ts';

/** The workspace of the desk's channel. */
export const deskTeam = async (workspaces: Workspaces, { team }: ChannelName): Promise<string> =>
  team ?? (await workspaces.only()) ?? '';

/** Whether this is the channel of the desk: only there can cases be answered. */
export const isDesk = async (
  { config: { desk }, workspaces }: Pick<SlackContext, 'config' | 'workspaces'>,
  team: string,
  channel: string | undefined,
): Promise<boolean> => desk !== undefined && desk.channel === channel && (await deskTeam(workspaces, desk)) === team;
