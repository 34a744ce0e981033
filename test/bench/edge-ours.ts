// The server of `npm run bench:edge` as it is: the token is looked at before the body is read.
import { serve } from '../../src/adapters/http/server.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import { silent } from '../teams/chat.ts';
import { tenants } from '../teams/people.ts';
import { surrounding } from '../teams/surroundings.ts';
import { report } from './slack-report.ts';

const [app = '', keys = ''] = process.argv.slice(2);
const identity = { kind: 'secret', app, secret: 'secret', tenant: tenants.one } as const;
const config = {
  identity,
  tenants: [tenants.one],
  hosts: ['smba.trafficmanager.net'],
  desks: [],
  support: [],
  postsPerSecond: 0,
  keys,
};
const { adapter, routes } = teams(config, surrounding(silent));
await adapter.start(async () => 'answered');
const { port } = await serve(routes, 0, '127.0.0.1', silent);
report(`http://127.0.0.1:${port}`);
