import { LRUCache } from 'lru-cache';
import { clientFor, type Workspaces } from '../install/workspaces.ts';

/** The maximum number of user groups in the cache. */
const max = 200;
/** The cache lifetime (TTL) in milliseconds. */
const ttl = 5 * 60 * 1_000;

/** The user groups of workspaces, by their id, with that of their workspace in front in an organisation (T…/S…). */
export interface Groups {
  /** Resolves to true if a person is in a user group. Rejects with the error of Slack's client while Slack cannot be asked, or does not let the bot ask. */
  has(team: string, group: string, user: string): Promise<boolean>;
}

/** Creates the user groups of workspaces, cached: https://docs.slack.dev/reference/methods/usergroups.users.list */
export function groupsIn(workspaces: Workspaces): Groups {
  const known = new LRUCache<string, readonly string[]>({ max, ttl });
  return {
    has: async (team, group, user) => {
      const key = `${team}:${group}`;
      const cached = known.get(key);
      if (cached !== undefined) return cached.includes(user);
      const client = await clientFor(workspaces, team);
      const [usergroup = '', team_id] = group.split('/').reverse();
      // A token of an organisation has to say in which of its workspaces the group is.
      const within = team_id === undefined ? {} : { team_id };
      const { users = [] } = await client.usergroups.users.list({ usergroup, ...within });
      known.set(key, users);
      return users.includes(user);
    },
  };
}
