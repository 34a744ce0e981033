// One process of the bot, to be killed: real Bolt and real turns over a database that outlives it.
import { openDatabase } from '../../src/adapters/store/open.ts';
import type { Log } from '../../src/bot/ports.ts';
import type { Policy } from '../../src/bot/runtime/policy.ts';
import { compose } from './compose.ts';
import { deskOn } from './desk-on.ts';
import { configFor } from './rig.ts';
import { channels } from './workspace.ts';

const [apiUrl = '', port = '', dataDir = '', databaseUrl = ''] = process.argv.slice(2);
const nothing = () => {};
const log: Log = { info: nothing, warn: nothing, error: nothing };
const database = await openDatabase({ databaseUrl: databaseUrl === '' ? undefined : databaseUrl, dataDir }, log);
const desks = [deskOn(channels.general)];
// A killed process is missed after a second, not after half a minute.
const own = {
  lease: 1_500,
  timeout: 600,
  initialInterval: 20,
  maxInterval: 500,
  sweepInterval: 100,
} satisfies Partial<Policy>;
await compose(configFor(apiUrl, { desks }), database, log, Number(port), own);
process.stdout.write('ready\n');
// Nobody is left behind: the parent's end is this process's end.
process.stdin.on('end', () => process.exit()).resume();
