import { isPersonId, readPerson } from '../../bot/keys.ts';
import { withTimeout } from '../../bot/lib/async.ts';
import { readerOf } from '../../bot/runtime/index.ts';
import { loadEnvironmentFile, readSettings } from '../config/settings.ts';
import { exampleContacts, readContacts } from '../contacts.ts';
import { openLog } from '../log.ts';
import { services } from '../services.ts';
import { noticesOf } from '../store/notices.ts';
import { openDatabase } from '../store/open.ts';
import { storeOf } from '../store/store.ts';
import { vaultOf } from '../store/vault.ts';
import { terminalId } from '../terminal/resume.ts';
import { orExit } from './or-exit.ts';

const usage =
  'Usage: npm run forget -- <person>   (as the log and the channel name them, for example slack:T0123ABCD:U0123ABCD)';

/** The first parts of the ids of people. */
const homes = [terminalId, ...services.map(({ id }) => id)];

/** Milliseconds to wait for a desk that deletes a ticket. */
const patience = 20_000;

/** The erasure command for operators: deletes everything that is kept of a person, and what the bot posted of them at desks in the chats. What lies elsewhere is named. */
await orExit(async () => {
  const [person] = process.argv.slice(2);
  if (!isPersonId(person) || !homes.includes(readPerson(person)?.home ?? '')) {
    console.error(usage);
    process.exit(2);
  }
  const { core, services: configured } = readSettings(loadEnvironmentFile());
  const log = await openLog(core.LOG_LEVEL);
  const database = await openDatabase({ databaseUrl: core.DATABASE_URL, dataDir: core.DATA_DIR }, log);
  const store = storeOf(database);
  const conversations = readerOf(store, readContacts(core.CONTACTS_FILE ?? exampleContacts));
  const tickets = await conversations.ticketsOf(person);
  const running = tickets.length === 0 ? [] : configured;
  const surroundings = { log, vault: vaultOf(database), conversations, notices: noticesOf(database) };
  const made = await Promise.all(running.map(({ create }) => create(surroundings)));
  const desks = made.flatMap((service) => service.desks);
  const stays: (typeof tickets)[number][] = [];
  for (const one of tickets) {
    const desk = desks.find(({ id }) => id === one.desk);
    const erased = desk && withTimeout(patience, desk.erase(one.ticket, one.notes)).catch(() => false);
    if ((await erased) !== true) stays.push(one);
  }
  const deleted = await store.forget(person);
  await store.close();
  console.log(`Conversations deleted: ${deleted}`);
  for (const { desk, ticket } of stays) console.log(`A ticket stays at the desk ${desk}: ${ticket}`);
});
