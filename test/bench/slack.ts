// npm run bench:slack: what one signed Slack event costs, side by side with a bare Bolt app, both on PostgreSQL.
// TMPDIR=/dev/shm npm run bench:slack: the same with a database whose disk costs nothing.
import { Agent } from 'node:http';
import { Client } from 'pg';
import { tinySlack } from '../slack/tiny-slack.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { startAcks } from './slack-acks.ts';
import { deliver, sign } from './slack-event.ts';
import { startWorker, type Worker } from './slack-worker.ts';

const conversations = 32;
const events = 1_600;
const rounds = 21;
/** So many times 1,000 acknowledgements are timed. */
const batches = 5;
/** So many times before that, untimed. */
const settling = 2;
/** Rounds before, until both are compiled: a bot runs for days. */
const warming = 6;
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

/** One conversation's next event, until its reply was posted. */
async function turn(url: string, text: string, ts: string, thread: string): Promise<void> {
  const posted = new Promise<void>((resolve) => waiting.set(thread, resolve));
  await deliver(agent, url, sign(text, ts, thread));
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
const acknowledgements = (worker: Worker, threads: readonly string[]): Promise<readonly number[]> =>
  client.time(
    worker.url,
    Array.from({ length: 1_000 }, (_, n) =>
      sign(texts[n % texts.length] ?? '', nextTs(), threads[n % threads.length] ?? ''),
    ),
  );

async function warm(): Promise<void> {
  for (let round = 0; round < warming; round += 1) {
    await measure(ours, ourThreads);
    await measure(bare, bareThreads);
    await measure(keeping, keepingThreads);
  }
}

/** What the load left to be written and swept goes first: a desk at 100 events/s has no such burst behind it. */
async function quieten(): Promise<void> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('VACUUM');
  await client.query('CHECKPOINT');
  await client.end();
  for (let batch = 0; batch < settling; batch += 1) await batchOfEach();
}

/** A batch of each, one after the other. */
const batchOfEach = async () => ({
  ours: await acknowledgements(ours, ourThreads),
  bare: await acknowledgements(bare, bareThreads),
  keeping: await acknowledgements(keeping, keepingThreads),
});

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

const given = [slack.url, postgres.url];
const ours = await startWorker('./slack-ours.ts', given);
const bare = await startWorker('./slack-bare.ts', given);
const keeping = await startWorker('./slack-bare.ts', [...given, 'kept-first']);
const client = startAcks();
const [ourThreads, bareThreads, keepingThreads] = [await open(ours), await open(bare), await open(keeping)];
await warm();
await quieten();
const acks: Awaited<ReturnType<typeof batchOfEach>>[] = [];
for (let batch = 0; batch < batches; batch += 1) acks.push(await batchOfEach());
await warm();
const [our, other]: [Figures[], Figures[]] = [[], []];
for (let round = 0; round < rounds; round += 1) {
  // Who goes first takes turns.
  if (round % 2 === 0) our.push(await measure(ours, ourThreads));
  other.push(await measure(bare, bareThreads));
  if (round % 2 === 1) our.push(await measure(ours, ourThreads));
}
const cpu = median(our.map((one, n) => one.cpu / (other[n]?.cpu ?? 1)));
const rate = median(our.map((one, n) => one.rate / (other[n]?.rate ?? 1)));
const p99 = (all: readonly number[]) => all[Math.floor(all.length * 0.99)] ?? 0;
const told = (pick: (one: (typeof acks)[number]) => readonly number[]) => {
  const p99s = acks.map((one) => p99(pick(one)));
  return {
    'ack p50 ms': median(acks.flatMap(pick)).toFixed(1),
    'ack p99 ms': `${median(p99s).toFixed(1)} (${p99s.map((one) => one.toFixed(1)).join(', ')})`,
  };
};
const figures = (all: readonly Figures[]) => ({
  'CPU ms/event': median(all.map((one) => one.cpu)).toFixed(2),
  'events/s': median(all.map((one) => one.rate)).toFixed(0),
});
// Bare Bolt acknowledges before it does anything: its p99 is what the machine alone costs. One that keeps an event
// before it acknowledges does the least that loses nothing: its p99 is the floor of ours.
console.table({
  ours: { ...figures(our), ...told((one) => one.ours) },
  'bare Bolt': { ...figures(other), ...told((one) => one.bare) },
  'bare Bolt, kept first': told((one) => one.keeping),
});
const ack = median(acks.map((one) => p99(one.ours)));
console.log(
  `CPU ${cpu.toFixed(2)} × (bar 1.25), events/s ${rate.toFixed(2)} × (bar 0.90), ack p99 ${ack.toFixed(1)} ms at 100 events/s (bar 10)`,
);
ours.end();
bare.end();
keeping.end();
client.end();
agent.destroy();
await slack.close();
await postgres.stop();
process.exit(cpu <= 1.25 && rate >= 0.9 && ack <= 10 ? 0 : 1);
