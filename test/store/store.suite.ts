import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/adapters/store/database.ts';
import type { Notices } from '../../src/bot/notices.ts';
import type { PersonId } from '../../src/bot/ports.ts';
import type { Row, Store, Vault } from '../../src/bot/storage.ts';
import { claimSuite } from './claim.suite.ts';
import { noticeSuite } from './notice.suite.ts';
import { occurrenceSuite } from './occurrences.suite.ts';
import { rateSuite } from './rate.suite.ts';
import { conversation, ids, minute, next, row } from './rows.ts';

/** A database to be tested, and a second process's view of the same. */
export interface Subject {
  readonly store: Store;
  readonly vault: Vault;
  readonly notices: Notices;
  readonly database: Pick<Database, 'rows' | 'change'>;
  /** Opens the same database once more, as another process does. */
  again(): Promise<{ readonly store: Store; readonly vault: Vault; readonly notices: Notices }>;
  stop(): Promise<void>;
}

/** What every store promises. */
export function storeSuite(name: string, open: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject;
    let store: Store;
    let other: Awaited<ReturnType<Subject['again']>>;
    beforeAll(async () => {
      subject = await open();
      store = subject.store;
      other = await subject.again();
    });
    afterAll(async () => {
      await other.store.close();
      await subject.stop();
    });

    test('load() of an unknown conversation returns undefined', async () => {
      expect(await store.load(conversation())).toBeUndefined();
    });

    test('load() returns exactly what was saved, also in another process', async () => {
      const first = row({ workAt: 1_790_000_000_000, alarmAt: 1_790_000_000_001, handedAt: 1_790_000_000_002 });
      expect(await store.save(first)).toBe(true);
      expect(await store.load(first.conversation)).toEqual(first);
      const second = next(first, { body: 'other', workAt: null, alarmAt: null, handedAt: null });
      expect(await store.save(second)).toBe(true);
      expect(await other.store.load(first.conversation)).toEqual(second);
    });

    test('one of twenty simultaneous writes of the same version succeeds', async () => {
      const first = row();
      await store.save(first);
      const won = await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 2 ? store : other.store).save(next(first, { body: String(n) }))),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await store.load(first.conversation))?.body).toBe(String(won.indexOf(true)));
    });

    test('simultaneous writes of 40 records by two processes, in opposite orders, succeed once per record', async () => {
      const rows = Array.from({ length: 40 }, (_, n) => row({ body: `${n} "日本語" \\ \n \u{1f600}` }));
      const race = (write: (store: Store, row: Row) => Promise<boolean>, those: readonly Row[]) =>
        Promise.all([
          Promise.all(those.map((one) => write(store, one))),
          Promise.all(those.toReversed().map((one) => write(other.store, one))).then((all) => all.reverse()),
        ]);
      const check = ([ours, theirs]: readonly (readonly boolean[])[]) =>
        expect(ours?.map((won, n) => Number(won) + Number(theirs?.[n]))).toEqual(rows.map(() => 1));
      check(await race((one, written) => one.save(written), rows));
      const seconds = rows.map((one, n) => next(one, { workAt: n % 3 ? null : n, body: `${one.body} ${n}` }));
      check(await race((one, written) => one.save(written), seconds));
      for (const one of seconds) expect(await store.load(one.conversation)).toEqual(one);
    });

    test('two versions of a record saved at once: the first is stored, the second may follow it', async () => {
      const first = row();
      const second = next(first, { body: 'second' });
      const [one, two] = await Promise.all([store.save(first), store.save(second)]);
      expect(one).toBe(true);
      expect(await store.load(first.conversation)).toEqual(two ? second : first);
    });

    test('a save that continues a deleted conversation does not overwrite the one that began anew', async () => {
      const old = row({ born: 1 });
      await store.save(old);
      await other.store.remove(old.conversation, 1);
      const fresh = { ...old, born: 2, body: 'new' };
      expect(await other.store.save(fresh)).toBe(true);
      expect(await store.save(next(old))).toBe(false);
      expect(await store.load(old.conversation)).toEqual(fresh);
    });

    test('one of twenty simultaneous first saves of a conversation succeeds', async () => {
      const first = row();
      const won = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? store : other.store).save(first)));
      expect(won.filter(Boolean)).toHaveLength(1);
    });

    test('save() does not overwrite a newer version, nor write a later version of an unknown record', async () => {
      const first = row();
      await store.save(first);
      await store.save(next(first));
      expect(await store.save(next(first))).toBe(false);
      expect(await store.save(first)).toBe(false);
      expect(await store.save(row({ version: 7 }))).toBe(false);
    });

    claimSuite(() => ({ store, other }));
    rateSuite(() => ({ store, other }));
    noticeSuite(() => ({ ...subject, other }));
    occurrenceSuite(() => subject);

    test('of() lists a person’s conversations, newest first, and forget() deletes them and their set-aside copies', async () => {
      const person = 'slack:bob' as PersonId;
      const [mine, aside, hers] = [row({ person, born: 1 }), row({ person, born: 2 }), row()];
      for (const one of [mine, aside, hers]) await store.save(one);
      await store.setAside(aside, 1);
      expect((await store.of(person)).map((one) => one.conversation)).toEqual([aside.conversation, mine.conversation]);
      expect(await store.forget(person)).toBe(2);
      expect(await store.of(person)).toEqual([]);
      expect(await store.load(mine.conversation)).toBeUndefined();
      expect(await store.load(hers.conversation)).toEqual(hers);
      expect(await store.forget(person)).toBe(0);
      expect(await store.save(next(mine))).toBe(false);
    });

    test('allOf() lists all conversations of a person, slice by slice', async () => {
      const person = 'slack:many' as PersonId;
      const mine = Array.from({ length: 5 }, () => row({ person }));
      for (const one of [...mine, row()]) await store.save(one);
      const pages: (readonly Row[])[] = [];
      for (let after = ''; pages.at(-1)?.length !== 0; after = pages.at(-1)?.at(-1)?.conversation ?? '')
        pages.push(await store.allOf(person, { after, limit: 2 }));
      expect(pages.map(({ length }) => length)).toEqual([2, 2, 1, 0]);
      const ids = (rows: readonly Row[]) => new Set(rows.map(({ conversation }) => conversation));
      expect(ids(pages.flat())).toEqual(ids(mine));
    });

    test('handedOver() returns the conversations that stand open at a desk, newest first, until they do no longer', async () => {
      const [old, fresh, closed] = [row({ handedAt: 10 }), row({ handedAt: 30 }), row({ handedAt: 20 })];
      for (const one of [old, fresh, closed, row()]) await store.save(one);
      expect(ids(await other.store.handedOver(2, null))).toEqual(ids([fresh, closed]));
      await store.save(next(closed, { handedAt: null }));
      await store.save(next(fresh, { body: 'other' }));
      const open = await other.store.handedOver(10, null);
      expect(open.map(({ conversation: id, handedAt }) => [id, handedAt])).toEqual([
        [fresh.conversation, 30],
        [old.conversation, 10],
      ]);
      expect(open[0]).toEqual(next(fresh, { body: 'other' }));
      const twin = row({ handedAt: 10 });
      await store.save(twin);
      const pages = [
        ...(await store.handedOver(2, null)),
        ...(await store.handedOver(2, (await store.handedOver(2, null))[1] ?? null)),
      ];
      expect(new Set(ids(pages))).toEqual(new Set(ids([fresh, old, twin])));
      await store.save(next(twin, { handedAt: null }));
      for (const one of [next(old), next(next(fresh))]) await store.save({ ...one, handedAt: null });
    });

    test('remove() deletes a conversation only at the given version', async () => {
      const first = row();
      await store.save(first);
      expect(await store.remove(first.conversation, 2)).toBe(false);
      expect(await store.remove(first.conversation, 1)).toBe(true);
      expect(await store.load(first.conversation)).toBeUndefined();
      expect(await store.save(first)).toBe(true);
    });

    test('setAside() accepts the same body repeatedly, and again after a purge', async () => {
      const first = row();
      await store.setAside(first, 10);
      await store.setAside(first, 10);
      await store.setAside(first, 20);
      await store.purge(30, 1);
      await store.setAside(first, 10);
    });

    test('the vault stores, overwrites and deletes a value by its key, for all processes', async () => {
      const { vault } = subject;
      expect(await vault.get('team')).toBeUndefined();
      await vault.set('team', 'one', null);
      await vault.set('team', 'two', null);
      expect(await other.vault.get('team')).toBe('two');
      await vault.delete('team');
      expect(await vault.get('team')).toBeUndefined();
      await vault.delete('team');
    });

    test('replace() writes only over the value that was read, and keys() lists keys by their literal prefix', async () => {
      const { vault } = subject;
      await vault.set('list_a:1', 'one', null);
      await vault.set('list_a:2', 'two', null);
      await vault.set('listxa:3', 'three', null);
      await vault.replace('list_a:1', 'other', 'new');
      await vault.replace('list_a:2', 'two', 'new');
      await vault.replace('list_a:4', 'two', 'new');
      expect(await vault.keys('list_a:')).toEqual(['list_a:1', 'list_a:2']);
      expect(await Promise.all(['list_a:1', 'list_a:2'].map(vault.get))).toEqual(['one', 'new']);
    });

    test('claim() of the vault returns each value left untouched long enough to one process, by literal prefix', async () => {
      const { vault } = subject;
      await vault.set('start:one', '1', null);
      await vault.set('start:two', '2', null);
      await vault.set('star_:three', '3', null);
      expect(await vault.claim('start:', minute)).toEqual([]);
      await sleep(1_020);
      const claimed = await Promise.all(
        [vault, other.vault, vault, other.vault].map((one) => one.claim('start:', 1_000)),
      );
      expect(claimed.flat().toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
        { key: 'start:one', value: '1' },
        { key: 'start:two', value: '2' },
      ]);
    });

    test('a person’s values in the vault are deleted by forget() and after the retention time, other values are not', async () => {
      const { vault } = subject;
      const [gone, kept] = ['slack:gone' as PersonId, 'slack:kept' as PersonId];
      const fill = async () => {
        await vault.set('of-gone', '1', gone);
        await vault.set('of-kept', '2', kept);
        await vault.set('of-nobody', '3', null);
      };
      const read = () => Promise.all(['of-gone', 'of-kept', 'of-nobody'].map((key) => vault.get(key)));
      await fill();
      await store.forget(gone);
      expect(await read()).toEqual([undefined, '2', '3']);
      await store.purge(Date.now() - minute, 1);
      expect(await read()).toEqual([undefined, '2', '3']);
      await store.purge(Date.now() + minute, 1);
      expect(await read()).toEqual([undefined, undefined, '3']);
    });

    test('four processes can open the database at the same time', async () => {
      const all = await Promise.all(Array.from({ length: 4 }, () => subject.again()));
      for (const one of all) {
        expect(await one.store.load(conversation())).toBeUndefined();
        await one.store.close();
      }
    });

    test('load() rejects after close()', async () => {
      const { store: closed } = await subject.again();
      await closed.close();
      await expect(closed.load(conversation())).rejects.toThrow();
    });
  });
}
