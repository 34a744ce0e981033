// The bot of the bench, in a process of its own.
import { postgres } from '../../src/adapters/store/postgres.ts';
import { compose } from '../slack/compose.ts';
import { configFor } from '../slack/rig.ts';
import { report } from './slack-report.ts';

const [apiUrl = '', databaseUrl = ''] = process.argv.slice(2);
const nothing = () => {};
const log = { info: nothing, warn: nothing, error: nothing };
const { url } = await compose(configFor(apiUrl), await postgres(databaseUrl, log), log, 0, {});
report(url);
