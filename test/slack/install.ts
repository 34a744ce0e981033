import { manyWorkspaces } from '../../src/adapters/slack/install/many-workspaces.ts';
import type { Vault } from '../../src/bot/storage.ts';
import { workspaces } from './workspace.ts';

/** A bot that many workspaces install. */
export const installed = {
  kind: 'many',
  clientId: '1.2',
  clientSecret: 'client-secret',
  stateSecret: 'state-secret-of-16',
  keys: [Buffer.alloc(32, 7).toString('base64')],
  teams: [],
} as const;

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Puts the workspaces into the vault as OAuth does. */
export async function installIn(vault: Vault, own: Parameters<typeof manyWorkspaces>[1] = installed): Promise<void> {
  const { store } = manyWorkspaces(vault, own, 'http://127.0.0.1/api/', silent);
  for (const [team, { token, bot }] of Object.entries(workspaces))
    await store.storeInstallation({
      team: { id: team },
      enterprise: undefined,
      isEnterpriseInstall: false,
      user: { id: 'U000000001', token: undefined, scopes: undefined },
      bot: { token, scopes: [], id: 'B000000009', userId: bot },
    });
}
