import { deadLettersIn, type Handled, handleDeadLetter, readerOf } from '../../bot/runtime/index.ts';
import type { Row } from '../../bot/storage.ts';
import { loadEnvironmentFile, readSettings } from '../config/settings.ts';
import { exampleContacts, readContacts } from '../contacts.ts';
import { openLog } from '../log.ts';
import { asides, dropAsides, withDeadLetters } from '../store/dead.ts';
import { noticesOf } from '../store/notices.ts';
import { openDatabase } from '../store/open.ts';
import { storeOf } from '../store/store.ts';
import { vaultOf } from '../store/vault.ts';
import { createdOf } from './created.ts';
import { orExit } from './or-exit.ts';

const usage = `Usage: npm run jobs -- list                    what was given up, and records that could not be read
       npm run jobs -- retry <key> | --all     enqueues it once more
       npm run jobs -- drop <key> | <conversation> | --all`;

/** The sentences by which the operator reads the outcome for a dead letter. */
const told: Readonly<Record<Handled, string>> = {
  enqueued: 'enqueued; a running process delivers it',
  dropped: 'dropped',
  gone: 'gone: it was dropped, or its conversation was deleted',
  'is an edit': 'not retried: it only took buttons from an old message; drop it',
  'no longer handed over': 'not retried: the case is not handed over any more; drop it',
  'has its ticket':
    'not retried: the case has its ticket; the words of a note are not kept, the person may send them again',
  'no desk': 'not retried: no desk of the settings takes the case',
};

const time = (at: number): string => new Date(at).toISOString();

/** The command by which an operator lists, retries and drops what the bot gave up, beside running processes. */
await orExit(async () => {
  const [what, key] = process.argv.slice(2);
  const isList = what === 'list' && key === undefined;
  if (!isList && !((what === 'retry' || what === 'drop') && key !== undefined)) {
    console.error(usage);
    process.exit(2);
  }
  const { core, services } = readSettings(loadEnvironmentFile());
  const log = await openLog(core.LOG_LEVEL);
  const database = await openDatabase({ databaseUrl: core.DATABASE_URL, dataDir: core.DATA_DIR }, log, false);
  const store = storeOf(database);
  try {
    const rows = (await Promise.all((await withDeadLetters(database)).map((id) => store.load(id)))).flatMap(
      (row) => row ?? [],
    );
    if (isList) return list(rows, await asides(database));
    const conversations = readerOf(store, readContacts(core.CONTACTS_FILE ?? exampleContacts), () => ({
      adapters: [],
      desks: [],
    }));
    const surroundings = { log, vault: vaultOf(database), conversations, notices: noticesOf(database) };
    const created = what === 'retry' ? await createdOf(services, surroundings, log, 'its desks are not known') : [];
    const desks = created.flatMap((service) => service.desks);
    const found = rows.flatMap((row) => deadLettersIn(row).map((letter) => ({ row, letter })));
    const meant = found.filter(({ letter }) => key === '--all' || letter.key === key);
    for (const { row, letter } of meant)
      console.log(
        `${letter.key}: ${told[await handleDeadLetter(store, desks, row, letter.key, what as 'retry' | 'drop')]}`,
      );
    const set =
      what === 'drop'
        ? (await asides(database)).filter(({ conversation }) => key === '--all' || conversation === key)
        : [];
    for (const conversation of new Set(set.map((one) => one.conversation)))
      console.log(`${conversation}: ${await dropAsides(database, conversation)} set aside, dropped`);
    if (meant.length + set.length === 0) {
      console.error('There is none of this key; see npm run jobs -- list');
      process.exitCode = 1;
    }
  } finally {
    await store.close();
  }
});

/** Prints what was given up, and what was set aside: ids, kinds, times and the receiver's answer, and nothing that anybody wrote. */
function list(rows: readonly Row[], others: Awaited<ReturnType<typeof asides>>): void {
  for (const row of rows)
    for (const { kind, key, at, why } of deadLettersIn(row))
      console.log(`${key}  ${kind}  ${time(at)}  ${row.conversation}  ${why}`);
  for (const { conversation, version, at } of others)
    console.log(`set aside  ${time(at)}  ${conversation}  version ${version}: it could not be read`);
  if (rows.length + others.length === 0) console.log('Nothing was given up or set aside.');
}
