import { isConversationId } from '../../bot/keys.ts';
import type { Desk } from '../../bot/ports.ts';
import {
  type DeadLetter,
  deadLettersIn,
  type Handled,
  handleDeadLetter,
  type PutBack,
  putBack,
  readerOf,
  retryOutcome,
} from '../../bot/runtime/index.ts';
import type { Row, Store } from '../../bot/storage.ts';
import { loadEnvironmentFile, readSettings } from '../config/settings.ts';
import { exampleContacts, readContacts } from '../contacts.ts';
import { openLog } from '../log.ts';
import type { Database } from '../store/database.ts';
import { type Aside, asides, dropAsides, withDeadLetters } from '../store/dead.ts';
import { noticesOf } from '../store/notices.ts';
import { openDatabase } from '../store/open.ts';
import { storeOf } from '../store/store.ts';
import { vaultOf } from '../store/vault.ts';
import { createdOf } from './created.ts';
import { orExit } from './or-exit.ts';

const usage = `Usage: npm run jobs -- list                                     what was given up, and records that could not be read
       npm run jobs -- show <key> | <conversation>              one of them, and what a retry would do
       npm run jobs -- retry <key> | <conversation> | --all     enqueues it once more, or puts the record back
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
/** The same for a record that was set aside. */
const toldOfRecord: Readonly<Record<PutBack, string>> = {
  restored: 'put back; it goes on where it was',
  unreadable: 'not put back: this version cannot read it either; it is damaged, or drop it',
  newer: 'not put back: a newer version wrote it; finish the upgrade, then retry',
  replaced: 'not put back: the person has begun anew since; drop it',
};

/** What somebody waits for, by the kind of a job. */
const kinds: Readonly<Record<DeadLetter['kind'], string>> = {
  post: 'a message that the person did not get',
  settle: 'an edit of an old message; nobody waits for it',
  open: 'a ticket, or a note on one, that a desk did not get',
};

const time = (at: number): string => new Date(at).toISOString();

/** The command by which an operator lists, shows, retries and drops what the bot gave up, beside running processes. */
await orExit(async () => {
  const [what, key] = process.argv.slice(2);
  const isList = what === 'list' && key === undefined;
  const isOne = (what === 'show' && key !== '--all') || what === 'retry' || what === 'drop';
  if (!isList && !(isOne && key !== undefined)) {
    console.error(usage);
    process.exit(2);
  }
  const { core, services } = readSettings(loadEnvironmentFile());
  const log = await openLog(core.LOG_LEVEL);
  const database = await openDatabase({ databaseUrl: core.DATABASE_URL, dataDir: core.DATA_DIR }, log, false);
  const store = storeOf(database);
  try {
    const conversations = readerOf(store, readContacts(core.CONTACTS_FILE ?? exampleContacts), () => ({
      adapters: [],
      desks: [],
    }));
    const surroundings = { log, vault: vaultOf(database), conversations, notices: noticesOf(database) };
    const asks = what === 'retry' || what === 'show';
    const created = asks ? await createdOf(services, surroundings, log, 'its desks are not known') : [];
    const desks = created.flatMap((service) => service.desks);
    const isMeant = (name: string) => isList || key === '--all' || name === key;
    let found = 0;
    for await (const [row, letter] of lettersIn(database, store))
      if (isMeant(letter.key)) {
        found += 1;
        await ofLetter(what ?? '', { store, desks, row, letter });
      }
    for await (const aside of asides(database))
      if (isMeant(aside.conversation)) {
        found += 1;
        await ofAside(what ?? '', { store, database, aside });
      }
    if (found > 0) return;
    if (isList) return console.log('Nothing was given up or set aside.');
    console.error('There is none of this key; see npm run jobs -- list');
    process.exitCode = 1;
  } finally {
    await store.close();
  }
});

async function* lettersIn(database: Database, store: Store): AsyncGenerator<readonly [Row, DeadLetter]> {
  for await (const id of withDeadLetters(database)) {
    const row = await store.load(id);
    if (row !== undefined) for (const letter of deadLettersIn(row)) yield [row, letter];
  }
}

interface OfLetter {
  readonly store: Store;
  readonly desks: readonly Desk[];
  readonly row: Row;
  readonly letter: DeadLetter;
}

/** Prints or handles a dead letter: ids, kinds, times and the receiver's answer, and nothing that anybody wrote. */
async function ofLetter(what: string, { store, desks, row, letter }: OfLetter): Promise<void> {
  const { kind, key, at, why } = letter;
  if (what === 'list') return console.log(`${key}  ${kind}  ${time(at)}  ${row.conversation}  ${why}`);
  if (what === 'retry' || what === 'drop')
    return console.log(`${key}: ${told[await handleDeadLetter(store, desks, row, key, what)]}`);
  const outcome = retryOutcome(desks, row, letter);
  console.log(`key           ${key}
kind          ${kind}: ${kinds[kind]}
given up      ${time(at)}
conversation  ${row.conversation}
why           ${why}
retry         ${outcome === 'enqueued' ? 'can be done: mend the cause first' : told[outcome]}`);
}

interface OfAside {
  readonly store: Store;
  readonly database: Database;
  readonly aside: Aside;
}

/** Prints or handles a record that was set aside, without its content. */
async function ofAside(what: string, { store, database, aside }: OfAside): Promise<void> {
  const { conversation, version, at, body } = aside;
  if (!isConversationId(conversation)) return;
  if (what === 'drop')
    return console.log(`${conversation}: ${await dropAsides(database, conversation)} set aside, dropped`);
  if (what === 'retry') {
    const outcome = await putBack(store, aside);
    if (outcome === 'restored') await dropAsides(database, conversation);
    return console.log(`${conversation}: ${toldOfRecord[outcome]}`);
  }
  console.log(`set aside  ${time(at)}  ${conversation}  version ${version}: it could not be read`);
  if (what === 'show')
    console.log(`${Buffer.byteLength(body)} bytes; the table asides has it until RETENTION_DAYS are over`);
}
