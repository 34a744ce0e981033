import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim, ConversationId, PersonId, Row, Store, Vault } from '../../src/bot/ports.ts';

/** A database to be tested, and a second process's view of the same. */
export interface Subject {
  readonly store: Store;
  readonly vault: Vault;
  /** Opens the same database once more, as another process does. */
  again(): Promise<{ readonly store: Store; readonly vault: Vault }>;
  stop(): Promise<void>;
}

const conversation = (channel = 'slack') => `${channel}:${crypto.randomUUID()}` as ConversationId;
const row = (over: Partial<Row> = {}): Row => ({
  conversation: conversation(),
  person: 'slack:ann' as PersonId,
  version: 1,
  born: 0,
  workAt: null,
  alarmAt: null,
  body: '{"text":"日本語 \\u0000 \'quoted\' $1 ?"}',
  ...over,
});
const next = (before: Row, over: Partial<Row> = {}): Row => ({ ...before, version: before.version + 1, ...over });
const minute = 60_000;
const at = (now: number, over: Partial<Claim> = {}): Claim => ({
  channels: ['slack'],
  now,
  until: now + minute,
  horizon: now + 60 * minute,
  everywhere: true,
  limit: 100,
  ...over,
});
const ids = (rows: readonly Row[]) => rows.map((one) => one.conversation).sort();

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

    test('knows nothing of a new conversation', async () => {
      expect(await store.load(conversation())).toBeUndefined();
    });

    test('loads what was saved, to the letter', async () => {
      const first = row({ workAt: 1_790_000_000_000, alarmAt: 1_790_000_000_001 });
      expect(await store.save(first)).toBe(true);
      expect(await store.load(first.conversation)).toEqual(first);
      const second = next(first, { body: 'other', workAt: null, alarmAt: null });
      expect(await store.save(second)).toBe(true);
      expect(await other.store.load(first.conversation)).toEqual(second);
    });

    test('of twenty writers, one wins', async () => {
      const first = row();
      await store.save(first);
      const won = await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 2 ? store : other.store).save(next(first, { body: String(n) }))),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await store.load(first.conversation))?.body).toBe(String(won.indexOf(true)));
    });

    test('of what two processes write in the same moment, in opposite order, each conversation is written once', async () => {
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

    test('of two versions of one conversation that are saved in the same moment, the first is kept and the second may follow', async () => {
      const first = row();
      const second = next(first, { body: 'second' });
      const [one, two] = await Promise.all([store.save(first), store.save(second)]);
      expect(one).toBe(true);
      expect(await store.load(first.conversation)).toEqual(two ? second : first);
    });

    test('a conversation that was deleted and began anew is not written over by what was known of the old one', async () => {
      const old = row({ born: 1 });
      await store.save(old);
      await other.store.remove(old.conversation, 1);
      const fresh = { ...old, born: 2, body: 'new' };
      expect(await other.store.save(fresh)).toBe(true);
      expect(await store.save(next(old))).toBe(false);
      expect(await store.load(old.conversation)).toEqual(fresh);
    });

    test('of twenty who begin the same conversation, one wins', async () => {
      const first = row();
      const won = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? store : other.store).save(first)));
      expect(won.filter(Boolean)).toHaveLength(1);
    });

    test('does not write over a newer version, nor where there is nothing', async () => {
      const first = row();
      await store.save(first);
      await store.save(next(first));
      expect(await store.save(next(first))).toBe(false);
      expect(await store.save(first)).toBe(false);
      expect(await store.save(row({ version: 7 }))).toBe(false);
    });

    test('claims work and alarms that are due, and nothing else', async () => {
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
      const first = row({ conversation: 'terminal:kept' as ConversationId, workAt: 5 });
      await store.save(first);
      await store.claim(at(5, { channels: ['terminal'] }));
      expect(await store.save(next(first, { workAt: null }))).toBe(true);
    });

    test('of two who claim at once, each gets its own', async () => {
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
      const now = 3_000_000;
      const far = row({ conversation: 'teams:far' as ConversationId, workAt: now + 61 * minute });
      await store.save(far);
      const look = (everywhere: boolean) => store.claim(at(now, { channels: ['teams'], everywhere }));
      expect(ids(await look(false))).not.toContain('teams:far');
      expect(ids(await look(true))).toContain('teams:far');
    });

    test('what was due and was done before is passed over, and found when its next time comes', async () => {
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
      const first = row({ conversation: 'terminal:sooner' as ConversationId, alarmAt: 8_000_000 });
      await store.save(first);
      await store.save(next(first, { workAt: 7_000_000 }));
      expect(ids(await store.claim(at(7_000_000, { channels: ['terminal'] })))).toContain('terminal:sooner');
    });

    test('lists the conversations of a person, and forgets them with what was set aside', async () => {
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

    test('removes one conversation by its version', async () => {
      const first = row();
      await store.save(first);
      expect(await store.remove(first.conversation, 2)).toBe(false);
      expect(await store.remove(first.conversation, 1)).toBe(true);
      expect(await store.load(first.conversation)).toBeUndefined();
      expect(await store.save(first)).toBe(true);
    });

    test('sets a body aside as often as it is asked, until it is purged', async () => {
      const first = row();
      await store.setAside(first, 10);
      await store.setAside(first, 10);
      await store.setAside(first, 20);
      await store.purge(30);
      await store.setAside(first, 10);
    });

    test('keeps secrets of adapters by key', async () => {
      const { vault } = subject;
      expect(await vault.get('team')).toBeUndefined();
      await vault.set('team', 'one', null);
      await vault.set('team', 'two', null);
      expect(await other.vault.get('team')).toBe('two');
      await vault.delete('team');
      expect(await vault.get('team')).toBeUndefined();
      await vault.delete('team');
    });

    test('what a vault keeps of a person goes when they are forgotten or after the retention time; what is the deployment’s stays', async () => {
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
      await store.purge(Date.now() - minute);
      expect(await read()).toEqual([undefined, '2', '3']);
      await store.purge(Date.now() + minute);
      expect(await read()).toEqual([undefined, undefined, '3']);
    });

    test('four processes that start at once on an empty or a full database all start', async () => {
      const all = await Promise.all(Array.from({ length: 4 }, () => subject.again()));
      for (const one of all) {
        await one.store.ping();
        await one.store.close();
      }
    });

    test('rejects once it is closed', async () => {
      const { store: closed } = await subject.again();
      await closed.close();
      await expect(closed.ping()).rejects.toThrow();
      await expect(closed.load(conversation())).rejects.toThrow();
    });
  });
}
