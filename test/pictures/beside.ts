// What reading pictures costs the turns of others, in one run: node test/pictures/beside.ts
// Short rounds of turns at a steady rate, by turns with a screenshot read again and again beside them and with none; exits with 1 where a bar is missed.
// PAIRS and SECONDS: how many pairs of rounds, and the length of a round. Where no picture is read, the process that reads sleeps, as it does between two pictures. Not to be run with nice: the process that reads gives way to what has the usual priority.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { openPictureReader } from '../../src/adapters/pictures/reader.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { unlimited } from '../../src/bot/lib/rates.ts';
import { type Adapter, alone, type Incoming, type MessageRef } from '../../src/bot/ports.ts';
import { bot } from '../../src/bot/runtime/index.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { policy } from '../../src/bot/runtime/policy.ts';
import { script, silent } from '../bench/turns-load.ts';
import { noNotices } from '../store/no-notices.ts';
import { openBrowser, pictures } from './draw.ts';
import { watchMemory } from './memory.ts';
import { percentile } from './score.ts';

const seconds = Number(process.env['SECONDS'] ?? 3);
const pairs = Number(process.env['PAIRS'] ?? 12);
/** Turns in a second. */
const rate = 50;
/** Milliseconds until the process that reads is ended: longer than two rounds in which nothing is read. */
const idle = (2 * seconds + 2) * 1_000;
const rows: { what: string; figure: string; bar: string; met: boolean }[] = [];
const line = (what: string, figure: string, bar = '', met = true) => rows.push({ what, figure, bar, met });
/** How many processes this one has started that have not ended. */
const children = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

const folder = mkdtempSync(join(tmpdir(), 'ninsho-beside-'));
const database = await sqlite(join(folder, 'turns.sqlite'));
const reader = openPictureReader({ patience: 20_000, idle, waiting: 128 * 1024 * 1024 });
const done = async () => ({ outcome: 'done', message: 'm' as MessageRef }) as const;

/** The people who write, by their case; as many as it has steps, each a step behind the one before, so that a round holds all steps alike. `shown`: the view that was answered with last. */
const people = script.map(() => ({ conversation: '', shown: '', answered: () => {}, last: Promise.resolve() }));
const adapter: Adapter = {
  channel: 'slack',
  ...{ searchable: true, limitOf: () => unlimited },
  post: async ({ conversation }, _key, { view }) => {
    const person = people.find((one) => one.conversation === conversation);
    if (person !== undefined) person.shown = view.id;
    person?.answered();
    return done();
  },
  ...{ replace: done, settle: done, attach: done },
  fetch: async () => ({ outcome: 'none', why: 'gone' }),
  contactOf: async () => ({ name: '', mail: '', chat: '', thread: '' }),
  find: async () => undefined,
  ...{ start: async () => {}, acknowledge: async () => {}, stop: async () => {} },
};
const navi = bot({
  ...{
    notices: noNotices,
    store: storeOf(database),
    adapters: [adapter],
    desks: [],
    log: silent,
    pictures: null,
    proposer: null,
  },
  ...{ contacts: readContacts(exampleContacts), metrics: newMetrics(), policy },
  ...{ now: Date.now, random: Math.random, by: randomUUID() },
});

/** Takes a turn of somebody's case and resolves to the milliseconds from its receipt to its answer. */
async function turn(person: (typeof people)[number], step: number): Promise<number> {
  if (step === 0) person.conversation = `slack:${randomUUID()}`;
  const { conversation } = person;
  const { promise, resolve } = Promise.withResolvers<number>();
  person.answered = () => resolve(performance.now());
  const incoming = {
    ...{ id: `${conversation}#${step}`, conversation, person: 'slack:someone' },
    ...{ address: '{"team":"T1","channel":"C1","thread":"1.1"}', language: 'ja', languageChosen: false },
    ...{ opens: true, addressed: true, company: alone, on: null },
    input: script[step]?.(person.shown),
  } as Incoming;
  const received = performance.now();
  await navi.receive(incoming);
  return (await promise) - received;
}

const readings: number[] = [];
let ticks = 0;
/** Has people write at the rate for a round, with a picture read again and again beside them or none; resolves to the milliseconds that each answer took. */
async function round(picture: Uint8Array | null): Promise<readonly number[]> {
  let over = false;
  const reading = (async () => {
    while (picture !== null && !over) {
      const begun = performance.now();
      const { outcome } = await reader.read(picture, () => {});
      if (outcome !== 'read') throw new Error('The screenshot was not read');
      readings.push(performance.now() - begun);
    }
  })();
  const took: number[] = [];
  const begun = performance.now();
  for (let n = 0; n < seconds * rate; n += 1, ticks += 1) {
    await pause(Math.max(0, begun + (n * 1_000) / rate - performance.now()));
    const at = ticks % people.length;
    const step = Math.floor(ticks / people.length) - at;
    const person = people[at];
    // Before its first step is due, somebody says nothing.
    if (person === undefined || step < 0) continue;
    person.last = person.last.then(async () => void took.push(await turn(person, step % script.length)));
  }
  await Promise.all(people.map(({ last }) => last));
  over = true;
  await reading;
  return took;
}

const memory = watchMemory();
try {
  const browser = await openBrowser();
  const drawn = await pictures(browser, { seed: 1, from: 0, count: 1, as: 'screenshots' }).next();
  await browser.close();
  await round(null);
  line('Processes for reading before the first picture', String(children()), '0', children() === 0);
  const picture = drawn.done ? null : drawn.value.bytes;
  await round(picture);
  line('First reading, with the start of its process', `${readings.shift()?.toFixed(0)} ms`);
  const [beside, without, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < pairs; n += 1) {
    // By turns, and each first as often, so that what else the machine does falls on both.
    const early = n % 2 === 0 ? await round(null) : [];
    const reading = await round(picture);
    const quiet = n % 2 === 0 ? early : await round(null);
    beside.push(...reading);
    without.push(...quiet);
    ratios.push(percentile(reading, 0.5) / percentile(quiet, 0.5));
  }
  line('Processes for reading between pictures', String(children()), '1', children() === 1);
  await pause(idle + 1_000);
  line('Processes for reading after the idle time', String(children()), '0', children() === 0);
  const both = (values: readonly number[]) =>
    `p50 ${percentile(values, 0.5).toFixed(2)} ms, p95 ${percentile(values, 0.95).toFixed(2)} ms (${values.length})`;
  line('From receipt to answer, nothing read', both(without));
  line('From receipt to answer, pictures read', both(beside));
  const ratio = percentile(ratios, 0.5);
  line('p50 with reading against without, median of pairs', `${ratio.toFixed(3)} ×`, '≤ 1.1', ratio <= 1.1);
  line('Time of a reading', both(readings));
  line('Memory of the process that reads, at most', `${memory.peak()?.toFixed(0) ?? '?'} MB`);
} finally {
  memory.stop();
  await reader.stop();
  await navi.rest();
  await database.close();
  rmSync(folder, { recursive: true });
}
console.table(rows);
console.log(`Machine: ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
if (rows.some(({ met }) => !met)) process.exitCode = 1;
