import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Agent } from 'undici';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { exchange, type HttpAnswer } from '../../src/adapters/http/exchange.ts';
import { databaseClock } from '../../src/adapters/store/clock.ts';
import { noticesOf } from '../../src/adapters/store/notices.ts';
import { openDatabase } from '../../src/adapters/store/open.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { singleFlight } from '../../src/bot/lib/async.ts';
import { unlimited } from '../../src/bot/lib/rates.ts';
import type { Adapter, Desk, Incoming, Log, MessageRef, Sent } from '../../src/bot/ports.ts';
import { bot } from '../../src/bot/runtime/index.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { policy } from '../../src/bot/runtime/policy.ts';

// One process of the bot, to be killed: takes Incomings over HTTP, and speaks to a channel and a desk that its parent plays.
const [channel = '', dataDir = '', databaseUrl = '', skew = '0'] = process.argv.slice(2);

// This machine's clock is off, for everything in this process.
const real = Date.now;
Date.now = () => real() + Number(skew);

// Written by the latest time for it, as the adapter of Slack does: a process that is frozen on the way to its channel,
// after it looked at its lease, sends nothing that another may have sent meanwhile.
const timeout = 1_000;
const agent = new Agent();
const call = (path: string, body: object): Promise<HttpAnswer> =>
  exchange(
    agent,
    { origin: channel, path, method: 'POST', body: JSON.stringify(body) },
    performance.now() + 0.9 * timeout,
  );
async function send(path: string, body: object): Promise<Sent> {
  const { status, text: said } = await call(path, body);
  return status === 200
    ? { outcome: 'done', message: said as MessageRef }
    : { outcome: 'later', after: 50, reason: 'outage', why: String(status) };
}
async function find(path: string, key: string): Promise<MessageRef | undefined> {
  const { status, text: said } = await call(path, { key });
  return status === 200 ? (said as MessageRef) : undefined;
}

/** As in the real adapters, an attempt that outlasts its time is joined by the next. */
const once = singleFlight<Sent>();
const adapter: Adapter = {
  channel: 'slack',
  searchable: true,
  limitOf: () => unlimited,
  start: async () => {},
  post: ({ conversation }, key, { view }) =>
    once(key, () => send('/post', { conversation, key, view: view.id, choices: view.choices.map(({ id }) => id) })),
  replace: async () => undefined,
  settle: (_to, message, { view }, answer) => send('/settle', { message, view: view.id, answer }),
  contactOf: async () => ({ name: '', mail: '', chat: '', thread: '' }),
  find: (_to, key) => find('/find-post', key),
  acknowledge: async () => {},
  stop: async () => {},
};
const desk: Desk = {
  note: async (key, _opened, { from }) => send('/note', { conversation: from.conversation, key }),
  id: 'office',
  name: '',
  takes: ['it-admin'],
  hours: null,
  erase: async () => true,
  escalatesTo: '',
  serves: [],
  people: 'slack',
  searchable: true,
  limitOf: async () => unlimited,
  open: (key, { from }) => once(key, () => send('/open', { conversation: from.conversation, key })),
  show: async (message) => ({ outcome: 'done', message }),
  find: (key) => find('/find-ticket', key),
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
  adapters: [adapter],
  desks: [desk],
  contacts: readContacts(exampleContacts),
  log: silent,
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
