// npm run test:slack-faults [-- --postgres] [-- --seconds=60]: 32 people at once, everything delivered twice, every click made twice, Slack failing, the bot killed again and again.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Fault } from './fake-slack.ts';
import { type Account, caseOf, isAside, isRewritten } from './faults-person.ts';
import { tinySlack } from './tiny-slack.ts';
import { channels, freePort } from './workspace.ts';

const { values } = parseArgs({
  options: { postgres: { type: 'boolean', default: false }, seconds: { type: 'string', default: '60' } },
});
const people = 32;
const faults: readonly Fault[] = ['busy', 'broken', 'cut'];
/** Of all calls that show something, so many in a hundred are spoilt. */
const spoilt = 12;
const killEvery = 3_000;

const dataDir = mkdtempSync(join(tmpdir(), 'ninsho-slack-'));
const postgres = values.postgres ? await (await import('../store/postgres-server.ts')).startPostgres() : undefined;
const slack = await tinySlack(true);
slack.spoil(() => (Math.random() * 100 < spoilt ? faults[Math.floor(Math.random() * faults.length)] : undefined));
const port = await freePort();
let child: ChildProcess = await boot();
let kills = 0;
let over = false;

async function boot(): Promise<ChildProcess> {
  const worker = fileURLToPath(new URL('./faults-worker.ts', import.meta.url));
  const started = spawn(process.execPath, [worker, slack.url, String(port), dataDir, postgres?.url ?? ''], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    started.stdout?.once('data', () => resolve());
    started.once('exit', (code) => reject(new Error(`The bot ended with ${code}`)));
  });
  return started;
}

async function kill(): Promise<void> {
  while (!over) {
    await sleep(killEvery * (0.5 + Math.random()));
    if (over) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    kills += 1;
    child = await boot();
  }
}

const end = Date.now() + Number(values.seconds) * 1_000;
const killing = kill();
const accounts: Account[] = [];
await Promise.all(
  Array.from({ length: people }, async (_, n) => {
    // Whoever is through begins anew, until the time is over.
    for (let round = 0; Date.now() < end || round === 0; round += 1)
      accounts.push(await caseOf(slack, `http://127.0.0.1:${port}`, n));
  }),
);
over = true;
await killing;
await sleep(4_000);

const tickets = slack.held(channels.general, '');
/** By the conversation in the buttons: while Slack is away a ticket may have no link to it. */
const threadOf = ({ blocks }: (typeof tickets)[number]) =>
  new RegExp(`${channels.support}:([\\d.]+)`).exec(JSON.stringify(blocks))?.[1];
const ticketed = new Set(tickets.map(threadOf));
const sum = (pick: (account: Account) => number) => accounts.reduce((total, account) => total + pick(account), 0);
const held = accounts.map(({ channel, thread }) => slack.held(channel, thread));
const keyOf = ({ metadata }: (typeof tickets)[number]) => metadata?.event_payload.key;
const posts = held.flat().length;
const asides = held.flat().filter(isAside).length;
const rewritten = held.flat().filter(isRewritten).length;
const doubles = held.reduce((total, all) => total + all.length - new Set(all.map(keyOf)).size, 0);
const doubled = held.map(
  (all, n) =>
    new Set(all.filter((one) => !isAside(one)).map(keyOf)).size -
    ((accounts[n]?.acts ?? 0) - (accounts[n]?.inPlace ?? 0)),
);
const doubledTurns = doubled.reduce((total, one) => total + Math.max(0, one), 0);
const result = {
  conversations: accounts.length,
  acts: sum(({ acts }) => acts),
  'answered in place': sum(({ inPlace }) => inPlace),
  posts,
  'late second clicks': asides,
  kills,
  spoilt: slack.spoilt(),
  'doubled turns': doubledTurns,
  'lost updates': sum(({ lost }) => lost),
  unanswered: sum(({ unanswered }) => unanswered),
  tickets: tickets.length,
  'tickets twice': tickets.length - ticketed.size,
  'tickets missing': accounts.filter(({ thread, atDesk }) => atDesk && !ticketed.has(thread)).length,
  'visible doubles': doubles,
  'rewritten by an edit': rewritten,
  refused: slack.refused.length,
};
console.table(result);
child.kill('SIGKILL');
await slack.close();
await postgres?.stop();
rmSync(dataDir, { recursive: true, force: true });
const bad =
  result['doubled turns'] +
    result['lost updates'] +
    result.unanswered +
    result['tickets twice'] +
    result['tickets missing'] +
    rewritten +
    result.refused >
    0 || doubles > Math.ceil(posts / 600);
console.log(bad ? 'FAILED' : 'Every act was answered, once.');
process.exit(bad ? 1 : 0);
