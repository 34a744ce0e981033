import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TeamsConfig } from '../../src/adapters/teams/config.ts';
import { lookAt } from '../../src/adapters/teams/receive/file.ts';
import type { Connector } from '../../src/adapters/teams/send/connector.ts';
import { local } from './chat.ts';
import { tenants } from './people.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const asked: string[] = [];
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer(({ url: path = '', headers }, response) => {
    asked.push(`${path} ${headers.authorization ?? ''}`);
    if (path === '/moved') return response.writeHead(302, { location: '/picture' }).end();
    if (path === '/refused') return response.writeHead(403).end();
    if (path === '/large') return response.writeHead(200, { 'content-length': '20000000' }).write(png);
    if (path === '/slow') return undefined;
    return response.writeHead(200, { 'content-type': 'image/png' }).end(path === '/page' ? '<html>' : png);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const token = vi.fn(async () => 'secret');
const connector = { token } as unknown as Connector;
const look = (path: string, config: TeamsConfig = local) =>
  lookAt(
    { contentType: 'image/png', contentUrl: path.startsWith('/') ? `${url}${path}` : path },
    `${url}/`,
    config,
    connector,
  );

test('a picture pasted into Teams is fetched with the token', async () => {
  expect(await look('/picture')).toBe('picture');
  expect(asked.at(-1)).toBe('/picture Bearer secret');
});

test('a file that is called a picture and is none is not taken for one', async () => {
  expect(await look('/page')).toBe('not a picture');
});

test('a picture that is too large is not read', async () => {
  expect(await look('/large')).toBe('too large');
});

test('a redirect from a picture is not followed', async () => {
  expect(await look('/moved')).toBe('not reachable');
  expect(asked.at(-1)).toBe('/moved Bearer secret');
});

test('a picture that is refused or does not arrive in time counts as not reachable', async () => {
  expect(await look('/refused')).toBe('not reachable');
  expect(await look('/slow')).toBe('not reachable');
});

test('a file at an untrusted address is not fetched, and no token is requested for it', async () => {
  const before = asked.length;
  token.mockClear();
  const single: TeamsConfig = {
    identity: { kind: 'secret', app: '', secret: '', tenant: tenants.one },
    tenants: [],
    hosts: ['smba.trafficmanager.net'],
    desks: [],
    postsPerSecond: 0,
    keys: '',
  };
  const shared = (downloadUrl: string) =>
    lookAt(
      { contentType: 'application/vnd.microsoft.teams.file.download.info', content: { downloadUrl } },
      url,
      single,
      connector,
    );
  const elsewhere = [
    '/picture',
    'https://smba.trafficmanager.net.example/x',
    'http://169.254.169.254/',
    'file:///etc/passwd',
    '',
  ];
  for (const path of elsewhere) expect([path, await look(path, single)]).toEqual([path, 'not trusted']);
  for (const path of [
    `${url}/picture`,
    'https://sharepoint.com.example/x',
    'https://x.sharepoint.com:8443/',
    'http://x.sharepoint.com/',
  ])
    expect([path, await shared(path)]).toEqual([path, 'not trusted']);
  expect([asked.length, token.mock.calls.length]).toEqual([before, 0]);
});
