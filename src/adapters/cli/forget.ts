import { type ErasedTicket, eraseTickets, readerOf } from '../../bot/runtime/index.ts';
import { loadEnvironmentFile, readSettings } from '../config/settings.ts';
import { exampleContacts, readContacts } from '../contacts.ts';
import { openLog } from '../log.ts';
import { noticesOf } from '../store/notices.ts';
import { openDatabase } from '../store/open.ts';
import { storeOf } from '../store/store.ts';
import { vaultOf } from '../store/vault.ts';
import { createdOf } from './created.ts';
import { orExit } from './or-exit.ts';
import { personGiven } from './person.ts';

/** Milliseconds within which the tickets are deleted at the desks, in all; more than a rate limit of Slack lasts. */
const within = 5 * 60_000;

/** The erasure command for operators: deletes everything that is kept of a person, and their tickets where the desks of the settings can; prints what was deleted and what stays. */
await orExit(async () => {
  const person = personGiven('forget');
  const { core, services: configured } = readSettings(loadEnvironmentFile());
  const log = await openLog(core.LOG_LEVEL);
  const database = await openDatabase({ databaseUrl: core.DATABASE_URL, dataDir: core.DATA_DIR }, log);
  const store = storeOf(database);
  const conversations = readerOf(store, readContacts(core.CONTACTS_FILE ?? exampleContacts), () => ({
    adapters: [],
    desks: [],
  }));
  const surroundings = { log, vault: vaultOf(database), conversations, notices: noticesOf(database) };
  const created = await createdOf(configured, surroundings, log, 'its tickets cannot be deleted');
  const adapters = created.flatMap(({ adapter }) => adapter ?? []);
  const desks = created.flatMap((service) => service.desks);
  const tickets = await eraseTickets({ store, adapters, desks }, person, { within, latest: (record) => record });
  const deleted = await store.forget(person);
  await store.close();
  console.log(`Conversations deleted: ${deleted}`);
  for (const ticket of tickets) console.log(lineOf(ticket));
});

/** Returns what the operator is told of a ticket. */
function lineOf({ desk, ticket, outcome }: ErasedTicket): string {
  switch (outcome) {
    case 'deleted':
      return `A ticket was deleted at the desk ${desk}: ${ticket}`;
    case 'stays':
      return `A ticket stays at the desk ${desk}, delete it by hand: ${ticket}`;
    case 'unsure':
      return `A ticket may have been opened at the desk ${desk} under this key, look for it: ${ticket}`;
  }
}
