import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from '../../src/adapters/app.ts';
import { readSettings } from '../../src/adapters/config/settings.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { conversationId, personId } from '../../src/bot/keys.ts';
import { unlimited } from '../../src/bot/lib/rates.ts';
import { type Adapter, alone, type MessageRef, type Receive } from '../../src/bot/ports.ts';
import type { Input, Outgoing } from '../../src/bot/types.ts';
import { header, type MailServerRig, mailbox, secret, signedPost, textOf } from './outside.ts';

// The whole program with a channel of the test: what a person is shown, a real mail server, and a real receiver.

const ann = personId({ home: 'matrix', tenant: 'example.org', user: '@ann:example.org' });
const room = conversationId({ channel: 'matrix', tenant: 'example.org', place: '!room:example.org', person: null });
const words = wordsIn('ja');

let folder: string;
let mails: MailServerRig;
let receiver: Server;
let events: {
  readonly type: string;
  readonly data: { readonly id: string; readonly note?: { readonly text: string } };
}[];
let app: App;
let shown: Outgoing[];
let write: Receive;
let logged: string[];

const sent = async () => ({ outcome: 'done', message: 'm' as MessageRef }) as const;
const channel: Adapter = {
  channel: 'matrix',
  searchable: true,
  limitOf: () => unlimited,
  start: async (receive) => {
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
  contactOf: async () => ({ name: 'アン', mail: '', chat: '', thread: 'https://chat.example.org/room' }),
  acknowledge: async () => {},
  find: async () => undefined,
  stop: async () => {},
};

async function start(): Promise<void> {
  const environment = {
    DATA_DIR: folder,
    PORT: '0',
    DRAIN_SECONDS: '0',
    DESKS_FILE: join(folder, 'desks.json'),
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    DESK_SECRET: secret,
  };
  const { core, services } = readSettings(environment);
  const matrix = {
    id: 'matrix',
    name: 'matrix',
    loopback: true,
    create: async () => ({ adapter: channel, desks: [], routes: [], check: async () => [], trouble: () => undefined }),
  };
  const line = (about: object, what: string) => void logged.push(`${what} ${JSON.stringify(about)}`);
  app = await startApp(
    { core, insight: undefined, model: undefined, services: [matrix, ...services] },
    { info: line, warn: line, error: line },
  );
}
beforeEach(async () => {
  [shown, events, logged] = [[], [], []];
  folder = mkdtempSync(join(tmpdir(), 'ninsho-desks-'));
  mails = await mailbox();
  receiver = createServer(async (request, response) => {
    events.push(JSON.parse(await text(request)));
    response.end('{"id":"T-1"}');
  });
  await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const desks = [
    {
      id: 'post',
      takes: ['it-admin'],
      via: {
        kind: 'mail',
        smtp: '$SMTP_URL',
        tls: 'none',
        from: 'navi@bot.example.jp',
        to: 'it@example.co.jp',
        inbound: { secret: '$DESK_SECRET' },
      },
    },
    { id: 'hook', takes: ['specialist'], via: { kind: 'webhook', url, secret: '$DESK_SECRET' } },
  ];
  writeFileSync(join(folder, 'desks.json'), JSON.stringify({ desks }));
  await start();
});
afterEach(async () => {
  await app.stop();
  receiver.closeAllConnections();
  await Promise.all([mails.close(), new Promise((resolve) => receiver.close(resolve))]);
  rmSync(folder, { recursive: true });
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.join('\n')).not.toMatch(/VPN|電源|青い|佐藤|鈴木|sato|example\.co\.jp|whsec/);
});

let deliveries = 0;
/** The next view that the person is shown after what they do. */
async function after(input: Input): Promise<Outgoing['view']> {
  const before = shown.length;
  deliveries += 1;
  const common = {
    address: '',
    language: 'ja',
    languageChosen: false,
    opens: true,
    addressed: true,
    on: null,
    company: alone,
  } as const;
  await write({ ...common, id: `d${deliveries}`, conversation: room, person: ann, input });
  await expect.poll(() => shown.length).toBeGreaterThan(before);
  return (shown.at(-1) as Outgoing).view;
}
async function handOver(what: string): Promise<void> {
  const { id } = await after({ type: 'text', text: what });
  await after({ type: 'form', to: id, values: {}, files: [] });
}

test('a case that is handed over arrives by e-mail, and the answer by e-mail reaches the person, also after a restart', async () => {
  await handOver('会社のPCです。担当者に相談したいです');
  await expect.poll(() => mails.mails.length).toBe(1);
  const [mail = { from: '', to: [], source: '' }] = mails.mails;
  expect(textOf(mail)).toContain('https://chat.example.org/room');
  await app.stop();
  await start();
  const reply = {
    id: '<r1@example.co.jp>',
    from: '佐藤 <sato@example.co.jp>',
    inReplyTo: header(mail, 'Message-ID'),
    references: '',
    subject: 'Re: アン',
    text: `VPNにつないでください。\n\n${textOf(mail).replaceAll(/^/gm, '> ')}`,
  };
  const before = shown.length;
  expect((await signedPost(app.port, '/desks/post/mail', reply)).status).toBe(200);
  await expect.poll(() => shown.length).toBeGreaterThan(before);
  const who = words.text('turns:staff-named', { by: '佐藤' });
  expect(shown.at(-1)?.view).toMatchObject({
    lead: [expect.stringContaining(who)],
    quote: 'VPNにつないでください。',
  });
  // The same mail again, as a hook that lost the answer hands it on, is shown once.
  const times = shown.length;
  expect(await signedPost(app.port, '/desks/post/mail', reply)).toEqual({
    status: 200,
    text: '{"outcome":"known already"}',
  });
  expect(shown).toHaveLength(times);
  await after({ type: 'text', text: 'つないでも、まだ青い画面のままです' });
  await expect.poll(() => mails.mails.length).toBe(2);
  expect(header(mails.mails[1] ?? mail, 'In-Reply-To')).toBe(header(mail, 'Message-ID'));
});

test('a case that is handed over arrives at a webhook, and what its staff do reaches the person', async () => {
  await handOver('自分のPCです。ディスクから異音がして、データを取り出したいので専門業者に相談したいです');
  const view = shown.at(-1)?.view.id ?? '';
  expect(view).toBe('closed.escalated');
  await expect.poll(() => events.map(({ type }) => type)).toEqual(['ticket.opened']);
  const report = (over: object) => signedPost(app.port, '/desks/hook/webhook', { ticket: 'T-1', by: '鈴木', ...over });
  const before = shown.length;
  expect((await report({ id: 'a', action: 'take' })).status).toBe(200);
  expect((await report({ id: 'b', action: 'answer', text: '電源を切ってお待ちください。' })).status).toBe(200);
  await expect.poll(() => shown.at(-1)?.view.quote).toBe('電源を切ってお待ちください。');
  expect(shown.length).toBeGreaterThan(before);
  await expect.poll(() => events.some(({ type, data }) => type === 'ticket.updated' && data.id === 'T-1')).toBe(true);
});
