import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languages } from '../../bot/types.ts';
import { exampleContacts, readContacts } from '../contacts.ts';
import { chat } from './chat.ts';

const usage = 'Usage: npm run chat -- [--lang ja|en] [--json]';

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { lang: { type: 'string', default: 'ja' }, json: { type: 'boolean', default: false } },
    });
    return { language: z.enum(languages).parse(values.lang), json: values.json };
  } catch {
    console.error(usage);
    process.exit(2);
  }
}

/** Runs the chat in this terminal. */
export async function main() {
  const contacts = readContacts(process.env['CONTACTS_FILE'] ?? exampleContacts);
  await chat(process.stdin, process.stdout, { ...readArguments(), colour: process.stdout.isTTY === true }, contacts);
}

if (import.meta.main) await main();
