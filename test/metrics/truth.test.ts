import { expect, test } from 'vitest';
import { censusOf } from '../../src/adapters/store/census.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { countedIn } from '../runtime/counts.ts';
import { crowd } from './crowd.ts';

/** `CONVERSATIONS=10000` for the long run. */
const size = Number(process.env['CONVERSATIONS'] ?? 150);

test('every counter equals what people, channel and desk saw happen in generated conversations', async () => {
  const database = await sqlite(':memory:');
  const { truth, process: bot, stage } = await crowd(storeOf(database), size);
  const counted = countedIn(bot.tally);
  expect(counted).toEqual(Object.fromEntries(truth));
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
