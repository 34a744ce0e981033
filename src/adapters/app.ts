import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withTimeout } from '../bot/lib/async.ts';
import type { Adapter, Desk, Log } from '../bot/ports.ts';
import { bot, newMetrics, readerOf } from '../bot/runtime/index.ts';
import type { Settings } from './config/settings.ts';
import { exampleContacts, readContacts } from './contacts.ts';
import { oneDesk } from './desk.ts';
import { health } from './http/health.ts';
import type { HttpRoute } from './http/route.ts';
import { serve } from './http/server.ts';
import { policyOf } from './policy.ts';
import { type Phase, readiness } from './readiness.ts';
import { databaseClock } from './store/clock.ts';
import { openDatabase } from './store/open.ts';
import { storeOf } from './store/store.ts';
import { vaultOf } from './store/vault.ts';
import { watch } from './store/watch.ts';

/** A channel that is set up: the adapter, the paths it listens on, its desk if there is one, and what keeps people from being answered in it now. */
interface Service {
  readonly adapter: Adapter;
  readonly routes: readonly HttpRoute[];
  readonly desk: Desk | undefined;
  trouble(): string | undefined;
}

/** The whole program at work. */
export interface App {
  readonly port: number;
  /** Is not ready any more, but serves for DRAIN_SECONDS; then takes nothing new, ends what runs, lets go of the rest, within 10 s. */
  stop(): Promise<void>;
}

/** Serves the configured channels. Resolves once messages are taken, or will be as soon as a channel that is away is back; rejects with an Error that says what keeps it from starting. */
export async function startApp({ core, slack, teams }: Settings, log: Log): Promise<App> {
  const contacts = readContacts(core.CONTACTS_FILE ?? exampleContacts);
  const database = watch(await openDatabase({ databaseUrl: core.DATABASE_URL, dataDir: core.DATA_DIR }, log));
  const store = storeOf(database);
  const clock = await databaseClock(database, log);
  // A channel's SDK is loaded only where the channel is set up.
  const services: readonly Service[] = [
    ...(slack === undefined
      ? []
      : [
          (await import('./slack/index.ts')).slack(slack, {
            log,
            vault: vaultOf(database),
            conversations: readerOf(store, contacts),
          }),
        ]),
    ...(teams === undefined ? [] : [(await import('./teams/index.ts')).teams(teams, log, vaultOf(database))]),
  ];
  const by = <T>(pick: (service: Service) => T) =>
    Object.fromEntries(services.map((service) => [service.adapter.channel, pick(service)]));
  const counts = newMetrics();
  const navi = bot({
    store,
    adapters: by(({ adapter }) => adapter),
    desk: oneDesk(by(({ desk }) => desk)),
    contacts,
    log,
    metrics: counts,
    now: clock.now,
    random: Math.random,
    by: randomUUID(),
    policy: policyOf(core),
  });
  let phase: Phase = 'starting';
  const parts = services.map(({ adapter, trouble }) => ({ name: adapter.channel, trouble }));
  const ready = () => readiness(phase, { name: 'database', trouble: database.trouble }, parts);
  const host = teams?.identity.kind === 'local' ? '127.0.0.1' : core.HOST;
  const routes = [...health(ready, counts), ...services.flatMap((service) => service.routes)];
  const server = await serve(routes, core.PORT, host, log);
  await Promise.all(services.map(({ adapter }) => adapter.start((incoming) => navi.receive(incoming))));
  navi.start();
  phase = 'serving';
  const stop = async () => {
    await Promise.all([server.stop(), ...services.map(({ adapter }) => adapter.stop())]);
    await navi.stop();
    clock.stop();
    await store.close();
  };
  return {
    port: server.port,
    stop: async () => {
      phase = 'stopping';
      await sleep(core.DRAIN_SECONDS * 1_000);
      await withTimeout(9_000, stop());
    },
  };
}
