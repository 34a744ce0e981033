import type { ChannelName } from '../config.ts';
import type { SlackContext } from '../context.ts';
import type { Workspaces } from '../install/workspaces.ts';

/** Returns the workspace of the desk's channel. Rejects while Slack cannot be asked. */
export const deskTeam = async (workspaces: Workspaces, { team }: ChannelName): Promise<string> =>
  team ?? (await workspaces.only()) ?? '';

/** Resolves to true if this is the desk's channel: cases can be answered only there. */
export const isDesk = async (
  { config: { desk }, workspaces }: Pick<SlackContext, 'config' | 'workspaces'>,
  team: string,
  channel: string | undefined,
): Promise<boolean> => desk !== undefined && desk.channel === channel && (await deskTeam(workspaces, desk)) === team;
