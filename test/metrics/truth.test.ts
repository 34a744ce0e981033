import { expect, test } from 'vitest';
import { censusOf } from '../../src/adapters/store/census.ts';
import { type OccurrenceCount, occurredIn } from '../../src/adapters/store/occurrences.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { countedIn } from '../runtime/counts.ts';
import { crowd } from './crowd.ts';

/** `CONVERSATIONS=10000` for the long run. */
const size = Number(process.env['CONVERSATIONS'] ?? 150);

test('every counter equals what people, channel and desk saw happen in generated conversations', async () => {
  const database = await sqlite(':memory:');
  const { truth, moves, process: bot, stage } = await crowd(storeOf(database), size);
  const counted = countedIn(bot.tally);
  expect(counted).toEqual(Object.fromEntries(truth));
  const { counts, answers } = await occurredIn(database, 0, Number.MAX_SAFE_INTEGER);
  expect(kept(counts)).toEqual(Object.fromEntries([...truth].filter(([name]) => isOfCases(name))));
  expect(movesIn(counts)).toEqual(Object.fromEntries(moves));
  expect(answers.length).toBe(moves.get('answered') ?? 0);
  const census = await censusOf(database, stage.clock);
  const bodies = (await database.rows('SELECT body, handed_at FROM conversations', [])).map((row) => ({
    record: JSON.parse(String(row['body'])) as {
      talk: { flow: { place: { kind: string } } };
      dead: object[];
    },
    withDesk: row['handed_at'] !== null,
  }));
  const closed = bodies.filter(({ record, withDesk }) => record.talk.flow.place.kind === 'closed' && !withDesk).length;
  const withDesk = bodies.filter((one) => one.withDesk).length;
  expect(census).toMatchObject({
    conversations: { open: bodies.length - closed - withDesk, withDesk, closed },
    jobs: 0,
    oldestJob: null,
    dead: bodies.reduce((sum, { record }) => sum + record.dead.length, 0),
    asides: 0,
  });
  expect(Object.keys(counted).length).toBeGreaterThan(40);
}, 1_200_000);

/** Returns moves, letters handed over and answers, as the crowd counts them. */
function movesIn(counts: readonly OccurrenceCount[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { kind, name, from, count } of counts) {
    if (kind !== 'moved' && kind !== 'handed' && kind !== 'answered') continue;
    const key = kind === 'moved' ? `${from} → ${name}` : kind;
    sums[key] = (sums[key] ?? 0) + count;
  }
  return sums;
}

/** The metrics of what occurs in cases, and the kinds under which it is kept. */
const metrics = {
  begun: ['ninsho_cases_begun_total', 'channel'],
  given: ['ninsho_lists_given_total', 'list'],
  fixed: ['ninsho_lists_solved_total', 'list'],
  ended: ['ninsho_cases_ended_total', 'outcome'],
  heard: ['ninsho_messages_total', 'result'],
  rated: ['ninsho_ratings_total', 'rating'],
} as const;
const isOfCases = (name: string) => Object.values(metrics).some(([metric]) => name.startsWith(`${metric}{`));

/** Returns what was kept by the names of the metrics that count the same. */
function kept(counts: readonly OccurrenceCount[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [kind, [metric, label]] of Object.entries(metrics))
    for (const { name, count } of counts.filter((one) => one.kind === kind)) {
      const key = `${metric}{${label}=${name}}`;
      sums[key] = (sums[key] ?? 0) + count;
    }
  return sums;
}
