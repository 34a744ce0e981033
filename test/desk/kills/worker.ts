// One process of the bot, to be killed: takes Incomings over HTTP, speaks to channels that its parent plays, and to the desks of the desks file as they run in production.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { readSettings } from '../../../src/adapters/config/settings.ts';
import { exampleContacts, readContacts } from '../../../src/adapters/contacts.ts';
import type { Surroundings } from '../../../src/adapters/service.ts';
import { noticesOf } from '../../../src/adapters/store/notices.ts';
import { openDatabase } from '../../../src/adapters/store/open.ts';
import { storeOf } from '../../../src/adapters/store/store.ts';
import { vaultOf } from '../../../src/adapters/store/vault.ts';
import { readConversation } from '../../../src/bot/keys.ts';
import type { Desk, Incoming, Log } from '../../../src/bot/ports.ts';
import { bot, newMetrics, policy, readerOf } from '../../../src/bot/runtime/index.ts';
import { adapterOver, callsTo } from '../../crash/adapter.ts';

const [channels = '', dataDir = '', desksFile = ''] = process.argv.slice(2);
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
// A killed process is missed after some seconds, not after half a minute.
const own = { lease: 6_000, timeout: 2_500, initialInterval: 200, maxInterval: 3_000, sweepInterval: 200 };

const database = await openDatabase({ databaseUrl: undefined, dataDir }, silent);
const store = storeOf(database);
const contacts = readContacts(exampleContacts);
const notices = noticesOf(database);
const conversations = readerOf(store, contacts, () => ({ adapters: [], desks }));
const surroundings: Surroundings = { log: silent, vault: vaultOf(database), conversations, notices };
const { services } = readSettings({ DATA_DIR: dataDir, DESKS_FILE: desksFile });
const running = await Promise.all(services.map(({ create }) => create(surroundings)));
const desks: readonly Desk[] = running.flatMap((service) => service.desks);
const calls = callsTo(channels, own.timeout);
const navi = bot({
  store,
  notices,
  // Whoever asks is called after their place, by which the parent knows whose a ticket is.
  adapters: ['slack', 'teams'].map((channel) => ({
    ...adapterOver(channel, calls),
    contactOf: async ({ conversation }) => {
      const name = readConversation(conversation)?.place ?? '';
      return { name, mail: '', chat: '', thread: '' };
    },
  })),
  desks,
  contacts,
  log: silent,
  pictures: null,
  proposer: null,
  metrics: newMetrics(),
  now: Date.now,
  random: Math.random,
  by: randomUUID(),
  policy: { ...policy, ...own },
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
