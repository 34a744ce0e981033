import { parseArgs } from 'node:util';
import { loadEnvironmentFile, readSettings } from '../config/settings.ts';
import { backUp, restore } from '../store/backup.ts';
import { fileIn } from '../store/open.ts';
import { orExit } from './or-exit.ts';

const usage = `Usage: npm run backup -- <file>              copies the database while the bot runs
       npm run restore -- <file> [--force]   puts a copy in its place; stop every process first`;

/** The warning that a backup without its encryption key is none. */
const key =
  'Keep the encryption key (SLACK_ENCRYPTION_KEY, where workspaces install the bot) in another place: a backup without it has no token that can be read, and each of them has to install the bot again.';

/** The commands of PostgreSQL, which has tools of its own. The address stays out: it may hold the password. */
const postgres = {
  backup: 'pg_dump --format=custom --file=<file> "$DATABASE_URL"',
  restore: 'pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" <file>',
};

/** The commands by which an operator backs the database up (`backup`) and restores it (`--restore`). */
await orExit(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { restore: { type: 'boolean', default: false }, force: { type: 'boolean', default: false } },
  });
  const { core } = readSettings(loadEnvironmentFile());
  const [file] = positionals;
  if (core.DATABASE_URL !== undefined) {
    console.log(`With PostgreSQL: ${values.restore ? postgres.restore : postgres.backup}\n${key}`);
    return;
  }
  if (file === undefined) {
    console.error(usage);
    process.exit(2);
  }
  const database = fileIn(core.DATA_DIR);
  const count = values.restore ? restore(file, database, values.force) : await backUp(database, file);
  console.log(`${values.restore ? database : file}: ${count} conversations. ${key}`);
});
