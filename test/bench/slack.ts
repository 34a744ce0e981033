// npm run bench:slack: what one signed Slack event costs, side by side with a bare Bolt app, both on PostgreSQL.
import { type ChildProcess, fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { envelopeOf, signingSecret } from '../slack/deliver.ts';
import { tinySlack } from '../slack/tiny-slack.ts';
import { channels } from '../slack/workspace.ts';
import { startPostgres } from '../store/postgres-server.ts';
import type { Told } from './slack-report.ts';

const conversations = 32;
const events = 1_600;
const rounds = 7;
/** Rounds before, until both are compiled: a bot runs for days. */
const warming = 3;
const texts = ['会社のPCです', '使い方', '0xC004F074が出ます', 'わからない', '戻る', '自宅です'];

const postgres = await startPostgres();
const slack = await tinySlack(false);
const waiting = new Map<string, () => void>();
slack.onPost((thread) => waiting.get(thread)?.());
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
let clock = 0;
const nextTs = () => {
  clock += 1;
  return `1700000000.${String(clock).padStart(6, '0')}`;
};

interface Worker {
  readonly url: string;
  cpu(): Promise<number>;
  end(): void;
}

async function start(file: string): Promise<Worker> {
  const child: ChildProcess = fork(new URL(file, import.meta.url), [slack.url, postgres.url]);
  child.setMaxListeners(0);
  const told = () =>
    new Promise<Told>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Told));
      child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    });
  const first = await told();
  return {
    url: 'url' in first ? first.url : '',
    cpu: async () => {
      const answer = told();
      child.send('cpu');
      const said = await answer;
      return 'cpu' in said ? said.cpu : 0;
    },
    end: () => child.disconnect(),
  };
}

/** Delivers a message; resolves to the milliseconds until it was acknowledged. */
function deliver(url: string, text: string, ts: string, thread: string): Promise<number> {
  const user = `U${thread.replace('.', '')}`;
  const event = {
    type: 'message',
    channel: channels.support,
    channel_type: 'channel',
    user,
    text,
    ts,
    ...(ts !== thread && { thread_ts: thread }),
  };
  const body = JSON.stringify(envelopeOf('T0ONE00001', event));
  const at = Math.floor(Date.now() / 1_000);
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': at,
    'x-slack-signature': signature,
  };
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const post = request(`${url}/slack/events`, { method: 'POST', agent, headers }, (response) => {
      const took = performance.now() - began;
      response
        .resume()
        .on('end', () =>
          response.statusCode === 200 ? resolve(took) : reject(new Error(`Answered ${response.statusCode}`)),
        );
    });
    post.on('error', reject).end(body);
  });
}

/** One conversation's next event, until its reply was posted. */
async function turn(url: string, text: string, ts: string, thread: string): Promise<void> {
  const posted = new Promise<void>((resolve) => waiting.set(thread, resolve));
  await deliver(url, text, ts, thread);
  await posted;
}

interface Figures {
  readonly cpu: number;
  readonly rate: number;
}

async function measure(worker: Worker, threads: readonly string[]): Promise<Figures> {
  const [before, began] = [await worker.cpu(), performance.now()];
  await Promise.all(
    threads.map(async (thread) => {
      for (let n = 0; n < events / conversations; n += 1)
        await turn(worker.url, texts[n % texts.length] ?? '', nextTs(), thread);
    }),
  );
  return { cpu: ((await worker.cpu()) - before) / events, rate: events / ((performance.now() - began) / 1_000) };
}

async function open(worker: Worker): Promise<readonly string[]> {
  const threads = Array.from({ length: conversations }, nextTs);
  await Promise.all(threads.map((thread) => turn(worker.url, '認証できません', thread, thread)));
  return threads;
}

/** Milliseconds to the acknowledgement at 100 events/s, sorted. */
async function acknowledgements(worker: Worker, threads: readonly string[]): Promise<readonly number[]> {
  const took: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < 1_000; n += 1) {
    await sleep(Math.max(0, began + n * 10 - performance.now()));
    took.push(deliver(worker.url, texts[n % texts.length] ?? '', nextTs(), threads[n % threads.length] ?? ''));
  }
  return (await Promise.all(took)).toSorted((a, b) => a - b);
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

const ours = await start('./slack-ours.ts');
const bare = await start('./slack-bare.ts');
const [ourThreads, bareThreads] = [await open(ours), await open(bare)];
for (let round = 0; round < warming; round += 1) {
  await measure(ours, ourThreads);
  await measure(bare, bareThreads);
}
const [our, other]: [Figures[], Figures[]] = [[], []];
for (let round = 0; round < rounds; round += 1) {
  our.push(await measure(ours, ourThreads));
  other.push(await measure(bare, bareThreads));
}
const acks = await acknowledgements(ours, ourThreads);
const p99 = acks[Math.floor(acks.length * 0.99)] ?? 0;
const cpu = median(our.map((one, n) => one.cpu / (other[n]?.cpu ?? 1)));
const rate = median(our.map((one, n) => one.rate / (other[n]?.rate ?? 1)));
console.table({
  ours: { 'CPU ms/event': median(our.map((one) => one.cpu)), 'events/s': median(our.map((one) => one.rate)) },
  'bare Bolt': {
    'CPU ms/event': median(other.map((one) => one.cpu)),
    'events/s': median(other.map((one) => one.rate)),
  },
});
console.log(
  `CPU ${cpu.toFixed(2)} × (bar 1.25), events/s ${rate.toFixed(2)} × (bar 0.90), ack p50 ${median(acks).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms at 100 events/s (bar 10)`,
);
ours.end();
bare.end();
agent.destroy();
await slack.close();
await postgres.stop();
process.exit(cpu <= 1.25 && rate >= 0.9 && p99 <= 10 ? 0 : 1);
