import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withTimeout } from '../bot/lib/async.ts';
import type { Desk, Log } from '../bot/ports.ts';
import { bot, newMetrics, noSpans, readerOf } from '../bot/runtime/index.ts';
import type { Settings } from './config/settings.ts';
import { exampleContacts, readContacts } from './contacts.ts';
import { lookAtStart } from './doctor/at-start.ts';
import { insightParts, modelParts, partsOf } from './doctor/parts.ts';
import { health } from './http/health.ts';
import { serve } from './http/server.ts';
import { serveMetrics } from './metrics/server.ts';
import { standing } from './metrics/standing.ts';
import { readsPictures } from './pictures/available.ts';
import { openPictureReader } from './pictures/reader.ts';
import { policyOf } from './policy.ts';
import { type Phase, readiness } from './readiness.ts';
import type { Service, Surroundings } from './service.ts';
import { censusOf } from './store/census.ts';
import { databaseClock } from './store/clock.ts';
import { noticesOf } from './store/notices.ts';
import { openDatabase } from './store/open.ts';
import { storeOf } from './store/store.ts';
import { vaultOf } from './store/vault.ts';
import { watch } from './store/watch.ts';
import { openTelemetry } from './tracing.ts';
import { withStanding } from './words/notices.ts';
import { wordsFrom } from './words/watch.ts';

/** The running program. */
export interface App {
  /** The port that the HTTP server listens on. */
  readonly port: number;
  /** The port of the metrics; undefined without METRICS_PORT. */
  readonly metricsPort: number | undefined;
  /** Shuts down gracefully: reports not ready but serves for another DRAIN_SECONDS, then accepts nothing new, finishes what is in progress and releases the rest within 10 s. Rejects if a timeout of 9 s ends that early. */
  stop(): Promise<void>;
}

/** Starts the bot, the services that are set up and the HTTP server. Resolves once messages are accepted, or will be as soon as an unavailable channel is back; rejects with an Error that names the cause if the program cannot start. */
export async function startApp({ core, insight, model, services }: Settings, log: Log): Promise<App> {
  const words = wordsFrom(core.WORDS_DIR, readContacts(core.CONTACTS_FILE ?? exampleContacts), log);
  const { contacts } = words;
  const database = watch(await openDatabase({ databaseUrl: core.DATABASE_URL, dataDir: core.DATA_DIR }, log));
  const store = storeOf(database);
  const clock = await databaseClock(database, log);
  const notices = withStanding(noticesOf(database), words.notices);
  const conversations = readerOf(store, contacts, () => ({ adapters, desks }), model?.place);
  const vault = vaultOf(database);
  const surroundings: Surroundings = { log, vault, conversations, notices };
  const running = await Promise.all(services.map(({ create }) => create(surroundings)));
  const each = <Part>(pick: (service: Service) => Part | undefined): readonly Part[] =>
    running.map(pick).filter((part) => part !== undefined);
  const adapters = each(({ adapter }) => adapter);
  const desks: readonly Desk[] = running.flatMap((service) => service.desks);
  const ends = [...adapters, ...desks];
  const spans = core.TRACES === 'on' ? await openTelemetry() : noSpans;
  const counts = newMetrics(
    adapters.map(({ channel }) => channel),
    spans,
  );
  const navi = bot({
    store,
    notices,
    adapters,
    desks,
    contacts,
    // None of its packages is loaded before the first picture.
    // Imported only where one is set up.
    proposer:
      model === undefined
        ? null
        : (await import('./proposer/index.ts')).openProposer(model, { store, vault, log, now: clock.now }),
    pictures: core.PICTURES === 'on' && readsPictures() ? openPictureReader() : null,
    log,
    metrics: counts,
    now: clock.now,
    random: Math.random,
    by: randomUUID(),
    policy: policyOf(core, insight?.days ?? 0),
  });
  let phase: Phase = 'starting';
  const parts = each(({ adapter, trouble }) => adapter && { name: adapter.channel, trouble });
  const ready = () => readiness(phase, { name: 'database', trouble: database.trouble }, parts);
  const host = services.some(({ loopback }) => loopback) ? '127.0.0.1' : core.HOST;
  // Imported only where it is served.
  const page = insight && (await (await import('./insight/index.ts')).insightPage(insight, database, clock.now));
  const routes = [...health(ready), ...(page?.routes ?? []), ...running.flatMap((service) => service.routes)];
  const server = await serve(routes, core.PORT, host, log);
  const read = standing(() => censusOf(database, clock.now()), clock.now);
  const monitored =
    core.METRICS_PORT === undefined
      ? undefined
      : await serveMetrics(counts, read, core.METRICS_PORT, core.METRICS_HOST, log);
  await Promise.all(ends.map((end) => end.start((incoming) => navi.receive(incoming))));
  navi.start();
  phase = 'serving';
  const endWeeks =
    insight &&
    (await import('./insight/weeks.ts')).tellWeeks({
      settings: insight,
      database,
      notices,
      desks,
      now: clock.now,
      log,
    });
  const endLook = lookAtStart(
    [...partsOf(core, database, services, running), ...insightParts(page), ...(await modelParts(model))],
    log,
  );
  const stop = async () => {
    endLook();
    words.stop();
    endWeeks?.();
    await Promise.all([server.stop(), ...ends.map((end) => end.stop())]);
    await navi.stop();
    await monitored?.stop();
    clock.stop();
    await store.close();
  };
  return {
    port: server.port,
    metricsPort: monitored?.port,
    stop: async () => {
      phase = 'stopping';
      await sleep(core.DRAIN_SECONDS * 1_000);
      await withTimeout(9_000, stop());
    },
  };
}
