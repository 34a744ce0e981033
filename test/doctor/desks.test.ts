import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { mailServer } from '../../src/adapters/desk/smtp.ts';
import { checkMailServer } from '../../src/adapters/desk/smtp-check.ts';
import { checkWebhook } from '../../src/adapters/desk/webhook-check.ts';
import type { Finding } from '../../src/adapters/doctor/finding.ts';
import { mailbox, outside } from '../desk/outside.ts';
import { fakes } from '../desk/systems/rig.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const lines = (findings: readonly Finding[]) => findings.map(({ state, what }) => `${state} ${what}`);

describe('a mail server', () => {
  /** Starts a server that knows one user. */
  async function withUser() {
    const server = await mailbox({
      authOptional: false,
      onAuth: ({ password }, _session, done) =>
        password === 'right' ? done(null, { user: 'me' }) : done(new Error('hunter2 is wrong')),
    });
    ends.push(server.close);
    return server;
  }
  const check = async (port: number, login = '') =>
    lines(await checkMailServer(mailServer(new URL(`smtp://${login}127.0.0.1:${port}`), true)));

  test('that lets the bot in is no problem, and gets no mail', async () => {
    const { port, mails } = await withUser();
    expect(await check(port, 'me:right@')).toEqual([]);
    expect(mails).toEqual([]);
  });

  test('that refuses the log-in is wrong, without its words and the password', async () => {
    const { port } = await withUser();
    const said = await check(port, 'me:wrong@');
    expect(said).toEqual([expect.stringMatching(/^wrong .*535.*: check the user and the password in smtp$/)]);
    expect(said.join()).not.toMatch(/hunter2|me:/);
  });

  test('without TLS is wrong where TLS is wanted', async () => {
    const { port } = await withUser();
    const said = lines(await checkMailServer(mailServer(new URL(`smtp://127.0.0.1:${port}`), false)));
    expect(said).toEqual([expect.stringMatching(/^wrong .*TLS/)]);
  });

  test('that is not there, or says nothing, is away within five seconds', async () => {
    expect(await check(1)).toEqual(['away The mail server cannot be reached (ECONNREFUSED)']);
    const mute = createTcpServer();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    ends.push(() => mute.close());
    const began = Date.now();
    expect(await check((mute.address() as AddressInfo).port)).toEqual([expect.stringMatching(/^away /)]);
    expect(Date.now() - began).toBeLessThan(6_000);
  });
});

describe('a webhook', () => {
  test('whose server can be connected to is no problem, and is sent no request', async () => {
    let requests = 0;
    const server = createServer(() => {
      requests += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const closed = new Promise((resolve) => server.once('connection', (socket) => socket.once('close', resolve)));
    expect(await checkWebhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/desk`)).toEqual([]);
    await closed;
    server.close();
    expect(requests).toBe(0);
  });

  test('that speaks no TLS where its URL says so is wrong, and one that cannot be reached is away', async () => {
    const plain = createServer();
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    ends.push(() => plain.close());
    const { port } = plain.address() as AddressInfo;
    expect(lines(await checkWebhook(`https://127.0.0.1:${port}/desk`))).toEqual([
      expect.stringMatching(/^wrong the certificate of the webhook cannot be trusted \(ERR_SSL/),
    ]);
    expect(lines(await checkWebhook('https://127.0.0.1:1/'))).toEqual([
      'away the webhook cannot be reached (ECONNREFUSED)',
    ]);
  });
});

describe.each(fakes)('a ticket system: %s', (_name, start) => {
  const check = async (fake: Awaited<ReturnType<typeof start>>, over: object = {}) => {
    const { service } = await outside({ kind: fake.kind, ...fake.via(over) });
    return lines(await service.check());
  };

  test('that knows the bot and what the desks file names is no problem, and nothing is written there', async () => {
    const fake = await start();
    ends.push(fake.server.stop);
    expect(await check(fake)).toEqual([]);
    expect(fake.tickets).toEqual([]);
  });

  test('that does not know the bot is wrong, without its secret', async () => {
    const fake = await start();
    ends.push(fake.server.stop);
    const secret = { jira: 'token', zendesk: 'token', servicenow: 'password', backlog: 'apiKey' }[fake.kind] ?? '';
    const said = await check(fake, { [secret]: 'hunter2' });
    expect(said).toEqual([expect.stringMatching(/^wrong .+ answered 401.*: check the user and the secret/)]);
    expect(said.join()).not.toContain('hunter2');
  });

  test('that cannot be reached is away', async () => {
    const fake = await start();
    await fake.server.stop();
    expect(await check(fake)).toEqual([expect.stringMatching(/^away .+ cannot be reached: ECONNREFUSED$/)]);
  });
});

test('a desk of Jira or Backlog whose ids do not exist is wrong', async () => {
  for (const [name, start] of fakes) {
    const over = { jira: { requestType: 11 }, backlog: { issueType: 35 } }[name as string];
    if (over === undefined) continue;
    const fake = await start();
    ends.push(fake.server.stop);
    const { service } = await outside({ kind: fake.kind, ...fake.via(over) });
    expect(lines(await service.check()), name).toEqual([
      expect.stringMatching(/^wrong .+(?:check the address and the ids|check both)/),
    ]);
  }
});

test('a Zendesk that takes the bot for nobody is wrong', async () => {
  const server = createServer((_, response) => void response.end('{"user":{"id":null,"name":"Anonymous user"}}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { service } = await outside({ kind: 'zendesk', url, email: 'a@example.com', token: 'hunter2' });
  expect(lines(await service.check())).toEqual([
    'wrong Zendesk does not know email and token: check them in the desks file',
  ]);
});
