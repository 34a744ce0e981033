import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { desk, handedOver, openAnswer, sendAnswer, ticketIn } from './at-desk.ts';
import { envelopeOf, form, interaction, json, nextTs, post } from './deliver.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';
import { linesOf } from './opened.ts';
import { shownIn } from './screen.ts';
import { channels, freePort } from './workspace.ts';

const team = 'T0ONE00001';
let dataDir: string;
let fake: FakeSlack;
let child: ChildProcess | undefined;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'ninsho-killed-'));
  fake = await fakeSlack();
});
afterEach(async () => {
  await kill();
  await fake.close();
  rmSync(dataDir, { recursive: true });
});

async function boot(port: number): Promise<void> {
  const worker = fileURLToPath(new URL('./faults-worker.ts', import.meta.url));
  const started = spawn(process.execPath, [worker, fake.url, String(port), dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child = started;
  await new Promise<void>((resolve, reject) => {
    started.stdout.once('data', () => resolve());
    started.once('exit', (code) => reject(new Error(`The bot ended with ${code}`)));
  });
}

async function kill(): Promise<void> {
  if (child === undefined) return;
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  child = undefined;
}

/** Lets the time pass that the killed process had the start for itself. */
function passLease(): void {
  const database = new DatabaseSync(join(dataDir, 'ninsho-navi.sqlite'));
  database.exec('UPDATE vault SET at = at - 60000');
  database.close();
}

test('the next process begins each acknowledged command once when the first was killed before or after its first post', async () => {
  const port = await freePort();
  await boot(port);
  const said = ['会社のPCです', '中古のPCを買いました'];
  const kinds = ['hang', 'unanswered'] as const;
  const answers = said.map(async (text, n) => {
    const command = { command: '/activation', team_id: team, user_id: 'U000000001', channel_id: channels.support };
    const body = new URLSearchParams({ ...command, text, trigger_id: nextTs() }).toString();
    fake.fault(kinds[n] ?? 'hang', 1, 'chat.postMessage');
    return (await post(`http://127.0.0.1:${port}`, body, form)).text();
  });
  for (const answer of await Promise.all(answers)) expect(answer).toContain('受け付けました');
  const roots = () => fake.held(team, channels.support);
  expect(await roots()).toHaveLength(1);
  await kill();
  passLease();
  await boot(port);
  const replies = async () => Promise.all((await roots()).map(async ({ ts }) => fake.held(team, channels.support, ts)));
  await expect.poll(async () => (await replies()).map(({ length }) => length), { timeout: 9_000 }).toEqual([1, 1]);
  const read = (await roots()).map((root) => said.filter((text) => linesOf(root).includes(text)));
  expect(read.flat().toSorted()).toEqual(said.toSorted());
});

test('the next process tells a workflow of its case, which began once, when the first was killed before it could', async () => {
  const port = await freePort();
  await boot(port);
  const told = () => fake.calls.filter(({ method }) => method === 'functions.completeSuccess');
  const step = { function: { callback_id: 'start_case' }, function_execution_id: 'Fx1' };
  const event = { type: 'function_executed', ...step, inputs: { user_id: 'U000000001' } };
  fake.fault('hang', 1, 'functions.completeSuccess');
  const { status } = await post(`http://127.0.0.1:${port}`, JSON.stringify(envelopeOf(team, event)), json);
  expect(status).toBe(200);
  await expect.poll(told, { timeout: 9_000 }).toHaveLength(1);
  await kill();
  passLease();
  await boot(port);
  await expect.poll(told, { timeout: 9_000 }).toHaveLength(2);
  const [first, second] = told().map(({ body }) => body['outputs']);
  expect(second).toBe(first);
  expect(await fake.held(team, await fake.direct(team, 'U000000001'))).toHaveLength(1);
});

/** Resolves once nothing is owed to any conversation. */
async function atRest(): Promise<void> {
  const database = new DatabaseSync(join(dataDir, 'ninsho-navi.sqlite'));
  const owed = () => database.prepare('SELECT 1 FROM conversations WHERE work_at IS NOT NULL').all().length;
  await expect.poll(owed, { timeout: 9_000 }).toBe(0);
  database.close();
}

test.each(['broken', 'unanswered'] as const)(
  'an answer of staff is shown once at the desk, and once to the person, where the first process was killed as Slack failed: %s',
  { timeout: 30_000 },
  async (kind) => {
    const port = await freePort();
    await boot(port);
    const url = `http://127.0.0.1:${port}`;
    const bot = {
      slack: fake,
      event: (home: string, event: object) => post(url, JSON.stringify(envelopeOf(home, event)), json),
      interact: (payload: object) => post(url, interaction(payload), form),
      idle: atRest,
    };
    const asked = await handedOver(bot);
    const open = await openAnswer(fake, bot.interact);
    const said = '再起動してください';
    const posted = () => fake.calls.filter(({ method }) => method === 'chat.postMessage').length;
    const before = posted();
    fake.fault(kind, 4, 'chat.postMessage');
    expect(await sendAnswer(bot.interact, open, said)).toBeUndefined();
    await expect.poll(posted).toBeGreaterThanOrEqual(before + 2);
    await kill();
    await boot(port);
    await atRest();
    const times = (held: Awaited<ReturnType<typeof asked.held>>) =>
      held.filter(({ blocks }) => shownIn(blocks).lines.includes(said)).length;
    const ticket = await ticketIn(fake);
    expect([times(await asked.held()), times(await fake.held(team, desk, ticket?.ts))]).toEqual([1, 1]);
  },
);
