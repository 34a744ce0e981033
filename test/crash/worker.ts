import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { databaseClock } from '../../src/adapters/store/clock.ts';
import { noticesOf } from '../../src/adapters/store/notices.ts';
import { openDatabase } from '../../src/adapters/store/open.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { singleFlight } from '../../src/bot/lib/async.ts';
import { unlimited } from '../../src/bot/lib/rates.ts';
import type { Desk, Incoming, Log, MessageRef, Sent } from '../../src/bot/ports.ts';
import { bot } from '../../src/bot/runtime/index.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { policy } from '../../src/bot/runtime/policy.ts';
import { adapterOver, callsTo } from './adapter.ts';

// One process of the bot, to be killed: takes Incomings over HTTP, and speaks to a channel and a desk that its parent plays.
const [channel = '', dataDir = '', databaseUrl = '', skew = '0'] = process.argv.slice(2);

// This machine's clock is off, for everything in this process.
const real = Date.now;
Date.now = () => real() + Number(skew);

const timeout = 1_000;
const calls = callsTo(channel, timeout);
const once = singleFlight<Sent>();
const desk: Desk = {
  note: async (key, _opened, { from }) => calls.send('/note', { conversation: from.conversation, key }),
  id: 'office',
  name: '',
  takes: ['it-admin'],
  hours: null,
  fetch: async () => ({ outcome: 'none', why: 'gone' }),
  erase: async () => true,
  zone: 'Asia/Tokyo',
  escalatesTo: '',
  serves: [],
  people: 'slack',
  searchable: true,
  limitOf: async () => unlimited,
  open: (key, { from }) => once(key, () => calls.send('/open', { conversation: from.conversation, key })),
  show: async (message) => ({ outcome: 'done', message }),
  find: (key) => calls.find('/find-ticket', key),
  start: async () => {},
  stop: async () => {},
  tell: async () => ({ outcome: 'done', message: 'told' as MessageRef }),
};
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

const database = await openDatabase({ databaseUrl: databaseUrl === '' ? undefined : databaseUrl, dataDir }, silent);
const store = storeOf(database);
const clock = await databaseClock(database, silent);
const navi = bot({
  store,
  notices: noticesOf(database),
  adapters: [adapterOver('slack', calls)],
  desks: [desk],
  contacts: readContacts(exampleContacts),
  log: silent,
  pictures: null,
  proposer: null,
  metrics: newMetrics(),
  now: clock.now,
  random: Math.random,
  by: randomUUID(),
  policy: { ...policy, lease: 2_500, timeout, initialInterval: 100, sweepInterval: 100 },
});
navi.start();

const server = createServer((request, response) => {
  void (async () => {
    try {
      await navi.receive(JSON.parse(await text(request)) as Incoming);
      response.writeHead(200).end();
    } catch {
      response.writeHead(503).end();
    }
  })();
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
// Nobody is left behind: the parent's end is this process's end.
process.stdin.on('end', () => process.exit()).resume();
