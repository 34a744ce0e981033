import { serve } from '../../src/adapters/http/server.ts';
import { openLog } from '../../src/adapters/log.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import { tenants } from './people.ts';
import { surrounding } from './surroundings.ts';

/** A bot in a process of its own, so that its standard error can be read: it wants signed activities, and says on request that it can still be heard. */
const [app = '', keys = ''] = process.argv.slice(2);
const log = await openLog('error');
const identity = { kind: 'secret', app, secret: 'secret', tenant: tenants.one } as const;
const { adapter, routes } = teams(
  {
    identity,
    tenants: [tenants.one],
    hosts: ['smba.trafficmanager.net'],
    desks: [],
    support: [],
    postsPerSecond: 0,
    keys,
  },
  surrounding(log),
);
await adapter.start(async () => 'answered');
const { port } = await serve(routes, 0, '127.0.0.1', log);
process.on('message', () => {
  console.error('still heard');
  process.send?.('said');
});
process.send?.(port);
