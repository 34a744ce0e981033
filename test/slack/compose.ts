import { randomUUID } from 'node:crypto';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { serve } from '../../src/adapters/http/server.ts';
import type { SlackConfig } from '../../src/adapters/slack/config.ts';
import { slack } from '../../src/adapters/slack/index.ts';
import type { Database } from '../../src/adapters/store/database.ts';
import { noticesOf } from '../../src/adapters/store/notices.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import type { Notices } from '../../src/bot/notices.ts';
import type { PictureReader } from '../../src/bot/pictures.ts';
import type { Log } from '../../src/bot/ports.ts';
import { type Bot, bot, readerOf } from '../../src/bot/runtime/index.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { type Policy, policy } from '../../src/bot/runtime/policy.ts';
import type { Store, Vault } from '../../src/bot/storage.ts';

/** The bot at work in Slack, as it runs in production. */
export interface Composed {
  readonly url: string;
  readonly bot: Bot;
  readonly store: Store;
  readonly vault: Vault;
  readonly notices: Notices;
  stop(): Promise<void>;
}

/** Starts real Bolt and real turns over a database. */
export async function compose(
  config: SlackConfig,
  database: Database,
  log: Log,
  port: number,
  own: Partial<Policy>,
  pictures: PictureReader | null = null,
): Promise<Composed> {
  const store = storeOf(database);
  const vault = vaultOf(database);
  const notices = noticesOf(database);
  const contacts = readContacts(exampleContacts);
  const conversations = readerOf(store, contacts, () => ({ adapters: [service.adapter], desks: service.desks }));
  const service: ReturnType<typeof slack> = slack(config, { log, vault, conversations, notices });
  const { adapter, routes, desks } = service;
  const navi = bot({
    store,
    notices,
    adapters: [adapter],
    desks,
    contacts,
    log,
    pictures,
    proposer: null,
    metrics: newMetrics(),
    now: Date.now,
    random: Math.random,
    by: randomUUID(),
    policy: { ...policy, ...own },
  });
  const server = await serve(routes, port, '127.0.0.1', log);
  await adapter.start((incoming) => navi.receive(incoming));
  navi.start();
  return {
    url: `http://127.0.0.1:${server.port}`,
    bot: navi,
    store,
    vault,
    notices,
    stop: async () => {
      await Promise.all([server.stop(), adapter.stop()]);
      await navi.stop();
      await store.close();
    },
  };
}
