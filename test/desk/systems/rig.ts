import { request } from 'node:http';
import { deskKinds } from '../../../src/adapters/desk/kinds.ts';
import { serve } from '../../../src/adapters/http/server.ts';
import { sqlite } from '../../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../../src/adapters/store/store.ts';
import { vaultOf } from '../../../src/adapters/store/vault.ts';
import { conversationId, personId } from '../../../src/bot/keys.ts';
import type { Desk, Incoming, Log, Receive, Received, Ticket } from '../../../src/bot/ports.ts';
import type { Store } from '../../../src/bot/storage.ts';
import type { Language } from '../../../src/bot/types.ts';
import { fakeBacklog } from './backlog.ts';
import { fakeJira } from './jira.ts';
import type { FakeSystem, Hook } from './server.ts';
import { fakeServiceNow } from './servicenow.ts';
import { fakeZendesk } from './zendesk.ts';

export const fakes = [
  ['jira', fakeJira],
  ['servicenow', fakeServiceNow],
  ['zendesk', fakeZendesk],
  ['backlog', fakeBacklog],
] as const;

export const person = personId({ home: 'slack', tenant: 'T1', user: 'U1' });
export const conversation = conversationId({ channel: 'slack', tenant: 'T1', place: 'C1:1.1', person: null });

/** A ticket; `over`: in place of some of it. */
export const ticketOf = (over: Partial<Ticket> = {}): Ticket => ({
  from: { conversation, address: '', language: 'en' },
  person,
  contact: { name: '佐藤', mail: 'sato@example.co.jp', chat: 'https://chat.example/sato', thread: '' },
  handover: { to: 'it-admin', text: '会社のPCを認証できません。\nよろしくお願いします。' },
  facts: { origin: 'organization', errorCodes: ['0xC004F074'] },
  urgency: '',
  handling: { state: 'new', by: '', at: 0 },
  words: '',
  owner: null,
  ...over,
});

/** A desk in a fake system, its webhook on a real HTTP server, and what the bot and the log get of it. */
export interface DeskRig {
  readonly desk: Desk;
  readonly fake: FakeSystem;
  readonly store: Store;
  readonly received: Incoming[];
  /** What the bot says of the next Incoming. */
  reply: Received | Error;
  readonly log: string[];
  /** Another process over the same database and system. */
  second(): Desk;
  /** Starts another process over the same database and system, to which the webhook calls from now on. */
  restart(): Promise<void>;
  hook(call: Hook): Promise<number>;
  /** Begins a request to the webhook, and never sends its body. */
  hookWithoutBody(call: Omit<Hook, 'body'>): Promise<number>;
  stop(): Promise<void>;
}

export async function deskRig(fake: FakeSystem, over: object = {}, language: Language = 'ja'): Promise<DeskRig> {
  const database = await sqlite(':memory:');
  const lines: string[] = [];
  const line = (about: object, what: string) => void lines.push(`${what} ${JSON.stringify(about)}`);
  const log: Log = { info: line, warn: line, error: line };
  const kind = deskKinds.find((one) => one.kind === fake.kind);
  const setup = {
    id: 'it',
    name: '',
    takes: ['it-admin'],
    serves: ['slack'],
    language,
    zone: 'Asia/Tokyo',
    hours: null,
    escalatesTo: '',
  } as const;
  const make = () => {
    const made = kind?.read(fake.via(over))(setup, { log, vault: vaultOf(database) });
    if (made === undefined) throw new Error(`no kind ${fake.kind}`);
    return made;
  };
  const { desk, routes } = make();
  let server = await serve(routes, 0, '127.0.0.1', log);
  const rig: DeskRig = {
    desk,
    fake,
    store: storeOf(database),
    received: [],
    reply: 'answered',
    log: lines,
    second: () => make().desk,
    restart: async () => {
      const next = make();
      await server.stop();
      await next.desk.start(receive);
      server = await serve(next.routes, 0, '127.0.0.1', log);
    },
    hook: async ({ query, headers, body }) => {
      const url = `http://127.0.0.1:${server.port}/desks/it/hook${query}`;
      const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
      return (await fetch(url, sent)).status;
    },
    hookWithoutBody: ({ query, headers }) =>
      new Promise((resolve, reject) => {
        const to = { host: '127.0.0.1', port: server.port, path: `/desks/it/hook${query}`, method: 'POST' };
        const begun = request({ ...to, headers: { 'content-length': '200000', ...headers } }, (response) => {
          resolve(response.statusCode ?? 0);
          begun.destroy();
        });
        begun.on('error', reject);
        begun.flushHeaders();
      }),
    stop: async () => {
      await desk.stop();
      await server.stop();
      await fake.server.stop();
      await storeOf(database).close();
    },
  };
  const receive: Receive = async (incoming) => {
    if (rig.reply instanceof Error) throw rig.reply;
    rig.received.push(incoming);
    return rig.reply;
  };
  await desk.start(receive);
  return rig;
}
