import { beforeEach, expect, test } from 'vitest';
import { occurredIn } from '../../src/adapters/store/occurrences.ts';
import type { Occurrences } from '../../src/bot/storage.ts';
import { minute, next, row } from './rows.ts';
import type { Subject } from './store.suite.ts';

const hour = 60 * minute;
const far = 1_000_000 * hour;
const what = (over: Partial<Occurrences> = {}): Occurrences => ({
  hour: far,
  channel: 'slack',
  origin: 'organization',
  code: '0xC004F074',
  situation: '',
  all: [{ kind: 'moved', name: 'list.O1', from: 'question.origin', seconds: null }],
  ...over,
});

/** What every store promises of what occurs in cases. */
export function occurrenceSuite(open: () => Pick<Subject, 'store' | 'database'>): void {
  const count = async () => (await occurredIn(open().database, far, far + 2 * hour)).counts;
  beforeEach(() => open().store.dropOccurrences(far + 2 * hour));

  test('what occurs in a turn is kept by the write of the turn, once, without the conversation', async () => {
    const { store } = open();
    const first = row({ occurrences: what() });
    expect(await store.save(first)).toBe(true);
    expect(await store.save(first)).toBe(false);
    const second = next(first, { occurrences: what({ hour: far + hour }) });
    expect(await store.save(second)).toBe(true);
    expect(await store.save(second)).toBe(false);
    const { hour: _, all: __, ...about } = what();
    expect(await count()).toEqual([{ ...about, kind: 'moved', name: 'list.O1', from: 'question.origin', count: 2 }]);
    expect((await store.load(first.conversation))?.occurrences).toBeNull();
  });

  test('a claim, and a write in which nothing occurs, keep nothing', async () => {
    const { store } = open();
    const first = row({ occurrences: what(), workAt: 5 });
    await store.save(first);
    await store.claim({ channels: ['slack'], now: 10, until: 20, horizon: 100, format: 1, limit: 1_000 });
    await store.save(next(first, { workAt: null }));
    expect((await count()).map((one) => one.count)).toEqual([1]);
  });

  test('of a hundred records written at once by many, everything is kept', async () => {
    const { store } = open();
    const answered = { kind: 'answered', name: 'it', from: '', seconds: 90 } as const;
    const rows = Array.from({ length: 100 }, () => row({ occurrences: what({ all: [answered, ...what().all] }) }));
    await Promise.all(rows.map((one) => store.save(one)));
    await Promise.all(rows.map((one) => store.save(next(one, { occurrences: what() }))));
    const { counts, answers } = await occurredIn(open().database, far, far + hour);
    expect(counts.map(({ kind, count }) => [kind, count]).sort()).toEqual([
      ['answered', 100],
      ['moved', 200],
    ]);
    expect(answers).toEqual(Array.from({ length: 100 }, () => ({ desk: 'it', seconds: 90 })));
  });

  test('what occurred outlives its conversation and its person, until it is dropped', async () => {
    const { store } = open();
    const first = row({ occurrences: what() });
    await store.save(first);
    await store.forget(first.person);
    expect(await store.load(first.conversation)).toBeUndefined();
    expect((await count()).length).toBe(1);
    await store.dropOccurrences(far);
    expect((await count()).length).toBe(1);
    await store.dropOccurrences(far + 1);
    expect(await count()).toEqual([]);
  });

  test('a process of an earlier version, which writes no occurrences, keeps nothing', async () => {
    const { store, database } = open();
    const first = row({ occurrences: what() });
    await store.save(first);
    await database.change('UPDATE conversations SET version = $2, body = $3 WHERE conversation = $1', [
      first.conversation,
      2,
      'earlier',
    ]);
    expect((await count()).map((one) => one.count)).toEqual([1]);
  });
}
