import { startApp } from '../../src/adapters/app.ts';
import { readSettings } from '../../src/adapters/config/settings.ts';
import type { Log } from '../../src/bot/ports.ts';

/** The whole program as it is served, its log aside. */
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
// Without the rate limit: people here write faster than Teams takes.
const settings = readSettings({
  TEAMS_LOCAL: 'true',
  TEAMS_POSTS_PER_SECOND: '0',
  PORT: '0',
  DATA_DIR: process.argv[2],
});
const app = await startApp(settings, silent);
process.on('message', () => process.send?.(process.cpuUsage()));
process.send?.(app.port);
