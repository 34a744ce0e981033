import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { serve } from '../../src/adapters/http/server.ts';
import type { TeamsConfig } from '../../src/adapters/teams/config.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import type { Receive } from '../../src/bot/ports.ts';
import { head, raw, statusOf } from '../http/raw.ts';
import { silent } from './chat.ts';
import { type KeyServer, startKeyServer } from './key-server.ts';
import { activity, tenants, written } from './people.ts';
import { surrounding } from './surroundings.ts';

const app = '44444444-4444-4444-8444-444444444444';
const serviceUrl = 'https://smba.trafficmanager.net/jp/';
const now = () => Math.floor(Date.now() / 1000);
const claims = (more: object = {}) => ({
  iss: 'https://api.botframework.com',
  aud: app,
  serviceurl: serviceUrl,
  nbf: now() - 60,
  exp: now() + 3_600,
  ...more,
});
const hello = (more: object = {}) => ({
  ...activity(
    { service: '', tenant: 'one', conversation: 'a:asker', kind: 'personal' },
    'asker',
    written('こんにちは'),
  ),
  serviceUrl,
  ...more,
});

describe('an activity posted to the Teams endpoint', () => {
  let keys: KeyServer;
  let server: Awaited<ReturnType<typeof serve>>;
  let bot: ReturnType<typeof teams>;
  const received = vi.fn<Receive>(async () => 'answered');
  beforeAll(async () => {
    keys = await startKeyServer();
  });
  afterAll(() => keys.stop());
  beforeEach(async () => {
    received.mockClear();
    const config: TeamsConfig = {
      identity: { kind: 'secret', app, secret: 'secret', tenant: tenants.one },
      tenants: [tenants.one],
      hosts: ['smba.trafficmanager.net'],
      desks: [],
      support: [],
      postsPerSecond: 0,
      keys: keys.metadata,
    };
    bot = teams(config, surrounding(silent));
    await bot.adapter.start(received);
    server = await serve(bot.routes, 0, '127.0.0.1', silent);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await server.stop();
    await bot.adapter.stop();
  });
  const deliver = async (token: string | undefined, body: object = hello()) => {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: token }) },
      body: JSON.stringify(body),
    });
    return [response.status, await response.text(), received.mock.calls.length];
  };
  const signed = async (more: object = {}, header = {}, key: 'ours' | 'foreign' = 'ours') =>
    `Bearer ${await keys.sign(claims(more), header, key)}`;

  test('an activity signed by the Bot Framework reaches the bot', async () => {
    expect(await deliver(await signed())).toEqual([200, '{}', 1]);
  });

  const forgeries: Readonly<Record<string, () => Promise<string>>> = {
    'for another bot': () => signed({ aud: '55555555-5555-4555-8555-555555555555' }),
    'from another issuer': () => signed({ iss: 'https://sts.windows.net/x/' }),
    'that has expired': () => signed({ exp: now() - 600 }),
    'that is not valid yet': () => signed({ nbf: now() + 600 }),
    'signed with another key': () => signed({}, {}, 'foreign'),
    'signed with a key that is not endorsed for Teams': () => signed({}, { kid: 'key-webchat' }),
    'with an unknown key id': () => signed({}, { kid: 'key-2' }),
    'for another service': () => signed({ serviceurl: 'https://smba.trafficmanager.net/us/' }),
    'for no service': () => signed({ serviceurl: undefined }),
    'of the Emulator': () =>
      signed({
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        ver: '1.0',
        appid: app,
        serviceurl: undefined,
      }),
    'of a skill': () => signed({ ver: '1.0', appid: '55555555-5555-4555-8555-555555555555' }),
    'with nothing in it': async () => 'Bearer ',
    'that is garbage': async () => 'Bearer x.y.z',
    'that is no bearer token': async () => 'Basic dTpw',
    'without a signature': async () =>
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims())).toString('base64url')}.`,
  };
  for (const [title, forge] of Object.entries(forgeries))
    test(`an activity with a token ${title} is refused and does not reach the bot`, async () => {
      expect(await deliver(await forge())).toEqual([401, '{}', 0]);
    });

  /** What only the activity can show. */
  const late = ['for another service'];
  /** What only the keys can show. */
  const checked = [
    'signed with another key',
    'signed with a key that is not endorsed for Teams',
    'with an unknown key id',
    'for no service',
    'of a skill',
    ...late,
  ];
  for (const [title, forge] of Object.entries(forgeries).filter(([name]) => !late.includes(name)))
    test(`an activity with a token ${title} is refused before its body is sent`, async () => {
      const request = raw(server.port);
      const headers = { 'content-type': 'application/json', authorization: await forge() };
      request.send(`${head('/api/messages', 1_000, headers)}{"type":`);
      expect(statusOf(await request.answer)).toBe(401);
    });

  test('a token that is wrong by its own claims causes no request for keys, and 20 others cause one', async () => {
    const other = await startKeyServer();
    const config: TeamsConfig = {
      identity: { kind: 'secret', app, secret: 'secret', tenant: tenants.one },
      tenants: [tenants.one],
      hosts: [],
      desks: [],
      support: [],
      postsPerSecond: 0,
      keys: other.metadata,
    };
    const listening = await serve(teams(config, surrounding(silent)).routes, 0, '127.0.0.1', silent);
    const asks = async (authorization: string) => {
      const request = raw(listening.port);
      request.send(head('/api/messages', 1_000, { 'content-type': 'application/json', authorization }));
      return statusOf(await request.answer);
    };
    const wrong = Object.entries(forgeries).filter(([name]) => !checked.includes(name));
    const statuses = await Promise.all(wrong.map(async ([, forge]) => asks(await forge())));
    const long = `Bearer ${'x'.repeat(9_000)}.${'y'.repeat(100)}.z`;
    expect([new Set([...statuses, await asks(long)]), other.asked]).toEqual([new Set([401]), 0]);
    // Many that only the keys can tell ask for them once.
    const foreign = await other.sign(claims(), {}, 'foreign');
    expect(await Promise.all(Array.from({ length: 20 }, () => asks(`Bearer ${foreign}`)))).not.toContain(200);
    expect(other.asked).toBe(2);
    await Promise.all([listening.stop(), other.stop()]);
  });

  test('an activity without a token is refused', async () => {
    expect(await deliver(undefined)).toEqual([401, '{}', 0]);
  });

  for (const [title, status, more] of [
    ['of a tenant that is not admitted', 403, { conversation: { id: 'a:x', tenantId: tenants.two } }],
    ['of no tenant', 403, { conversation: { id: 'a:x' }, channelData: {} }],
    ['without a service', 400, { serviceUrl: undefined }],
    ['of a channel that the key is not endorsed for', 400, { channelId: 'slack' }],
    ['with more entities than a message can have', 413, { entities: Array.from({ length: 501 }, () => ({})) }],
    ['with more attachments than a message can have', 413, { attachments: Array.from({ length: 101 }, () => ({})) }],
    [
      'with more fields than a form can have',
      413,
      { value: Object.fromEntries(Array.from({ length: 501 }, (_, n) => [n, n])) },
    ],
    ['without an id of its conversation', 400, { conversation: { tenantId: tenants.one } }],
  ] as const)
    test(`an activity ${title} is refused in spite of a valid signature`, async () => {
      expect(await deliver(await signed(), hello(more))).toEqual([status, '{}', 0]);
    });

  test('an activity with an untrusted service URL is refused in spite of a valid signature', async () => {
    const elsewhere = 'https://smba.example/';
    expect(await deliver(await signed({ serviceurl: elsewhere }), hello({ serviceUrl: elsewhere }))).toEqual([
      403,
      '{}',
      0,
    ]);
  });

  test('an activity gets a 503 if the keys cannot be read, so that Teams repeats it', async () => {
    const other = await startKeyServer();
    const config = {
      identity: { kind: 'secret', app, secret: 's', tenant: tenants.one },
      tenants: [],
      hosts: [],
      desks: [],
      support: [],
      postsPerSecond: 0,
      keys: other.metadata,
    } as const;
    const blind = teams(config, surrounding(silent));
    await blind.adapter.start(received);
    const listening = await serve(blind.routes, 0, '127.0.0.1', silent);
    other.broken = true;
    const response = await fetch(`http://127.0.0.1:${listening.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await other.sign(claims())}` },
      body: JSON.stringify(hello()),
    });
    expect([response.status, received.mock.calls.length]).toEqual([503, 0]);
    await Promise.all([listening.stop(), other.stop()]);
  });
});
