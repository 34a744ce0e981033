import { describeError } from '../../bot/lib/describe-error.ts';
import type { Log } from '../../bot/ports.ts';
import { readerOf } from '../../bot/runtime/index.ts';
import type { ConfiguredService, Settings } from '../config/settings.ts';
import { exampleContacts, readContacts } from '../contacts.ts';
import type { Surroundings } from '../service.ts';
import type { Database } from '../store/database.ts';
import { noticesOf } from '../store/notices.ts';
import { openDatabase } from '../store/open.ts';
import { storeOf } from '../store/store.ts';
import { vaultOf } from '../store/vault.ts';
import { lookAtDatabase } from './database.ts';
import { type Finding, found } from './finding.ts';
import { contactsPart, insightParts, modelParts, servicePart, wordsParts } from './parts.ts';

/** A part of the program, and what was found in it. */
export interface Examined {
  readonly part: string;
  readonly findings: readonly Finding[];
}

/** The log of services that are only looked at: what they have to say is in their findings. */
const unheard: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Checks everything that the settings name, without a running program: nothing is served, and nothing in the database changes. */
export async function examine({ core, insight, model, services }: Settings): Promise<readonly Examined[]> {
  const place = { databaseUrl: core.DATABASE_URL, dataDir: core.DATA_DIR };
  const { findings, made } = await lookAtDatabase(place);
  const works = findings.every(({ state }) => state === 'warning');
  const database = !works ? closed : made ? await asItIs(place) : empty;
  const store = storeOf(database);
  const surroundings: Surroundings = {
    log: unheard,
    vault: vaultOf(database),
    conversations: readerOf(store, readContacts(exampleContacts), () => ({ adapters: [], desks: [] })),
    notices: noticesOf(database),
  };
  const contacts = contactsPart(core);
  const models = await modelParts(model);
  const page = insightParts(
    insight && (await (await import('../insight/index.ts')).insightPage(insight, database, Date.now)),
  );
  const examined = [
    { part: contacts.name, findings: await contacts.check() },
    { part: 'database', findings },
    ...(await Promise.all(wordsParts(core).map(async ({ name, check }) => ({ part: name, findings: await check() })))),
    ...(await Promise.all(services.map((service) => ofService(service, surroundings)))),
    ...(await Promise.all(
      [...page, ...models].map(async ({ name, check }) => ({ part: name, findings: await check() })),
    )),
  ];
  await database.close();
  return examined;
}

async function ofService(service: ConfiguredService, surroundings: Surroundings): Promise<Examined> {
  try {
    const part = servicePart(service.name, await service.create(surroundings));
    return { part: part.name, findings: await part.check() };
  } catch (error) {
    return { part: service.name, findings: found('wrong', `cannot be set up (${describeError(error)})`) };
  }
}

/** A database that cannot be reached. */
const closed: Database = {
  skipLocked: '',
  time: '0',
  rows: () => Promise.reject(new Error('The database cannot be used')),
  change: async () => 0,
  write: async () => false,
  scrub: async () => {},
  close: async () => {},
};

/** A database that no start has made yet. */
const empty: Database = { ...closed, rows: async () => [] };

/** Returns the database as it is, of which everything can be read and nothing written: a key that only this look knows must not encrypt what running processes read. */
async function asItIs(place: Parameters<typeof openDatabase>[0]): Promise<Database> {
  const database = await openDatabase(place, unheard, false);
  return { ...database, change: closed.change, write: closed.write };
}
