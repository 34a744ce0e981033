import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TeamsConfig } from '../../src/adapters/teams/config.ts';
import { fetchFile, sentFile } from '../../src/adapters/teams/receive/file.ts';
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
    if (path === '/gone') return response.writeHead(404).end();
    if (path === '/busy') return response.writeHead(429, { 'retry-after': '7' }).end();
    if (path === '/broken') return response.writeHead(503).end();
    if (path === '/endless') return response.writeHead(200).write(Buffer.alloc(5_000));
    if (path === '/large') return response.writeHead(200, { 'content-length': '20000000' }).write(png);
    if (path === '/slow') return undefined;
    return response.writeHead(200, { 'content-type': 'image/png' }).end(png);
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
const fetchFrom = (attachment: Parameters<typeof sentFile>[0], most: number, config: TeamsConfig) =>
  fetchFile(sentFile(attachment), `${url}/`, most, config, connector);
const pasted = (path: string, config: TeamsConfig = local, most = 1_000) =>
  fetchFrom({ contentType: 'image/png', contentUrl: path.startsWith('/') ? `${url}${path}` : path }, most, config);
const none = (why: string) => ({ outcome: 'none', why });

test('a picture pasted into Teams is fetched whole, with the token', async () => {
  expect(await pasted('/picture')).toEqual({ outcome: 'fetched', bytes: new Uint8Array(png) });
  expect(asked.at(-1)).toBe('/picture Bearer secret');
});

test('a file that is larger than asked for is not read, whether it says so or not', async () => {
  expect(await pasted('/large')).toEqual(none('too large'));
  expect(await pasted('/endless')).toEqual(none('too large'));
  expect(await pasted('/picture', local, png.length)).toMatchObject({ outcome: 'fetched' });
  expect(await pasted('/picture', local, png.length - 1)).toEqual(none('too large'));
});

test('a redirect from a file is not followed', async () => {
  expect(await pasted('/moved')).toEqual(none('not allowed'));
  expect(asked.at(-1)).toBe('/moved Bearer secret');
});

test('a file that is refused is not asked for again, and one that is gone is told apart', async () => {
  expect(await pasted('/refused')).toEqual(none('not allowed'));
  expect(await pasted('/gone')).toEqual(none('gone'));
});

test('a file is asked for again after a rate limit as long as Teams says, and after an outage', async () => {
  expect(await pasted('/busy')).toMatchObject({ outcome: 'later', reason: 'rate limit', after: 7_000 });
  expect(await pasted('/broken')).toMatchObject({ outcome: 'later', reason: 'outage' });
});

test('a file that does not arrive in time is an outage', async () => {
  await expect(pasted('/slow')).rejects.toThrow('timeout');
}, 20_000);

test('a file at an untrusted address is not fetched, and no token is requested for it', async () => {
  const before = asked.length;
  token.mockClear();
  const single: TeamsConfig = {
    identity: { kind: 'secret', app: '', secret: '', tenant: tenants.one },
    tenants: [],
    hosts: ['smba.trafficmanager.net'],
    desks: [],
    support: [],
    postsPerSecond: 0,
    keys: '',
  };
  const shared = (downloadUrl: string) =>
    fetchFrom(
      { contentType: 'application/vnd.microsoft.teams.file.download.info', content: { downloadUrl, fileType: 'png' } },
      1_000,
      single,
    );
  const elsewhere = [
    '/picture',
    'https://smba.trafficmanager.net.example/x',
    'https://contoso.sharepoint.com/picture',
    'http://169.254.169.254/',
    'file:///etc/passwd',
    '',
  ];
  for (const path of elsewhere) expect([path, await pasted(path, single)]).toEqual([path, none('not allowed')]);
  for (const path of [
    `${url}/picture`,
    'https://smba.trafficmanager.net/x',
    'https://sharepoint.com.example/x',
    'https://x.sharepoint.com:8443/',
    'http://x.sharepoint.com/',
  ])
    expect([path, await shared(path)]).toEqual([path, none('not allowed')]);
  expect([asked.length, token.mock.calls.length]).toEqual([before, 0]);
});

test('what a file is follows from its type or, if it was shared, from its ending; its name is nowhere kept', () => {
  const shared = (fileType: string) =>
    sentFile({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: 'https://contoso.sharepoint.com/personal/佐藤の画面.png',
      content: { downloadUrl: 'https://contoso.sharepoint.com/download?id=1', fileType },
    });
  expect(['png', 'HEIC', 'pdf', 'log', 'xlsx', 'exe', ''].map((one) => shared(one).kind)).toEqual([
    ...(['picture', 'picture', 'pdf', 'text'] as const),
    ...(['other', 'other', 'other'] as const),
  ]);
  expect(JSON.stringify(shared('png'))).not.toContain('佐藤');
  expect(sentFile({ contentType: 'image/*', contentUrl: `${url}/picture` }).kind).toBe('picture');
});
