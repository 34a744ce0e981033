import type { webApi } from '@slack/bolt';

/** Who the bot is in one workspace. */
export interface Installation {
  readonly token: string;
  readonly user: string;
  readonly id: string;
}

/** The workspaces that the bot is installed in. */
export interface Workspaces {
  /** Undefined: not installed there (any more). Rejects when that cannot be known now. */
  bot(team: string): Promise<Installation | undefined>;
  client(bot: Installation): webApi.WebClient;
  /** Forgets a workspace that removed the bot at this time, epoch seconds; not if it was installed there again since. */
  leave(team: string, at: number): Promise<void>;
  /** The only workspace; undefined where there are many. Rejects while Slack cannot be asked. */
  only(): Promise<string | undefined>;
}

/** A workspace that the bot is not installed in. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/** The bot in a workspace. Throws NotInstalled. */
export async function botFor(workspaces: Workspaces, team: string): Promise<Installation> {
  const bot = await workspaces.bot(team);
  if (bot === undefined) throw new NotInstalled(`Slack: not installed in workspace ${team}`);
  return bot;
}

/** The client for a workspace. Throws NotInstalled. */
export const clientFor = async (workspaces: Workspaces, team: string): Promise<webApi.WebClient> =>
  workspaces.client(await botFor(workspaces, team));
