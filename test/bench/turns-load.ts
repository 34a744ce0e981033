import { randomUUID } from 'node:crypto';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import type { Database } from '../../src/adapters/store/database.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { unlimited } from '../../src/bot/lib/rates.ts';
import { type Adapter, alone, type Incoming, type Log, type MessageRef } from '../../src/bot/ports.ts';
import { bot } from '../../src/bot/runtime/index.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { policy } from '../../src/bot/runtime/policy.ts';
import type { Row, Store } from '../../src/bot/storage.ts';
import type { Input } from '../../src/bot/types.ts';
import { noNotices } from '../store/no-notices.ts';

/** A log that says nothing. */
export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** A whole case of an organisation, told in words and then mostly in clicks; `shown` is the view that is answered. */
export const script: readonly ((shown: string) => Input)[] = [
  () => ({ type: 'text', text: '会社のPCで0xC004F074が出ます' }),
  (to) => ({ type: 'choice', to, choice: 'done' }),
  (to) => ({ type: 'choice', to, choice: 'help' }),
  (to) => ({ type: 'choice', to, choice: 'none' }),
  (to) => ({ type: 'choice', to, choice: 'dont-know' }),
  (to) => ({ type: 'choice', to, choice: 'done' }),
  (to) => ({ type: 'choice', to, choice: 'not-solved' }),
  () => ({ type: 'text', text: 'KMSってなに?' }),
];

/** What a load of turns came to; `bytes` is the mean size of a record. */
export interface Turns {
  readonly count: number;
  readonly perSecond: number;
  readonly bytes: number;
}

/** Whole durable turns, replies sent, for some seconds, and then all that is left to be written. */
export async function turns(database: Database, seconds: number, atOnce: number): Promise<Turns> {
  const shown = new Map<string, string>();
  const store = storeOf(database);
  let bytes = 0;
  let saves = 0;
  const seen = (write: Store['save']) => async (row: Row) => {
    bytes += row.body.length;
    saves += 1;
    return write(row);
  };
  const message = 'm' as MessageRef;
  const adapter: Adapter = {
    channel: 'slack',
    searchable: true,
    limitOf: () => unlimited,
    start: async () => {},
    post: async ({ conversation }, _key, { view }) => {
      shown.set(conversation, view.id);
      // The turn is over once its reply is shown; people do not answer sooner.
      setImmediate(() => waiting.get(conversation)?.());
      return { outcome: 'done', message };
    },
    replace: async () => ({ outcome: 'done', message }),
    settle: async () => ({ outcome: 'done', message }),
    fetch: async () => ({ outcome: 'none', why: 'gone' }),
    attach: async () => ({ outcome: 'done', message: '' as MessageRef }),
    contactOf: async () => ({ name: '', mail: '', chat: '', thread: '' }),
    find: async () => undefined,
    acknowledge: async () => {},
    stop: async () => {},
  };
  const waiting = new Map<string, () => void>();
  const navi = bot({
    notices: noNotices,
    store: { ...store, save: seen(store.save) },
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
  let count = 0;
  const end = performance.now() + seconds * 1_000;
  async function converse(): Promise<void> {
    while (performance.now() < end) {
      const conversation = `slack:${randomUUID()}`;
      for (const [n, step] of script.entries()) {
        const answered = new Promise<void>((resolve) => waiting.set(conversation, resolve));
        const incoming = {
          id: `${conversation}#${n}`,
          conversation,
          person: 'slack:someone',
          address: '{"team":"T1","channel":"C1","thread":"1.1"}',
          language: 'ja',
          languageChosen: false,
          opens: true,
          addressed: true,
          company: alone,
          on: null,
          input: step(shown.get(conversation) ?? ''),
        } as Incoming;
        await navi.receive(incoming);
        await answered;
        count += 1;
      }
      shown.delete(conversation);
      waiting.delete(conversation);
    }
  }
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, converse));
  await navi.rest();
  return { count, perSecond: count / ((performance.now() - begun) / 1_000), bytes: Math.round(bytes / saves) };
}

/** Adds stored conversations by copying one, until there are so many. */
export async function fill(database: Database, total: number): Promise<void> {
  const chunk = 1_000;
  for (let at = 0; at < total; at += chunk) {
    const names = Array.from({ length: chunk }, (_, n) => `slack:filled-${at + n}`);
    const list = names.map((_, n) => `($${n + 1})`).join(', ');
    await database.change(
      `WITH one AS (SELECT * FROM conversations LIMIT 1), names (name) AS (VALUES ${list})
       INSERT INTO conversations (conversation, channel, person, version, born, work_at, alarm_at, due_at, body)
       SELECT name, channel, name, version, born, NULL, alarm_at, alarm_at, body FROM names CROSS JOIN one`,
      names,
    );
  }
}
