import type { InFlight } from '../../../bot/lib/async.ts';
import type { Log } from '../../../bot/ports.ts';
import type { Vault } from '../../../bot/storage.ts';
import type { HttpRoute } from '../../http/route.ts';
import type { SlackConfig } from '../config.ts';
import { describe } from '../describe.ts';
import { checkChannels } from './check-channels.ts';
import { manyWorkspaces } from './many-workspaces.ts';
import { installRoutes } from './oauth.ts';
import { oneWorkspace } from './one-workspace.ts';
import { type Token, watchToken } from './token.ts';
import type { Workspaces } from './workspaces.ts';

/** The installations of the bot: its workspaces, the OAuth installation pages, and the health of its tokens. */
export interface Rooms extends Token {
  readonly workspaces: Workspaces;
  readonly routes: readonly HttpRoute[];
}

/** Creates the installation of one bot token, or the OAuth installations of many workspaces. Once their tokens are known, the configured channels are checked, and `track` makes a stop wait for that check. */
export function rooms(config: SlackConfig, vault: Vault, log: Log, track: InFlight['track']): Rooms {
  const { installed, apiUrl } = config;
  const known = (workspaces: Workspaces) => void track(checkChannels(config, workspaces, log));
  if (installed.kind === 'one') {
    const workspaces = oneWorkspace(installed.token, apiUrl);
    return { workspaces, routes: [], ...watchToken(workspaces.ask, () => known(workspaces), log) };
  }
  const workspaces = manyWorkspaces(vault, installed, apiUrl, log);
  return {
    workspaces,
    routes: installRoutes(installed, workspaces.store, apiUrl, log),
    start: async () => {
      await workspaces.check().catch((error: unknown) => {
        log.warn({ error: describe(error) }, 'The installations in Slack workspaces could not be checked');
      });
      known(workspaces);
    },
    stop: () => {},
    trouble: workspaces.trouble,
  };
}
