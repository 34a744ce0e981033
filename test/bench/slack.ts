// npm run bench:slack: what one signed Slack event costs, side by side with a bare Bolt app, both on PostgreSQL.
// TMPDIR=/dev/shm npm run bench:slack: the same with a database whose disk costs nothing.
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { startPostgres } from '../store/postgres-server.ts';
import { startAcks } from './slack-acks.ts';
import { type Figures, startLoad } from './slack-load.ts';
import { startWorker, type Worker } from './slack-worker.ts';

/** Conversations that go on: rounds that are measured, and rounds before, until both are compiled: a bot runs for days. */
const rounds = { measured: 7, before: 3 };
/** New conversations, 250 a batch. */
const batches = { measured: 10, before: 1 };
/** Batches of acknowledgements. */
const acknowledged = { measured: 5, before: 1, events: 500 };

const postgres = await startPostgres();
const load = await startLoad();
const client = startAcks();
const given = [load.slackUrl, postgres.url];
const [ours, bare] = [
  await startWorker('./slack-ours.ts', heapOptions(), given),
  await startWorker('./slack-bare.ts', [], given),
];
const [ourThreads, bareThreads] = [await load.open(ours.url), await load.open(bare.url)];

/** The options of Node by which `npm start` keeps the heap small. */
function heapOptions(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => /^--.*(?:space|heap)/.test(word));
}

interface Pair<Measured> {
  readonly ours: Measured;
  readonly bare: Measured;
}

/** Measures both by turns, so that what else the machine does falls on both; who goes first takes turns. */
async function sideBySide<Measured>(
  { measured, before }: { readonly measured: number; readonly before: number },
  measureOurs: (n: number) => Promise<Measured>,
  measureBare: (n: number) => Promise<Measured>,
): Promise<readonly Pair<Measured>[]> {
  const pairs: Pair<Measured>[] = [];
  for (let n = 0; n < before + measured; n += 1) {
    const early = n % 2 === 0 ? await measureOurs(n) : undefined;
    const other = await measureBare(n);
    pairs.push({ ours: early ?? (await measureOurs(n)), bare: other });
  }
  return pairs.slice(before);
}

/** What the load left to be written and swept goes first: a desk at 100 events/s has no such burst behind it. */
async function quieten(): Promise<void> {
  const one = new Client({ connectionString: postgres.url });
  await one.connect();
  await one.query('VACUUM');
  await one.query('CHECKPOINT');
  await one.end();
}

/** The 99th percentile of the milliseconds to an acknowledgement at 100 events/s. */
async function p99({ url }: Worker, threads: readonly string[]): Promise<number> {
  const events = Array.from({ length: acknowledged.events }, (_, n) => load.next(threads, n));
  const times = await client.time(url, events);
  return times[Math.floor(times.length * 0.99)] ?? 0;
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const ratio = <Measured>(pairs: readonly Pair<Measured>[], pick: (one: Measured) => number) =>
  median(pairs.map((pair) => pick(pair.ours) / pick(pair.bare)));

const goingOn = await sideBySide(
  rounds,
  () => load.goOn(ours, ourThreads),
  () => load.goOn(bare, bareThreads),
);
await quieten();
const acks = await sideBySide(
  acknowledged,
  () => p99(ours, ourThreads),
  () => p99(bare, bareThreads),
);
const beginning = await sideBySide(
  batches,
  (n) => load.begin(ours, n),
  (n) => load.begin(bare, n),
);
const peaks: Pair<number> = { ours: (await ours.usage()).megabytes, bare: (await bare.usage()).megabytes };

const cpu = ({ cpu }: Figures) => cpu;
const rate = ({ rate }: Figures) => rate;
const row = (who: keyof Pair<unknown>) => ({
  'CPU ms/event': median(goingOn.map((pair) => cpu(pair[who]))).toFixed(2),
  'events/s': median(goingOn.map((pair) => rate(pair[who]))).toFixed(0),
  'new: CPU ms/event': median(beginning.map((pair) => cpu(pair[who]))).toFixed(2),
  'new: events/s': median(beginning.map((pair) => rate(pair[who]))).toFixed(0),
  'ack p99 ms': median(acks.map((pair) => pair[who])).toFixed(1),
  'peak RSS MB': peaks[who].toFixed(0),
});
console.table({ ours: row('ours'), 'bare Bolt': row('bare') });
const bars = [
  { what: 'going on: CPU, against bare Bolt', value: ratio(goingOn, cpu), bar: 1.25 },
  { what: 'going on: events/s, against bare Bolt', value: ratio(goingOn, rate), bar: 0.9, least: true },
  { what: 'new conversations: CPU, against bare Bolt', value: ratio(beginning, cpu), bar: 1.2 },
  { what: 'new conversations: events/s, against bare Bolt', value: ratio(beginning, rate), bar: 0.9, least: true },
  { what: 'ack p99 at 100 events/s, against bare Bolt', value: ratio(acks, (ms) => ms), bar: 1.25 },
  { what: 'peak RSS, MB', value: peaks.ours, bar: 240 },
].map(({ what, value, bar, least = false }) => ({
  what,
  value: value.toFixed(2),
  bar: `${least ? '≥' : '≤'} ${bar}`,
  verdict: (least ? value >= bar : value <= bar) ? 'PASS' : 'short of bar',
}));
console.table(bars);
ours.end();
bare.end();
client.end();
await load.close();
await postgres.stop();
process.exit(bars.every(({ verdict }) => verdict === 'PASS') ? 0 : 1);
