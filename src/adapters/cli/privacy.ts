import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { wordsIn } from '../../bot/i18n.ts';
import { loadEnvironmentFile, readSettings } from '../config/settings.ts';
import { privacyPaper, tablesIn } from '../privacy/paper.ts';
import { sqlite } from '../store/sqlite.ts';
import { orExit } from './or-exit.ts';

/** The command that prints what a deployment keeps of people and why, in Markdown, for whoever is responsible for data protection. */
await orExit(async () => {
  const { values } = parseArgs({ options: { lang: { type: 'string', default: 'ja' } } });
  const language = z.enum(['ja', 'en'], { error: 'Usage: npm run privacy -- [--lang ja|en]' }).parse(values.lang);
  // The tables as this version makes them, whatever database is set.
  const database = await sqlite(':memory:');
  const tables = await tablesIn(database);
  await database.close();
  const about = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(about));
  const made = { at: new Date().toISOString().slice(0, 10), version };
  console.log(privacyPaper(tables, readSettings(loadEnvironmentFile()), wordsIn(language), made));
});
