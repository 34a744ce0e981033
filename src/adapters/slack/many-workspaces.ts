import type { InstallationStore } from '@slack/bolt';
import { z } from 'zod';
import type { Vault } from '../../bot/ports.ts';
import { clients } from './client.ts';
import { seal } from './seal.ts';
import type { Bot, Workspaces } from './workspaces.ts';

/** Milliseconds that an installation is remembered; another process may have taken it out of the database meanwhile. */
const remembered = 60_000;
/** `since`: when it was installed, epoch seconds; earlier versions did not keep it. */
const kept = z.object({ token: z.string(), user: z.string(), id: z.string(), since: z.number().default(0) });
type Kept = z.infer<typeof kept>;
const now = () => Math.floor(Date.now() / 1_000);
const keyOf = (team: string) => `slack-installation:${team}`;

/** The workspaces that installed the bot by OAuth: their tokens lie in the vault, encrypted. */
export function manyWorkspaces(
  vault: Vault,
  encryptionKey: string,
  apiUrl: string,
): Workspaces & { readonly store: InstallationStore } {
  const sealed = seal(encryptionKey);
  const client = clients(apiUrl);
  const recent = new Map<string, { readonly bot: Bot | undefined; readonly until: number }>();
  const read = async (team: string): Promise<Kept | undefined> => {
    const text = await vault.get(keyOf(team));
    return text === undefined ? undefined : kept.parse(JSON.parse(sealed.open(text, keyOf(team))));
  };
  const bot = async (team: string): Promise<Bot | undefined> => {
    const last = recent.get(team);
    if (last !== undefined && last.until > Date.now()) return last.bot;
    const found = await read(team);
    if (found !== undefined) recent.set(team, { bot: found, until: Date.now() + remembered });
    return found;
  };
  const leave = async (team: string, at: number) => {
    recent.delete(team);
    const found = await read(team).catch(() => undefined);
    if (found === undefined || found.since <= at) await vault.delete(keyOf(team));
  };
  const teamOf = (team: { readonly id: string } | undefined): string => {
    if (team === undefined) throw new Error('Slack: the bot is installed by workspace, not by organisation');
    return team.id;
  };
  return {
    bot,
    client: ({ token }) => client(token),
    leave,
    only: async () => undefined,
    store: {
      storeInstallation: async ({ team, bot: found }) => {
        if (found === undefined) throw new Error('Slack: the installation holds no bot');
        const key = keyOf(teamOf(team));
        const { token, userId: user, id } = found;
        const text = JSON.stringify({ token, user, id, since: now() } satisfies Kept);
        recent.delete(teamOf(team));
        await vault.set(key, sealed.close(text, key), null);
      },
      fetchInstallation: async () => {
        throw new Error('Slack: installations are read by the adapter itself');
      },
      deleteInstallation: async ({ teamId }) => leave(teamId ?? '', now()),
    },
  };
}
