import { LRUCache } from 'lru-cache';
import { singleFlight } from '../../../bot/lib/async.ts';
import { clientFor, type Workspaces } from '../install/workspaces.ts';

/** The maximum number of channels in the cache. */
const max = 200;
/** The cache lifetime (TTL) in milliseconds. */
const ttl = 5 * 60 * 1_000;
/** The number of members that are asked for at once, the most that Slack allows; it may tell fewer. */
const limit = 999;
/** The maximum number of pages that are read. */
const mostPages = 20;

/** The members of channels. */
export interface Members {
  /** Resolves to true if a person is in a channel, as far as it has no more than 20 pages of members. Rejects with the error of Slack's client while Slack cannot be asked, or does not let the bot ask. */
  has(team: string, channel: string, user: string): Promise<boolean>;
}

/** Creates the members of channels, cached. Needs `channels:read`, for a private channel `groups:read`: https://docs.slack.dev/reference/methods/conversations.members */
export function membersIn(workspaces: Workspaces): Members {
  const known = new LRUCache<string, ReadonlySet<string>>({ max, ttl });
  const once = singleFlight<ReadonlySet<string>>();
  const read = async (team: string, channel: string): Promise<ReadonlySet<string>> => {
    const client = await clientFor(workspaces, team);
    const found = new Set<string>();
    let cursor = '';
    for (let page = 0; page < mostPages; page += 1) {
      const more = cursor === '' ? {} : { cursor };
      const { members = [], response_metadata } = await client.conversations.members({ channel, limit, ...more });
      for (const one of members) found.add(one);
      cursor = response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return found;
  };
  return {
    has: async (team, channel, user) => {
      const key = `${team}:${channel}`;
      // Whoever waits too short a time has it read on, for the next message.
      const members =
        known.get(key) ??
        (await once(key, async () => {
          const all = await read(team, channel);
          known.set(key, all);
          return all;
        }));
      return members.has(user);
    },
  };
}
