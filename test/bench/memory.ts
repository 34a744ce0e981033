import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signingSecret } from '../slack/deliver.ts';
import { tinySlack } from '../slack/tiny-slack.ts';
import { channels } from '../slack/workspace.ts';
import { activity, written } from '../teams/people.ts';
import { deliver, sign } from './slack-event.ts';

/** Starts the real program with Slack, Teams, the page with the figures and metrics, sends it 100 events a second, half from each channel, and prints how long it took to start and the memory that it holds (RSS, Linux only). `SECONDS`: how long, 60 by default. Exits 1 above a bar. */

const bars = { start: 1_000, rss: 220 };
const seconds = Number(process.env['SECONDS'] ?? 60);
const each = 50;
const people = 200;
const texts = ['認証できません', '会社のPCです', '0xC004F074が出ます', 'わからない', '戻る', '自宅です'];

const folder = mkdtempSync(join(tmpdir(), 'ninsho-memory-'));
const slack = await tinySlack(false);
let sent = 0;
const teams = createServer((request, response) => {
  request.resume().on('end', () => {
    sent += 1;
    response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"${sent}"}`);
  });
}).listen(0, '127.0.0.1');
await new Promise((resolve) => teams.once('listening', resolve));
const service = `http://127.0.0.1:${(teams.address() as AddressInfo).port}`;

const options = ['--max-semi-space-size=8', '--heap-growing-percent=30', 'src/adapters/cli/main.ts'];
const began = performance.now();
const bot = spawn(process.execPath, options, {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    PATH: process.env['PATH'],
    DATA_DIR: folder,
    PORT: '0',
    METRICS_PORT: '0',
    LOG_LEVEL: 'silent',
    INSIGHT_TOKEN: 'a token of many letters',
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_SUPPORT_CHANNELS: channels.support,
    SLACK_POSTS_PER_SECOND: '0',
    TEAMS_LOCAL: 'true',
    TEAMS_POSTS_PER_SECOND: '0',
    DRAIN_SECONDS: '0',
  },
});
const port = await new Promise<string>((resolve, reject) => {
  let said = '';
  bot.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    const found = /ready: .*? on port (\d+)/.exec(said)?.[1];
    if (found !== undefined) resolve(found);
  });
  bot.once('exit', () => reject(new Error(`It ended: ${said}`)));
});
const start = performance.now() - began;
const url = `http://127.0.0.1:${port}`;
const rss = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bot.pid}/status`, 'utf8'))?.[1]) / 1_000;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const refused: string[] = [];
const inSlack = (n: number) => {
  const person = n % people;
  const thread = `1700000000.${String(person).padStart(6, '0')}`;
  const ts = n < people ? thread : `1700000001.${String(n).padStart(6, '0')}`;
  return deliver(agent, url, sign(texts[Math.floor(n / people) % texts.length] ?? '', ts, thread));
};
const inTeams = async (n: number) => {
  const person = n % people;
  const place = { service, tenant: 'one', conversation: `a:memory-${person}`, kind: 'personal' } as const;
  const body = JSON.stringify(
    activity(place, String(person), written(texts[Math.floor(n / people) % texts.length] ?? '')),
  );
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const answer = await fetch(`${url}/api/messages`, init);
  await answer.text();
  if (answer.status !== 200) throw new Error(`Answered ${answer.status}`);
};

const held: number[] = [];
const load = performance.now();
for (let n = 0; n < seconds * each; n += 1) {
  const due = load + (n * 1_000) / each;
  await sleep(Math.max(0, due - performance.now()));
  for (const one of [inSlack(n), inTeams(n)]) one.catch((error: unknown) => void refused.push(String(error)));
  if (n % each === 0) held.push(rss());
}
const took = (performance.now() - load) / 1_000;
await sleep(1_000);
held.push(rss());
const most = Math.max(...held);
console.log(`start to ready: ${Math.round(start)} ms (bar: ${bars.start})`);
console.log(
  `${Math.round((2 * seconds * each) / took)} events a second for ${Math.round(took)} s, ${people} people in each channel, ${refused.length} not taken`,
);
console.log(
  `RSS: ${Math.round(held[0] ?? 0)} MB at first, ${Math.round(most)} MB at most, ${Math.round(held.at(-1) ?? 0)} MB at the end (bar: ${bars.rss})`,
);
if (refused.length > 0) console.log(refused[0]);
bot.kill('SIGTERM');
await new Promise((resolve) => bot.once('exit', resolve));
agent.destroy();
await slack.close();
teams.close();
teams.closeAllConnections();
rmSync(folder, { recursive: true, force: true });
process.exitCode = refused.length === 0 && start <= bars.start && most <= bars.rss ? 0 : 1;
