import type { webApi } from '@slack/bolt';

/** The identity and the token of the bot in one workspace, or in an organisation that installed it for all of its workspaces. */
export interface Installation {
  readonly token: string;
  readonly user: string;
  readonly id: string;
}

/** The workspaces in which the bot is installed, by the id of the workspace (T…), or of the organisation (E…) that installed it. */
export interface Workspaces {
  /** Returns the installation, or undefined if the bot is not installed there (any more). Rejects when that cannot be determined now. */
  bot(team: string): Promise<Installation | undefined>;
  client(bot: Pick<Installation, 'token'>): webApi.WebClient;
  /** Forgets a workspace that removed the bot at this time, in epoch seconds, unless it has installed the bot again since. */
  leave(team: string, at: number): Promise<void>;
  /** Returns the id of the only workspace or organisation, or undefined if there are many. Rejects while Slack cannot be asked. */
  only(): Promise<string | undefined>;
}

/** The error for a workspace in which the bot is not installed. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/** Returns the installation in a workspace. Rejects with NotInstalled if there is none, or when that cannot be determined now. */
export async function botFor(workspaces: Workspaces, team: string): Promise<Installation> {
  const bot = await workspaces.bot(team);
  if (bot === undefined) throw new NotInstalled(`Slack: not installed in workspace ${team}`);
  return bot;
}

/** Returns the Web API client for a workspace. Rejects as `botFor` does. */
export const clientFor = async (workspaces: Workspaces, team: string): Promise<webApi.WebClient> =>
  workspaces.client(await botFor(workspaces, team));
