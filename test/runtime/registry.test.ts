import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from '../../src/adapters/app.ts';
import { type ConfiguredService, readSettings } from '../../src/adapters/config/settings.ts';
import type { Service, Surroundings } from '../../src/adapters/service.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { conversationId, personId } from '../../src/bot/keys.ts';
import { unlimited } from '../../src/bot/lib/rates.ts';
import {
  type Adapter,
  alone,
  type Desk,
  type Incoming,
  type MessageRef,
  type PersonId,
  type Receive,
  type Ticket,
} from '../../src/bot/ports.ts';
import { checkIds, desksFor, isAdmitted } from '../../src/bot/runtime/registry.ts';
import type { Input, Outgoing } from '../../src/bot/types.ts';
import type { Recipient } from '../../src/flows/events.ts';
import type { Facts } from '../../src/flows/facts.ts';

// A fourth channel, and a desk of another kind: a ticket system, whose staff are known by their e-mail addresses.

const ann = personId({ home: 'matrix', tenant: 'example.org', user: '@ann:example.org' });
const room = conversationId({ channel: 'matrix', tenant: 'example.org', place: '!room:example.org', person: null });
const staff = personId({ home: 'tickets', tenant: null, user: 'sato+it@example.co.jp' });
const words = wordsIn('ja');

let shown: Outgoing[];
let tickets: Ticket[];
let started: string[];
let write: Receive;
let reply: Receive;
let surroundings: Surroundings;
let folder: string;
let app: App;

const sent = async () => ({ outcome: 'done', message: 'm' as MessageRef }) as const;
const channel: Adapter = {
  channel: 'matrix',
  searchable: true,
  limitOf: () => unlimited,
  start: async (receive) => {
    started.push('matrix');
    write = receive;
  },
  post: (_to, _key, outgoing) => {
    shown.push(outgoing);
    return sent();
  },
  replace: sent,
  settle: sent,
  fetch: async () => ({ outcome: 'none', why: 'gone' }),
  attach: async () => ({ outcome: 'done', message: '' as MessageRef }),
  contactOf: async () => ({ name: '', mail: '', chat: '', thread: '' }),
  find: async () => undefined,
  acknowledge: async () => {},
  stop: async () => void started.splice(started.indexOf('matrix'), 1),
};
const desk: Desk = {
  note: sent,
  show: sent,
  id: 'tickets',
  name: '',
  takes: ['it-admin'],
  hours: null,
  fetch: async () => ({ outcome: 'none', why: 'gone' }),
  erase: async () => true,
  zone: 'Asia/Tokyo',
  escalatesTo: '',
  serves: [],
  people: 'tickets',
  searchable: true,
  limitOf: async () => unlimited,
  open: (_key, ticket) => {
    tickets.push(ticket);
    return sent();
  },
  find: async () => undefined,
  start: async (receive) => {
    started.push('tickets');
    reply = receive;
  },
  stop: async () => void started.splice(started.indexOf('tickets'), 1),
  tell: sent,
};
const service = (id: string, parts: Pick<Service, 'adapter' | 'desks'>): ConfiguredService => ({
  id,
  name: id,
  loopback: true,
  create: async (given) => {
    surroundings = given;
    return { ...parts, routes: [], check: async () => [], trouble: () => undefined };
  },
});

beforeEach(async () => {
  [shown, tickets, started] = [[], [], []];
  folder = mkdtempSync(join(tmpdir(), 'ninsho-registry-'));
  const { core } = readSettings({ DATA_DIR: folder, PORT: '0', DRAIN_SECONDS: '0' });
  const services = [
    service('matrix', { adapter: channel, desks: [] }),
    service('tickets', { adapter: undefined, desks: [desk] }),
  ];
  app = await startApp(
    { core, insight: undefined, model: undefined, services },
    { info: () => {}, warn: () => {}, error: () => {} },
  );
});
afterEach(async () => {
  await app.stop();
  expect(started).toEqual([]);
  rmSync(folder, { recursive: true });
});

let deliveries = 0;
function incoming(input: Input, person: PersonId = ann): Incoming {
  deliveries += 1;
  const mine = { conversation: room, person, address: '', language: 'ja', languageChosen: false, on: null } as const;
  return {
    ...mine,
    id: `delivery-${deliveries}`,
    opens: input.type !== 'desk',
    addressed: true,
    company: alone,
    input,
  };
}
/** The next view that the person is shown. */
async function next(by: Receive, given: Incoming): Promise<Outgoing> {
  const before = shown.length;
  await by(given);
  await expect.poll(() => shown.length).toBeGreaterThan(before);
  return shown.at(-1) as Outgoing;
}
/** Hands a case over to the desk. */
async function handOver(): Promise<Ticket> {
  const { view } = await next(write, incoming({ type: 'text', text: '会社のPCです。担当者に相談したいです' }));
  await next(write, incoming({ type: 'form', to: view.id, values: {}, files: [] }));
  await expect.poll(() => tickets.length).toBe(1);
  return tickets[0] as Ticket;
}

test('a person in a fourth channel is handed over to a desk of another kind, and gets the answer of its staff', async () => {
  expect(started).toEqual(['matrix', 'tickets']);
  expect(await handOver()).toMatchObject({ from: { conversation: room }, person: ann });
  const { view } = await next(
    reply,
    incoming({ type: 'desk', text: '直しました', by: '', corrects: false, seen: null, attached: null }, staff),
  );
  expect(view).toMatchObject({
    lead: [words.text('turns:desk-answered', { who: words.text('turns:staff') })],
    quote: '直しました',
  });
});

test('everything of a person in a fourth channel is deleted when they ask for it', async () => {
  await next(write, incoming({ type: 'text', text: '会社のPCです' }));
  expect(await surroundings.conversations.openConversations(ann)).toHaveLength(1);
  const { view } = await next(write, incoming({ type: 'text', text: 'データを消して' }));
  expect(view.text).toContain('消しました');
  expect(await surroundings.conversations.openConversations(ann)).toEqual([]);
});

test('another person in the same place can have a case of their own, which stays when the first is forgotten', async () => {
  const bob = personId({ home: 'matrix', tenant: 'example.org', user: '@bob:example.org' });
  const theirs = conversationId({ channel: 'matrix', tenant: 'example.org', place: '!room:example.org', person: bob });
  await next(write, incoming({ type: 'text', text: '会社のPCです' }));
  await next(write, { ...incoming({ type: 'text', text: '自分のPCです' }, bob), conversation: theirs });
  await next(write, incoming({ type: 'text', text: 'データを消して' }));
  expect(await surroundings.conversations.openConversations(ann)).toEqual([]);
  expect(await surroundings.conversations.openConversations(bob)).toMatchObject([{ conversation: theirs }]);
});

test('the readiness check names the channel; a desk alone makes nothing ready', async () => {
  const response = await fetch(`http://127.0.0.1:${app.port}/readyz`);
  expect(await response.text()).toBe('ready\ndatabase: ok\nmatrix: ok\n');
});

test.each([
  ['a person of another channel', incoming({ type: 'text', text: 'こんにちは' }, 'teams:t:29:x' as PersonId)],
  ['staff of the desk', incoming({ type: 'text', text: 'こんにちは' }, staff)],
  [
    'an answer of somebody who is not of the desk',
    incoming({ type: 'desk', text: '直しました', by: '', corrects: false, seen: null, attached: null }, ann),
  ],
  ['a person who is none', incoming({ type: 'text', text: 'こんにちは' }, 'ann' as PersonId)],
])('what no channel and no desk may send is refused: %s', async (_, given) => {
  await handOver();
  const before = shown.length;
  await expect(write(given)).rejects.toThrow();
  expect(shown).toHaveLength(before);
});

test('a letter goes to the desks that take it and serve its channel, else to the first that takes it', () => {
  const [first, second] = [desk, { ...desk, id: 'second', serves: ['matrix'] }];
  const third = { ...second, id: 'third' };
  const elsewhere = conversationId({ channel: 'slack', tenant: 'T1', place: 'C1:1.1', person: null });
  const served = (desks: readonly Desk[]) =>
    [room, elsewhere].map((conversation) =>
      desksFor({ adapters: [], desks }, conversation, 'it-admin', {}).map(({ id }) => id),
    );
  expect(served([first, second, third])).toEqual([['second', 'third'], ['tickets']]);
  expect(served([second, first])).toEqual([['second'], ['second']]);
  expect(served([])).toEqual([[], []]);
});

test('a letter goes to a desk only if it takes such letters; what a specialist is asked about a PC of the organisation is its IT desk’s affair', () => {
  const lab = { ...desk, id: 'lab', takes: ['specialist'] } as const;
  const to = (recipient: Recipient, facts: Facts, desks: readonly Desk[]) =>
    desksFor({ adapters: [], desks }, room, recipient, facts).map(({ id }) => id);
  expect(to('specialist', { origin: 'organization' }, [desk])).toEqual(['tickets']);
  expect(to('specialist', { origin: 'personal' }, [desk])).toEqual([]);
  expect(to('specialist', { origin: 'personal' }, [desk, lab])).toEqual(['lab']);
  expect(to('specialist', { origin: 'organization' }, [desk, lab])).toEqual(['lab']);
  for (const own of ['microsoft', 'seller', 'maker', 'bank'] as const)
    expect(to(own, { origin: 'organization' }, [desk, lab])).toEqual([]);
});

test('a desk answers a channel that another process serves', () => {
  expect(
    isAdmitted(
      { adapters: [], desks: [desk] },
      incoming({ type: 'desk', text: 'x', by: '', corrects: false, seen: null, attached: null }, staff),
    ),
  ).toBe(true);
  expect(isAdmitted({ adapters: [], desks: [desk] }, incoming({ type: 'text', text: 'x' }))).toBe(false);
});

test('two channels, or two desks, of one id are refused at the start', () => {
  expect(() => checkIds({ adapters: [channel, channel], desks: [] })).toThrow('matrix, matrix');
  expect(() => checkIds({ adapters: [channel], desks: [desk, desk] })).toThrow('tickets, tickets');
  expect(() => checkIds({ adapters: [channel], desks: [{ ...desk, id: 'matrix' }] })).not.toThrow();
});
