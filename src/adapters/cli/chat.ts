import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languages } from '../../bot/languages.ts';
import { loadEnvironmentFile, readValues } from '../config/settings.ts';
import { exampleContacts, readContacts } from '../contacts.ts';
import { openLog } from '../log.ts';
import { policyOf } from '../policy.ts';
import { noticesOf } from '../store/notices.ts';
import { openDatabase } from '../store/open.ts';
import { sqlite } from '../store/sqlite.ts';
import { storeOf } from '../store/store.ts';
import { chat } from '../terminal/chat.ts';
import { terminalPerson } from '../terminal/resume.ts';
import { withStanding } from '../words/notices.ts';
import { wordsFrom } from '../words/watch.ts';
import { orExit } from './or-exit.ts';

const usage = `Usage: npm run chat -- [--lang ${languages.join('|')}] [--new] [--json]`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        lang: { type: 'string' },
        new: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    return { language: z.enum(languages).optional().parse(values.lang), json: values.json, anew: values.new };
  } catch {
    console.error(usage);
    process.exit(2);
  }
}

/** Runs the chat in this terminal. With `--json`, for programs, every run begins anew and keeps nothing, unless the environment sets DATA_DIR or DATABASE_URL. */
export async function main(): Promise<void> {
  const { language, json, anew } = readArguments();
  const environment = loadEnvironmentFile();
  const values = readValues(environment);
  const log = await openLog(environment['LOG_LEVEL'] === undefined ? 'error' : values.LOG_LEVEL);
  const named = [environment['DATA_DIR'], environment['DATABASE_URL'], environment['DATABASE_URL_FILE']].some((value) =>
    value?.trim(),
  );
  const place = { databaseUrl: values.DATABASE_URL, dataDir: values.DATA_DIR };
  const database = json && !named ? await sqlite(':memory:') : await openDatabase(place, log);
  const store = storeOf(database);
  if (anew) await store.forget(terminalPerson);
  const look = { language, json, colour: process.stdout.isTTY === true };
  const words = wordsFrom(values.WORDS_DIR, readContacts(values.CONTACTS_FILE ?? exampleContacts), log);
  // No follow-up timer in a terminal: it shows the current state whenever it is opened.
  await chat(process.stdin, process.stdout, look, {
    store,
    notices: withStanding(noticesOf(database), words.notices),
    contacts: words.contacts,
    log,
    policy: { ...policyOf(values, 0), followUpAfter: 0 },
  });
  words.stop();
  await store.close();
}

if (import.meta.main) await orExit(main);
