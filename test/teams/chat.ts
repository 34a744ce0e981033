import { setTimeout as sleep } from 'node:timers/promises';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { serve } from '../../src/adapters/http/server.ts';
import { noticesOf } from '../../src/adapters/store/notices.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import type { TeamsConfig } from '../../src/adapters/teams/config.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import type { PictureReader } from '../../src/bot/pictures.ts';
import type { ConversationId, Log } from '../../src/bot/ports.ts';
import { bot, readerOf } from '../../src/bot/runtime/index.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { type Policy, policy } from '../../src/bot/runtime/policy.ts';

/** The adapter as it runs on a machine of one's own. */
export const local: TeamsConfig = {
  identity: { kind: 'local' },
  tenants: [],
  hosts: [],
  desks: [],
  support: [],
  postsPerSecond: 0,
  keys: '',
};
/** Says nothing. */
export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** The bot as it runs: the real adapter on a port, real turns, a real store in memory. */
export interface Chat {
  readonly url: string;
  /** Posts an activity as Teams does; resolves to the answer. */
  deliver(activity: object, headers?: Readonly<Record<string, string>>): Promise<{ status: number; body: unknown }>;
  /** Resolves once nothing is owed to this conversation. */
  idle(conversation: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the bot; with a file, what it keeps outlives it. */
export async function startChat(
  config: TeamsConfig = local,
  file = ':memory:',
  log: Log = silent,
  own: Partial<Policy> = {},
  pictures: PictureReader | null = null,
): Promise<Chat> {
  const database = await sqlite(file);
  const store = storeOf(database);
  const contacts = readContacts(exampleContacts);
  const notices = noticesOf(database);
  const service: ReturnType<typeof teams> = teams(config, {
    log,
    vault: vaultOf(database),
    conversations: readerOf(store, contacts, () => ({ adapters: [adapter], desks: [] })),
    notices,
  });
  const { adapter, routes, desks } = service;
  const turns = bot({
    store,
    notices,
    adapters: [adapter],
    desks,
    contacts,
    log: silent,
    pictures,
    proposer: null,
    metrics: newMetrics(),
    now: () => Date.now(),
    random: Math.random,
    by: crypto.randomUUID(),
    policy: { ...policy, initialInterval: 20, maxInterval: 200, sweepInterval: 20, ...own },
  });
  await adapter.start(turns.receive);
  turns.start();
  const server = await serve(routes, 0, '127.0.0.1', silent);
  const url = `http://127.0.0.1:${server.port}/api/messages`;
  return {
    url,
    async deliver(activity, headers = {}) {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(activity),
      };
      const response = await fetch(url, init);
      return { status: response.status, body: await response.json() };
    },
    async idle(conversation) {
      const end = Date.now() + 20_000;
      const owes = async () => (await store.load(conversation as ConversationId))?.workAt ?? null;
      for (await turns.rest(); (await owes()) !== null; await sleep(5)) {
        if (Date.now() > end) throw new Error('The bot does not come to rest');
      }
      await turns.rest();
    },
    async stop() {
      await adapter.stop();
      await turns.stop();
      await server.stop();
      await store.close();
    },
  };
}
