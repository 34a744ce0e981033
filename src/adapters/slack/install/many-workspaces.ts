import type { InstallationStore } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Log } from '../../../bot/ports.ts';
import type { Vault } from '../../../bot/storage.ts';
import { seal } from '../../seal.ts';
import type { Installed } from '../config.ts';
import { describe } from '../describe.ts';
import { clients } from '../send/client.ts';
import { type Installation, NotInstalled, type Workspaces } from './workspaces.ts';

/** The maximum number of cached installations. */
const max = 1_000;
/** The cache lifetime (TTL) in milliseconds; short, since another process may delete an installation from the database meanwhile. */
const ttl = 60_000;
/** The schema of a stored installation; `since` is its time in epoch seconds, which earlier versions did not store. */
const kept = z.object({ token: z.string(), user: z.string(), id: z.string(), since: z.number().default(0) });
type Kept = z.infer<typeof kept>;
const now = () => Math.floor(Date.now() / 1_000);
const prefix = 'slack-installation:';
/** What to do where a key is missing. */
export const keyAdvice =
  'put the key that encrypted them behind it, with a comma between, or have the bot installed anew';
const keyOf = (team: string) => `${prefix}${team}`;

/** The error for a workspace that may not install the bot: it is not on the allowlist. */
export class NotAdmitted extends Error {
  override readonly name = 'NotAdmitted';
}

/** The part of an installation that tells who installed the bot. */
type Installer = Pick<
  Parameters<InstallationStore['storeInstallation']>[0],
  'isEnterpriseInstall' | 'enterprise' | 'team'
>;

/** The workspaces that installed the bot by OAuth. */
export interface ManyWorkspaces extends Workspaces {
  readonly store: InstallationStore;
  /** Reads every installation. Returns the workspaces whose token cannot be decrypted. Rejects when the database is unavailable. */
  check(): Promise<readonly string[]>;
  /** Returns the reason why no workspace can be served, or undefined if none is known. */
  trouble(): string | undefined;
}

/** Creates the installation store of an OAuth app, which keeps tokens encrypted in the vault, with a cache. A token that an older key encrypted is encrypted anew when it is read (key rotation). */
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
  /** Returns what has installed the bot: an organisation, for all of its workspaces, or a workspace. */
  const installerIn = ({ isEnterpriseInstall, enterprise, team }: Installer): string => {
    const id = isEnterpriseInstall === true ? enterprise?.id : team?.id;
    if (id === undefined) throw new Error('Slack: the installation names neither workspace nor organisation');
    return id;
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
      const none = lost.length > 0 && lost.length === all.length;
      trouble = none ? `SLACK_ENCRYPTION_KEY decrypts no workspace's token: ${keyAdvice}` : undefined;
      return lost;
    },
    trouble: () => trouble,
    store: {
      storeInstallation: async (installation) => {
        const { bot: found } = installation;
        if (found === undefined) throw new Error('Slack: the installation holds no bot');
        const id = installerIn(installation);
        if (!admits(id)) {
          // The token is revoked, or the app would remain in a workspace where it never answers.
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
      deleteInstallation: async ({ isEnterpriseInstall, enterpriseId, teamId }) =>
        leave((isEnterpriseInstall ? enterpriseId : teamId) ?? '', now()),
    },
  };
}
