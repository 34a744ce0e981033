import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fromRow } from '../../src/bot/runtime/record.ts';
import type { Row } from '../../src/bot/storage.ts';
import { deliver, makeStage, pass } from './stage.ts';

/** The columns that came later. */
const later = {
  handedAt: null,
  format: 1,
  figures: { closed: false, jobs: 0, oldestJob: null, dead: 0 },
  occurrences: null,
} as const;

/** Records as earlier versions of the program wrote them (their commits name the files), with the view that each showed. */
const schema = z.record(
  z.string(),
  z.object({ shows: z.string().optional(), messages: z.number(), row: z.custom<Omit<Row, keyof typeof later>>() }),
);
const records = Object.entries(
  schema.parse(JSON.parse(readFileSync(new URL('./records/51f6a99.json', import.meta.url), 'utf8'))),
);

test.each(records)(
  'a conversation goes on from a record that an earlier version wrote: %s',
  async (_, { shows, row }) => {
    const stage = await makeStage();
    await stage.store.save({ ...row, version: 1, ...later });
    expect(fromRow({ ...row, ...later })).toBeDefined();
    const process = stage.process();
    // The messages that it settles were shown by another stage.
    stage.faults.settle.push('never', 'never', 'never');
    // Replies that it owed are sent first.
    await pass(stage, process, 60_000);
    const owed = stage.messages.length;
    expect(owed > 0).toBe(shows === undefined);
    await deliver(process, () => stage.text('もう一度', { id: 'later' }));
    expect(stage.messages).toHaveLength(owed + 1);
    const { view } = stage.last().outgoing;
    expect(view.id).toBe(shows ?? stage.messages[owed - 1]?.outgoing.view.id);
    expect(view.lead.join()).not.toContain('記録');
  },
);

test('a conversation in a language that is not spoken here goes on in the default one', () => {
  const row = records.find(([name]) => name === 'in English')?.[1].row;
  if (row === undefined) throw new Error('No such record');
  const body = row.body.replaceAll('"language":"en"', '"language":"tlh"');
  expect(body).not.toBe(row.body);
  expect(fromRow({ ...row, body, ...later })?.talk).toEqual({
    ...fromRow({ ...row, ...later })?.talk,
    language: 'ja',
  });
});
