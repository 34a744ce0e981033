import type { InstallationStore } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Log, Vault } from '../../../bot/ports.ts';
import type { Installed } from '../config.ts';
import { describe } from '../describe.ts';
import { clients } from '../send/client.ts';
import { seal } from './seal.ts';
import { type Installation, NotInstalled, type Workspaces } from './workspaces.ts';

/** Installations that are remembered at most. */
const max = 1_000;
/** For how many milliseconds; another process may have taken one out of the database meanwhile. */
const ttl = 60_000;
/** `since`: when it was installed, epoch seconds; earlier versions did not keep it. */
const kept = z.object({ token: z.string(), user: z.string(), id: z.string(), since: z.number().default(0) });
type Kept = z.infer<typeof kept>;
const now = () => Math.floor(Date.now() / 1_000);
const prefix = 'slack-installation:';
const keyOf = (team: string) => `${prefix}${team}`;

/** A workspace that may not install the bot. */
export class NotAdmitted extends Error {
  override readonly name = 'NotAdmitted';
}

/** The workspaces that installed the bot by OAuth. */
export interface ManyWorkspaces extends Workspaces {
  readonly store: InstallationStore;
  /** Reads every installation, and says in the log how many cannot be decrypted. Rejects when the database does. */
  check(): Promise<void>;
  /** Tells why no workspace can be served; undefined: nothing is known against it. */
  trouble(): string | undefined;
}

/** Keeps their tokens in the vault, encrypted. What an older key encrypted is encrypted anew when it is read. */
export function manyWorkspaces(
  vault: Vault,
  { keys, teams }: Pick<Extract<Installed, { kind: 'many' }>, 'keys' | 'teams'>,
  apiUrl: string,
  log: Log,
): ManyWorkspaces {
  const sealed = seal(keys);
  const client = clients(apiUrl);
  const recent = new LRUCache<string, Installation>({ max, ttl });
  let trouble: string | undefined;
  const admits = (team: string): boolean => teams.length === 0 || teams.includes(team);

  const read = async (key: string): Promise<Kept | undefined> => {
    const before = await vault.get(key);
    if (before === undefined) return undefined;
    const { text, outdated } = sealed.open(before, key);
    if (outdated) await vault.replace(key, before, sealed.close(text, key));
    return kept.parse(JSON.parse(text));
  };
  const bot = async (team: string): Promise<Installation | undefined> => {
    if (!admits(team)) throw new NotInstalled(`Slack: workspace ${team} is not in SLACK_TEAMS`);
    const last = recent.get(team);
    if (last !== undefined) return last;
    const found = await read(keyOf(team));
    if (found !== undefined) recent.set(team, found);
    return found;
  };
  const leave = async (team: string, at: number) => {
    recent.delete(team);
    const found = await read(keyOf(team)).catch(() => undefined);
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
    check: async () => {
      const all = await vault.keys(prefix);
      const lost: string[] = [];
      for (const key of all) await read(key).catch(() => lost.push(key.slice(prefix.length)));
      if (lost.length === 0) return;
      const todo = 'put the key that encrypted them behind it, with a comma between, or have the bot installed anew';
      log.error({ workspaces: lost }, `SLACK_ENCRYPTION_KEY does not decrypt what these installed: ${todo}`);
      trouble = lost.length < all.length ? undefined : `SLACK_ENCRYPTION_KEY decrypts no workspace's token: ${todo}`;
    },
    trouble: () => trouble,
    store: {
      storeInstallation: async ({ team, bot: found }) => {
        if (found === undefined) throw new Error('Slack: the installation holds no bot');
        const id = teamOf(team);
        if (!admits(id)) {
          // Or the app would stay in a workspace that it never answers.
          const why = await client(found.token)
            .auth.revoke()
            .then(() => 'its token is revoked', describe);
          log.warn({ workspace: id, token: why }, 'A workspace that is not in SLACK_TEAMS installed the bot');
          throw new NotAdmitted(`Slack: workspace ${id} is not in SLACK_TEAMS`);
        }
        const key = keyOf(id);
        const text = JSON.stringify({
          token: found.token,
          user: found.userId,
          id: found.id,
          since: now(),
        } satisfies Kept);
        recent.delete(id);
        await vault.set(key, sealed.close(text, key), null);
        trouble = undefined;
      },
      fetchInstallation: async () => {
        throw new Error('Slack: installations are read by the adapter itself');
      },
      deleteInstallation: async ({ teamId }) => leave(teamId ?? '', now()),
    },
  };
}
