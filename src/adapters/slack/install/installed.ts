import type { Log } from '../../../bot/ports.ts';
import type { Vault } from '../../../bot/storage.ts';
import type { Check } from '../../doctor/finding.ts';
import type { HttpRoute } from '../../http/route.ts';
import type { SlackConfig } from '../config.ts';
import { describe } from '../describe.ts';
import { checkSlack } from './check.ts';
import { manyWorkspaces } from './many-workspaces.ts';
import { installRoutes } from './oauth.ts';
import { oneWorkspace } from './one-workspace.ts';
import { type Token, watchToken } from './token.ts';
import type { Workspaces } from './workspaces.ts';

/** The installations of the bot: its workspaces, the OAuth installation pages, and the health of its tokens. */
export interface Rooms extends Token {
  readonly workspaces: Workspaces;
  readonly routes: readonly HttpRoute[];
  /** The check of all that the settings name in Slack. */
  readonly check: Check;
}

/** Creates the installation of one bot token, or the OAuth installations of many workspaces. */
export function rooms(config: SlackConfig, vault: Vault, log: Log): Rooms {
  const { installed, apiUrl } = config;
  if (installed.kind === 'one') {
    const workspaces = oneWorkspace(installed.token, apiUrl);
    const check = () => checkSlack(config, workspaces, async () => []);
    return { workspaces, routes: [], check, ...watchToken(workspaces.ask, log) };
  }
  const workspaces = manyWorkspaces(vault, installed, apiUrl, log);
  return {
    workspaces,
    routes: installRoutes(installed, workspaces.store, apiUrl, log),
    check: () => checkSlack(config, workspaces, workspaces.check),
    start: async () => {
      await workspaces.check().catch((error: unknown) => {
        log.warn({ error: describe(error) }, 'The installations in Slack workspaces could not be checked');
      });
    },
    stop: () => {},
    trouble: workspaces.trouble,
  };
}
