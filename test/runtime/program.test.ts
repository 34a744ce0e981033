import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/adapters/store/open.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { toRow } from '../../src/bot/runtime/record.ts';
import { startService } from '../teams/service.ts';
import { ann, deliver, makeStage } from './stage.ts';

const source = (file: string) => fileURLToPath(new URL(`../../src/adapters/${file}`, import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-program-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs a program in a folder of its own, with a bare environment. */
async function run(
  file: string,
  options: readonly string[],
  input: string,
  environment: Record<string, string> = {},
  shell?: string,
): Promise<Ran> {
  const program = [process.execPath, source(file), ...options];
  const [command = '', ...rest] = shell === undefined ? program : ['sh', '-c', shell, ...program];
  const child = spawn(command, rest, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}
const json = ({ out }: Ran) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { view: { id: string; text: string }; facts: { origin: string } });

test('the terminal goes on with the conversation of the last run, and --new begins another', async () => {
  const first = await run('cli/chat.ts', [], '会社のPCです\n');
  expect(first.code).toBe(0);
  const again = await run('cli/chat.ts', [], '');
  expect(again.out).toContain('続きから');
  expect(again.out).not.toContain('どこで手に入れ');
  const kept = { DATA_DIR: join(folder, 'data') };
  expect(json(await run('cli/chat.ts', ['--json'], '', kept))[0]?.facts.origin).toBe('organization');
  const anew = json(await run('cli/chat.ts', ['--json', '--new'], '', kept));
  expect(anew.map(({ view, facts }) => [view.id, facts.origin])).toEqual([['question.origin', 'unknown']]);
});

test('the terminal begins a new conversation when the last one is closed', async () => {
  await run('cli/chat.ts', [], '自分のPCです\n直りました\n');
  const kept = { DATA_DIR: join(folder, 'data') };
  expect(json(await run('cli/chat.ts', ['--json'], '', kept))[0]?.view.id).toBe('question.origin');
});

test('chat --json begins a new conversation in each run and stores nothing unless DATA_DIR is set', async () => {
  for (let n = 0; n < 2; n += 1) {
    const said = json(
      await run('cli/chat.ts', ['--json'], '会社のPCです\n{"choice":"help"}\n{"choice":"help"}\n{nonsense\n'),
    );
    expect(said.map(({ view }) => view.id)).toEqual([
      'question.origin',
      ...Array.from({ length: 4 }, () => 'question.screen'),
    ]);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('chat --json on a full disk says to try again, and what was answered before is stored', async () => {
  const kept = { DATA_DIR: join(folder, 'data') };
  const lines = Array.from({ length: 12 }, () => '会社のPCです\n').join('');
  // No file may grow beyond some 180 KB: the write fails as on a full disk.
  const full = `trap '' XFSZ; ulimit -f 350; exec "$0" "$@"`;
  const said = json(await run('cli/chat.ts', ['--json'], lines, kept, full));
  expect(said).toHaveLength(13);
  const answered = said.filter(({ view }) => view.id !== 'notice');
  expect(said.at(-1)?.view.text).toBe(wordsIn('ja').text('turns:try-again'));
  expect(answered.length).toBeGreaterThan(0);
  const again = json(await run('cli/chat.ts', ['--json'], '使い方\n', kept));
  expect(again.map(({ view }) => view.id)).toEqual([answered.at(-1)?.view.id, answered.at(-1)?.view.id]);
});

test('an empty DATA_DIR stops the start of chat --json', async () => {
  const { code, err } = await run('cli/chat.ts', ['--json'], '会社のPCです\n', { DATA_DIR: '' });
  expect([code, err]).toEqual([2, expect.stringContaining('DATA_DIR: empty')]);
});

test('--lang sets the language of a new terminal conversation and of one that goes on', async () => {
  await run('cli/chat.ts', ['--lang', 'en'], 'work pc\n');
  const again = await run('cli/chat.ts', [], '');
  expect(again.out).toContain('Always available');
  expect((await run('cli/chat.ts', ['--lang', 'ja'], '')).out).toContain('日本語');
});

test('an unusable DATA_DIR and a damaged database each end the program with one line', async () => {
  writeFileSync(join(folder, 'file'), '');
  const blocked = await run('cli/chat.ts', [], '', { DATA_DIR: join(folder, 'file', 'below') });
  expect([blocked.code, blocked.err.trim().split('\n').length]).toEqual([2, 1]);
  expect(blocked.err).toContain('DATA_DIR');
  writeFileSync(join(folder, 'ninsho-navi.sqlite'), 'not a database, by any means '.repeat(100));
  const damaged = await run('cli/chat.ts', [], '', { DATA_DIR: folder });
  expect([damaged.code, damaged.err.trim().split('\n').length]).toEqual([2, 1]);
});

test('a port that another program uses ends the program with one line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, err } = await run('cli/main.ts', [], '', { TEAMS_LOCAL: 'true', PORT: String(port) });
  expect([code, err]).toEqual([2, `PORT ${port} on HOST 127.0.0.1 cannot be listened on (Error EADDRINUSE)\n`]);
  other.close();
});

test('npm start reads .env, and wrong settings in it stop the start', async () => {
  writeFileSync(join(folder, '.env'), 'PORT=eighty\nSLACK_BOT_TOKEN=nonsense\n');
  const { code, err, out } = await run('cli/main.ts', [], '');
  expect([code, out]).toEqual([2, '']);
  expect(
    err
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]),
  ).toEqual(['PORT', 'SLACK_BOT_TOKEN']);
});

test('npm start without a channel runs the terminal, and one line tells how to set up a channel', async () => {
  const { out, err } = await run('cli/main.ts', [], '会社のPCで0xC004F074が出ます\n');
  expect(out).toContain('ライセンスの種類');
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('README');
});

test('npm run forget deletes the conversations of a person, and refuses an id that is none', async () => {
  await run('cli/chat.ts', [], '会社のPCです\n');
  const { out } = await run('cli/forget.ts', ['terminal:me'], '');
  expect(out).toContain('1');
  const database = new DatabaseSync(join(folder, 'data', 'ninsho-navi.sqlite'));
  expect(database.prepare('SELECT count(*) AS left FROM conversations').get()).toEqual({ left: 0 });
  database.close();
  expect((await run('cli/forget.ts', ['somebody'], '')).code).toBe(2);
});

test('npm run export prints all that is kept of a person as JSON', async () => {
  await run('cli/chat.ts', [], '会社のPCです\n');
  const { out } = await run('cli/export.ts', ['terminal:me'], '');
  const kept = JSON.parse(out) as { person: string; conversations: { body: { talk: object } }[] };
  expect(kept.person).toBe('terminal:me');
  expect(kept.conversations).toHaveLength(1);
  expect(kept.conversations[0]?.body.talk).toMatchObject({ language: 'ja' });
  expect(JSON.stringify(kept)).toContain('organization');
});

test('npm run backup copies the database, npm run restore puts it back, and both say that the encryption key is needed', async () => {
  await run('cli/chat.ts', [], '会社のPCです\n');
  const backed = await run('cli/backup.ts', ['copy.sqlite'], '');
  expect(backed.out).toContain('1 conversations');
  const restored = await run('cli/backup.ts', ['--restore', 'copy.sqlite', '--force'], '');
  expect(restored.out).toContain('SLACK_ENCRYPTION_KEY');
  const elsewhere = { DATABASE_URL: 'postgres://navi:secret@database/navi' };
  const told = await run('cli/backup.ts', ['copy'], '', elsewhere);
  expect(told.out).toContain('pg_dump');
  expect(told.out).not.toContain('secret@');
});

/** Keeps a case of somebody in the program's database, with a ticket at the desk in Teams and one at another. */
async function withTickets(): Promise<void> {
  const stage = await makeStage();
  await deliver(
    stage.process(),
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  const ticket = (desk: string, message: string, ...notes: string[]) => ({ desk, message, notes, over: false });
  const opened = [ticket('teams', '1001', '1002'), ticket('helpdesk', 'T-77')];
  const row = toRow({ ...(await stage.saved()), version: 1, opened: opened as never });
  const store = storeOf(await openDatabase({ databaseUrl: undefined, dataDir: join(folder, 'data') }, quiet));
  await store.save(row);
  await store.close();
}
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

test('npm run forget deletes the tickets of a person where the settings have a desk that can, and names the others', async () => {
  await withTickets();
  const service = await startService();
  const environment = {
    TEAMS_LOCAL: 'true',
    TEAMS_DESK_CONVERSATION: '19:desk@thread.v2',
    TEAMS_SERVICE_URL: `${service.url}/one/`,
  };
  const { out, code } = await run('cli/forget.ts', [ann], '', environment);
  const deleted = service.calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path.split('/').at(-1));
  await service.stop();
  expect(deleted).toEqual(['1002', '1001']);
  expect(out.trim().split('\n')).toEqual([
    'Conversations deleted: 1',
    'A ticket was deleted at the desk teams: 1001',
    'A ticket stays at the desk helpdesk, delete it by hand: T-77',
  ]);
  expect(code).toBe(0);
});

test('npm run forget names all tickets where the settings have nothing but a database', async () => {
  await withTickets();
  const { out } = await run('cli/forget.ts', [ann], '');
  expect(out.match(/stays at the desk/g)).toHaveLength(2);
});

test('npm start with a channel serves health and readiness on its port and metrics on another, and SIGTERM ends it within 10 s', async () => {
  const child = spawn(process.execPath, [source('cli/main.ts')], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', METRICS_PORT: '0', TEAMS_LOCAL: 'true', DRAIN_SECONDS: '0' },
  });
  try {
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (data: Buffer) => data.toString().includes('ready') && resolve(data.toString()));
      child.once('exit', () => reject(new Error('ended before it was ready')));
    });
    const base = `http://127.0.0.1:${/port (\d+)/.exec(line)?.[1]}`;
    const get = async (path: string, method = 'GET') => {
      const response = await fetch(base + path, { method });
      return [response.status, await response.text()] as const;
    };
    expect(await get('/healthz')).toEqual([200, 'ok\n']);
    expect(await get('/readyz?from=probe')).toEqual([200, 'ready\ndatabase: ok\nteams: ok\n']);
    expect((await get('/metrics'))[0]).toBe(404);
    const metrics = await fetch(`http://127.0.0.1:${/metrics on port (\d+)/.exec(line)?.[1]}/metrics`);
    expect(await metrics.text()).toContain('ninsho_turns_total{channel="teams",input="text",result="taken"} 0');
    expect((await get('/nowhere'))[0]).toBe(404);
    expect((await get('/healthz', 'POST'))[0]).toBe(405);
    const begun = Date.now();
    child.kill('SIGTERM');
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
  } finally {
    child.kill('SIGKILL');
  }
});
