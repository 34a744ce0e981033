import { isPersonId, readPerson } from '../../bot/keys.ts';
import { readerOf } from '../../bot/runtime/index.ts';
import { loadEnvironmentFile, readSettings } from '../config/settings.ts';
import { exampleContacts, readContacts } from '../contacts.ts';
import { openLog } from '../log.ts';
import { services } from '../services.ts';
import { openDatabase } from '../store/open.ts';
import { storeOf } from '../store/store.ts';
import { terminalId } from '../terminal/resume.ts';
import { orExit } from './or-exit.ts';

const usage =
  'Usage: npm run forget -- <person>   (as the log and the channel name them, for example slack:T0123ABCD:U0123ABCD)';

/** The first parts of the ids of people. */
const homes = [terminalId, ...services.map(({ id }) => id)];

/** The erasure command for operators: deletes everything that is kept of a person. */
await orExit(async () => {
  const [person] = process.argv.slice(2);
  if (!isPersonId(person) || !homes.includes(readPerson(person)?.home ?? '')) {
    console.error(usage);
    process.exit(2);
  }
  const { core } = readSettings(loadEnvironmentFile());
  const log = await openLog(core.LOG_LEVEL);
  const store = storeOf(await openDatabase({ databaseUrl: core.DATABASE_URL, dataDir: core.DATA_DIR }, log));
  const tickets = await readerOf(store, readContacts(core.CONTACTS_FILE ?? exampleContacts)).ticketsOf(person);
  const deleted = await store.forget(person);
  await store.close();
  console.log(`Conversations deleted: ${deleted}`);
  for (const { desk, ticket } of tickets) console.log(`A ticket stays at the desk ${desk}: ${ticket}`);
});
