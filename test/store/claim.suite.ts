import { expect, test } from 'vitest';
import type { ConversationId } from '../../src/bot/ports.ts';
import type { Row } from '../../src/bot/storage.ts';
import { at, conversation, ids, minute, next, row } from './rows.ts';
import type { Subject } from './store.suite.ts';

/** What every store promises of due work; `pair`: two views of one store. */
export function claimSuite(
  pair: () => { readonly store: Subject['store']; readonly other: Pick<Subject, 'store'> },
): void {
  test('a claim returns the records with due work or a due timer, once until the claim expires', async () => {
    const { store, other } = pair();
    const now = 1_000_000;
    const channel = 'teams' as const;
    const teams = (id: string, over: Partial<Row>) => row({ ...over, conversation: `teams:${id}` as ConversationId });
    const rows = [
      teams('work', { workAt: now }),
      teams('alarm', { alarmAt: now - 1 }),
      teams('both', { workAt: now - 1, alarmAt: now - 2 }),
      teams('later', { workAt: now + 1, alarmAt: now + 1 }),
      teams('never', {}),
      row({ workAt: now }),
    ];
    for (const one of rows) await store.save(one);
    const claimed = await store.claim(at(now, { channels: [channel] }));
    expect(ids(claimed)).toEqual(['teams:alarm', 'teams:both', 'teams:work']);
    expect(claimed.find((one) => one.conversation === 'teams:alarm')?.body).toBe(rows[1]?.body);
    expect(await other.store.claim(at(now, { channels: [channel] }))).toEqual([]);
    expect(await other.store.claim(at(now, { channels: [] }))).toEqual([]);
    const again = await other.store.claim(at(now + minute, { channels: [channel] }));
    expect(ids(again)).toEqual(['teams:alarm', 'teams:both', 'teams:later', 'teams:work']);
  });

  test('a claim leaves the version of the record unchanged', async () => {
    const { store } = pair();
    const first = row({ conversation: 'terminal:kept' as ConversationId, workAt: 5 });
    await store.save(first);
    await store.claim(at(5, { channels: ['terminal'] }));
    expect(await store.save(next(first, { workAt: null }))).toBe(true);
  });

  test('simultaneous claims of two processes return each record once and lose none', async () => {
    const { store, other } = pair();
    const now = 9_000_000;
    const rows = Array.from({ length: 200 }, () => row({ conversation: conversation('terminal'), workAt: now }));
    for (const one of rows) await store.save(one);
    const batches = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? store : other.store).claim(at(now, { channels: ['terminal'], limit: 10 })),
      ),
    );
    const claimed = batches.flat().map((one) => one.conversation);
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(batches.every((batch) => batch.length <= 10)).toBe(true);
    const rest = await store.claim(at(now, { channels: ['terminal'], limit: 200 }));
    expect(new Set([...claimed, ...rest.map((one) => one.conversation)]).size).toBe(200);
  });

  test('work beyond the horizon of an hour is claimed after recall() has gone through all records in slices', async () => {
    const { store } = pair();
    const now = 30_000_000_000;
    const far = ['teams:far-1', 'teams:far-2', 'teams:far-3'];
    for (const id of far) await store.save(row({ conversation: id as ConversationId, workAt: now + 61 * minute }));
    await store.save(row({ conversation: 'teams:near' as ConversationId, workAt: now + 59 * minute }));
    const found = async () => ids(await store.claim(at(now, { channels: ['teams'] })));
    expect(await found()).not.toContain('teams:far-1');
    let slices = 0;
    for (let after: string | undefined = ''; after !== undefined; slices += 1)
      after = await store.recall({ after, limit: 2 }, now + 60 * minute);
    expect(slices).toBeGreaterThan(2);
    expect(await found()).toEqual(far);
    expect(await found()).toEqual([]);
  });

  test('a claim returns the records that are due longest first', async () => {
    const { store } = pair();
    const now = 4_000_000;
    const name = (n: number) => `terminal:queue-${n}` as ConversationId;
    for (const n of [3, 1, 4, 0, 2]) await store.save(row({ conversation: name(n), workAt: now + n }));
    const claim = () => store.claim(at(now + 9, { channels: ['terminal'], limit: 2 }));
    expect([ids(await claim()), ids(await claim()), ids(await claim())]).toEqual([
      [name(0), name(1)],
      [name(2), name(3)],
      [name(4)],
    ]);
  });

  test('a record of a newer format is claimed only for that format, and deleted when unclaimed for the retention time', async () => {
    const { store } = pair();
    const now = 2_000_000;
    const newer = row({ conversation: 'terminal:newer' as ConversationId, workAt: now, format: 2 });
    await store.save(newer);
    expect(ids(await store.claim(at(now, { channels: ['terminal'] })))).not.toContain('terminal:newer');
    await store.purge(now, 1);
    expect(await store.load(newer.conversation)).toEqual(newer);
    expect(ids(await store.claim(at(now, { channels: ['terminal'], format: 2 })))).toContain('terminal:newer');
    await store.purge(now + minute + 1, 1);
    expect(await store.load(newer.conversation)).toBeUndefined();
  });

  test('a record whose due work was done is not claimed before its next due time', async () => {
    const { store } = pair();
    const now = 5_000_000;
    const mine = (those: readonly Row[]) => ids(those).filter((id) => id.startsWith('terminal:moved'));
    const claim = (time: number) => store.claim(at(time, { channels: ['terminal'], limit: 2 })).then(mine);
    const rows = Array.from({ length: 5 }, (_, n) =>
      row({ conversation: `terminal:moved-${n}` as ConversationId, workAt: now, alarmAt: now + 10 * minute }),
    );
    for (const one of rows) await store.save(one);
    for (const one of rows) expect(await store.save(next(one, { workAt: null }))).toBe(true);
    expect(await claim(now)).toEqual([]);
    const found: string[] = [];
    for (let n = 0; n < 10; n += 1) found.push(...(await claim(now + 10 * minute)));
    expect(found.sort()).toEqual(ids(rows));
  });

  test('a record whose due time is set earlier is claimed earlier', async () => {
    const { store } = pair();
    const first = row({ conversation: 'terminal:sooner' as ConversationId, alarmAt: 8_000_000 });
    await store.save(first);
    await store.save(next(first, { workAt: 7_000_000 }));
    expect(ids(await store.claim(at(7_000_000, { channels: ['terminal'] })))).toContain('terminal:sooner');
  });
}
