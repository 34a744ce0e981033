import { expect, test } from 'vitest';
import type { ConversationId, Row } from '../../src/bot/ports.ts';
import { at, conversation, ids, minute, next, row } from './rows.ts';
import type { Subject } from './store.suite.ts';

/** What every store promises of due work; `pair`: two views of one store. */
export function claimSuite(
  pair: () => { readonly store: Subject['store']; readonly other: Pick<Subject, 'store'> },
): void {
  test('claims work and alarms that are due, and nothing else', async () => {
    const { store, other } = pair();
    const now = 1_000_000;
    const channel = 'teams' as const;
    const teams = (id: string, over: Partial<Row>) => row({ ...over, conversation: `teams:${id}` as ConversationId });
    const rows = [
      teams('work', { workAt: now }),
      teams('alarm', { alarmAt: now - 1 }),
      teams('both', { workAt: now - 1, alarmAt: now - 2 }),
      teams('jumped', { workAt: now + 61 * minute }),
      teams('later', { workAt: now + 1, alarmAt: now + 1 }),
      teams('never', {}),
      row({ workAt: now }),
    ];
    for (const one of rows) await store.save(one);
    const claimed = await store.claim(at(now, { channels: [channel] }));
    expect(ids(claimed)).toEqual(['teams:alarm', 'teams:both', 'teams:jumped', 'teams:work']);
    expect(claimed.find((one) => one.conversation === 'teams:alarm')?.body).toBe(rows[1]?.body);
    expect(await other.store.claim(at(now, { channels: [channel] }))).toEqual([]);
    expect(await other.store.claim(at(now, { channels: [] }))).toEqual([]);
    const again = await other.store.claim(at(now + minute, { channels: [channel] }));
    expect(ids(again)).toEqual(['teams:alarm', 'teams:both', 'teams:jumped', 'teams:later', 'teams:work']);
  });

  test('a claim does not count as a change of the record', async () => {
    const { store } = pair();
    const first = row({ conversation: 'terminal:kept' as ConversationId, workAt: 5 });
    await store.save(first);
    await store.claim(at(5, { channels: ['terminal'] }));
    expect(await store.save(next(first, { workAt: null }))).toBe(true);
  });

  test('of two who claim at once, each gets its own', async () => {
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

  test('what waits beyond the horizon is found only by a look at every conversation', async () => {
    const { store } = pair();
    const now = 3_000_000;
    const far = row({ conversation: 'teams:far' as ConversationId, workAt: now + 61 * minute });
    await store.save(far);
    const look = (everywhere: boolean) => store.claim(at(now, { channels: ['teams'], everywhere }));
    expect(ids(await look(false))).not.toContain('teams:far');
    expect(ids(await look(true))).toContain('teams:far');
  });

  test('what was due and was done before is passed over, and found when its next time comes', async () => {
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

  test('what is due sooner than it was is found sooner', async () => {
    const { store } = pair();
    const first = row({ conversation: 'terminal:sooner' as ConversationId, alarmAt: 8_000_000 });
    await store.save(first);
    await store.save(next(first, { workAt: 7_000_000 }));
    expect(ids(await store.claim(at(7_000_000, { channels: ['terminal'] })))).toContain('terminal:sooner');
  });
}
