import { formatFor } from '../../src/adapters/metrics/text.ts';
import { censusOf } from '../../src/adapters/store/census.ts';
import type { Database } from '../../src/adapters/store/database.ts';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { unlimited } from '../../src/bot/lib/rates.ts';
import { alone, type ConversationId, type Incoming, type MessageRef, type PersonId } from '../../src/bot/ports.ts';
import { changesIn } from '../../src/bot/runtime/changes.ts';
import type { Lease } from '../../src/bot/runtime/deps.ts';
import { figuresOf } from '../../src/bot/runtime/figures.ts';
import { laneNames, laneOf, type Result } from '../../src/bot/runtime/lanes.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { countResult, measuredLimiter, observeDelivery, observeTurn } from '../../src/bot/runtime/observe.ts';
import { occurrencesOf } from '../../src/bot/runtime/occurrences.ts';
import { policy } from '../../src/bot/runtime/policy.ts';
import type { ConversationRecord } from '../../src/bot/runtime/record.ts';
import { takeFirst, takeNext } from '../../src/bot/runtime/take.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { fill, script, silent, turns } from './turns-load.ts';

// What metrics cost, against whole durable turns in the same run; exits with 1 where a bar is missed.
const seconds = Number(process.env['SECONDS'] ?? 2);
const rounds = 7;
const rows: { what: string; figure: string; bar: string; met: boolean }[] = [];
const line = (what: string, value: number, unit: string, bar: string, met: boolean) =>
  rows.push({ what, figure: `${value >= 100 ? Math.round(value) : value.toFixed(2)} ${unit}`, bar, met });
const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Microseconds of CPU that some work takes, divided by what it returns. */
async function cpuOf(work: () => Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  const count = await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

/** A turn as the runtime has it in hand when it counts. */
interface Taken {
  readonly incoming: Incoming;
  readonly before: ConversationRecord | undefined;
  readonly after: ConversationRecord;
}

/** The turns of the same case that `turns` has people go through. */
function taken(): readonly Taken[] {
  const lease: Lease = {
    ...{ by: 'bench', now: Date.now(), policy, notices: [], pictures: 'not read', model: '' },
    desks: () => [],
    deskNamed: () => undefined,
    shows: () => false,
  };
  const all: Taken[] = [];
  for (const [n, step] of script.entries()) {
    const before = all.at(-1)?.after;
    const stands = before && { ...before, lanes: { channel: { jobs: [], by: '', at: 0, tries: 0 } } };
    const incoming: Incoming = {
      id: `bench-${n}`,
      conversation: 'slack:T1/bench' as ConversationId,
      person: 'slack:T1/bench' as PersonId,
      address: '{}',
      language: 'ja',
      languageChosen: false,
      opens: true,
      addressed: true,
      company: alone,
      on: null,
      input: step(stands === undefined ? '' : viewOf(stands)),
    };
    const after = stands === undefined ? takeFirst(incoming, undefined, [], lease) : takeNext(stands, incoming, lease);
    if (after !== undefined) all.push({ incoming, before: stands, after });
  }
  return all;
}
const viewOf = ({ talk }: ConversationRecord): string => {
  const { place } = talk.flow;
  return 'id' in place ? `${place.kind}.${place.id}` : place.kind;
};

/** Counts and measures turns as the runtime does, without anything else of them; resolves to their number. */
async function observe(given: readonly Taken[], times: number): Promise<number> {
  const metrics = newMetrics(['slack', 'teams']);
  const keeping = { policy: { keepOccurrences: 1 }, now: Date.now };
  const counting = { metrics, adapters: [{ channel: 'slack' }, { channel: 'teams' }] };
  const free = { due: 0, slot: null };
  const limiter = measuredLimiter({ ask: async () => free, hold: async () => free }, metrics, Date.now);
  for (let n = 0; n < times; n += 1)
    for (const { incoming, before, after } of given) {
      await observeTurn(counting, incoming, async (seen) => {
        seen.ended('taken');
        const changes = changesIn(before, after, incoming.input);
        occurrencesOf(keeping, after, changes);
        seen.changed(before, after, changes, 'bench');
      });
      figuresOf(after);
      figuresOf(after);
      for (const name of laneNames(after.lanes))
        for (const job of laneOf(after.lanes, name).jobs) {
          const result: Result = { key: job.key, now: Date.now(), outcome: 'done', message: 'm' as MessageRef };
          await limiter.ask(unlimited, null);
          await observeDelivery(counting, job, async () => result);
          countResult(metrics, job, result, false);
        }
    }
  return times * given.length;
}

/** Milliseconds that the figures of 100,000 conversations take. `tidy`: what a database does by itself now and then. */
async function scrape(name: string, database: Database, tidy: string): Promise<void> {
  await turns(database, 1, 8);
  await fill(database, 100_000);
  await database.rows(tidy, []);
  const took: number[] = [];
  for (let n = 0; n < 15; n += 1) {
    const begun = performance.now();
    await censusOf(database, Date.now());
    took.push(performance.now() - begun);
  }
  line(
    `${name}: the figures of 100,000 conversations, once in 5 s at most`,
    middle(took),
    'ms',
    '≤ 50',
    middle(took) <= 50,
  );
}

const given = taken();
if (given.length !== script.length) throw new Error('A turn of the case changes nothing');
const memory = await sqlite(':memory:');
await turns(memory, 1, 8);
await observe(given, 2_000);
const shares: number[] = [];
const [whole, part]: [number[], number[]] = [[], []];
// By turns, so that what else the machine does falls on both.
for (let n = 0; n < rounds; n += 1) {
  const turn = await cpuOf(async () => (await turns(memory, seconds, 8)).count);
  const metrics = await cpuOf(() => observe(given, 5_000));
  whole.push(turn);
  part.push(metrics);
  shares.push(metrics / turn);
}
line('CPU of a durable turn with its deliveries, SQLite in memory', middle(whole), 'µs', '', true);
line('CPU of counting and measuring one', middle(part), 'µs', '', true);
const share = middle(shares) * 100;
line('Share of metrics in the CPU of a turn', share, '%', '≤ 2', share <= 2);
await memory.close();

const metrics = newMetrics(['slack', 'teams']);
const { write } = formatFor(undefined);
const writing = await cpuOf(async () => {
  for (let n = 0; n < 500; n += 1) write(metrics.read());
  return 500;
});
line('CPU of writing the text of one scrape', writing / 1_000, 'ms', '≤ 5', writing <= 5_000);
line('Length of that text', write(metrics.read()).length / 1_024, 'KiB', '', true);

const embedded = await sqlite(':memory:');
await scrape('SQLite', embedded, 'ANALYZE');
await embedded.close();
const server = await startPostgres();
try {
  const database = await postgres(server.url, silent);
  await scrape('PostgreSQL', database, 'VACUUM ANALYZE conversations');
  await database.close();
} finally {
  await server.stop();
}
console.table(rows);
if (rows.some(({ met }) => !met)) process.exitCode = 1;
