import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { openDatabase } from '../../src/adapters/store/open.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { Adapter, Incoming, Log, MessageRef } from '../../src/bot/ports.ts';
import { bot } from '../../src/bot/runtime/index.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { policy } from '../../src/bot/runtime/policy.ts';
import { noNotices } from '../store/no-notices.ts';

// One process of the bot: takes Incomings over HTTP, and speaks to a channel with a rate limit that its parent plays.
const [channel = '', dataDir = '', databaseUrl = '', perSecond = '', burst = ''] = process.argv.slice(2);

const limit = { name: 'one channel', perSecond: Number(perSecond), burst: Number(burst) };
const adapter: Adapter = {
  channel: 'slack',
  searchable: true,
  limitOf: () => limit,
  start: async () => {},
  async post({ conversation }, key) {
    const response = await fetch(channel, { method: 'POST', body: JSON.stringify({ conversation, key }) });
    if (response.status === 200) return { outcome: 'done', message: (await response.text()) as MessageRef };
    const after = Number(response.headers.get('retry-after')) * 1_000;
    return { outcome: 'later', after, reason: 'rate limit', why: String(response.status) };
  },
  replace: async (_to, message) => ({ outcome: 'done', message }),
  settle: async (_to, message) => ({ outcome: 'done', message }),
  fetch: async () => ({ outcome: 'none', why: 'gone' }),
  attach: async () => ({ outcome: 'done', message: '' as MessageRef }),
  contactOf: async () => ({ name: '', mail: '', chat: '', thread: '' }),
  find: async () => undefined,
  acknowledge: async () => {},
  stop: async () => {},
};
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const navi = bot({
  notices: noNotices,
  store: storeOf(await openDatabase({ databaseUrl: databaseUrl === '' ? undefined : databaseUrl, dataDir }, silent)),
  adapters: [adapter],
  desks: [],
  contacts: readContacts(exampleContacts),
  log: silent,
  pictures: null,
  proposer: null,
  metrics: newMetrics(),
  now: Date.now,
  random: Math.random,
  by: randomUUID(),
  policy,
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
