import { expect, test } from 'vitest';
import type { DeskNotice, PersonId } from '../../src/bot/ports.ts';
import { minute } from './rows.ts';
import type { Subject } from './store.suite.ts';

const now = 1_790_000_000_000;
const sato = 'slack:T1:sato' as PersonId;
const ann = 'slack:T1:ann' as PersonId;
const bob = 'teams:t:bob' as PersonId;
let made = 0;
/** A notice that is in force for an hour. */
export function notice(over: Partial<DeskNotice> = {}): DeskNotice {
  made += 1;
  return {
    id: `notice ${made}`,
    desk: 'slack',
    text: 'VPNの障害です。\n復旧まで <お待ち> ください。',
    match: { origin: 'organization', code: '0xC004F074', list: 'O2' },
    postedAt: now + made,
    postedBy: sato,
    until: now + 60 * minute,
    zone: 'Asia/Tokyo',
    ...over,
  };
}

/** What every store promises of notices; `pair`: two views of one database. */
export function noticeSuite(
  pair: () => Pick<Subject, 'store' | 'notices'> & { readonly other: Pick<Subject, 'notices'> },
): void {
  const claimed = async (at: number, ids: readonly string[]) =>
    (await pair().notices.claim(at, at + minute)).filter(({ news }) =>
      ids.some((id) => JSON.stringify(news).includes(`"${id}"`)),
    );

  test('notices in force are read exactly as posted by another process, the newest first', async () => {
    const { notices, other } = pair();
    const [first, second] = [notice(), notice({ match: { origin: null, code: null, list: null } })];
    await notices.post(first);
    await notices.post(second);
    await notices.post({ ...first, text: 'again' });
    const ours = (await other.notices.active(now)).filter(({ id }) => id === first.id || id === second.id);
    expect(ours).toEqual([second, first]);
  });

  test('a notice ends by itself at its time, and by hand once, whoever ends it first', async () => {
    const { notices, other } = pair();
    const [byHand, byItself] = [notice(), notice({ until: now + minute })];
    await notices.post(byHand);
    await notices.post(byItself);
    const inForce = async (at: number) => (await notices.active(at)).map(({ id }) => id);
    expect(await inForce(now + minute)).not.toContain(byItself.id);
    expect(await inForce(now + minute)).toContain(byHand.id);
    expect(await notices.end(byItself.id, ann, now + minute)).toBe(false);
    const ended = await Promise.all([notices.end(byHand.id, ann, now + 5), other.notices.end(byHand.id, bob, now + 5)]);
    expect(ended.toSorted()).toEqual([false, true]);
    expect(await inForce(now + 6)).not.toContain(byHand.id);
    expect(await notices.end('no such notice', ann, now)).toBe(false);
  });

  test('a desk is to be told that a notice was posted, then that it ended by itself, each by one claimant', async () => {
    const { notices, other } = pair();
    const one = notice({ until: now + 10 * minute });
    await notices.post(one);
    const both = await Promise.all([notices, other.notices].map((from) => from.claim(now + minute, now + 2 * minute)));
    const [posted, ...more] = both.flat().filter(({ news }) => JSON.stringify(news).includes(`"${one.id}"`));
    expect(more).toEqual([]);
    expect(posted).toMatchObject({ desk: 'slack', news: { kind: 'posted', notice: one, at: one.postedAt } });
    expect(await claimed(now + 2 * minute - 1, [one.id])).toEqual([]);
    // Its claimant was lost: it is claimed again, under the same key.
    const [again] = await claimed(now + 2 * minute, [one.id]);
    expect(again).toEqual(posted);
    if (again !== undefined) await notices.told(again);
    expect(await claimed(now + 9 * minute, [one.id])).toEqual([]);
    const [ended] = await claimed(now + 11 * minute, [one.id]);
    expect(ended).toMatchObject({ news: { kind: 'ended', notice: one, at: one.until, by: null } });
    expect(ended?.key).not.toBe(posted?.key);
    if (ended !== undefined) await notices.told(ended);
    expect(await claimed(now + 99 * minute, [one.id])).toEqual([]);
  });

  test('a desk is told who ended a notice by hand, also when that was before it was told of the posting', async () => {
    const { notices } = pair();
    const one = notice();
    await notices.post(one);
    await notices.end(one.id, ann, now + 5_000);
    const [posted] = await claimed(now + minute, [one.id]);
    expect(posted?.news.kind).toBe('posted');
    if (posted !== undefined) await notices.told(posted);
    const [ended] = await claimed(now + minute, [one.id]);
    expect(ended?.news).toMatchObject({ kind: 'ended', by: ann, at: now + 5_000 });
  });

  test('a person’s cases of a code count once, other people’s and other codes’ by themselves', async () => {
    const { notices, other } = pair();
    const count = (person: PersonId, at: number, code = '0xC004F074') =>
      notices.count(code, person, at, at - 30 * minute);
    expect(await count(ann, now)).toBe(1);
    expect(await count(ann, now + minute)).toBe(1);
    expect(await other.notices.count('0xC004F074', bob, now + minute, now - 29 * minute)).toBe(2);
    expect(await count(ann, now + minute, '0x80072EE7')).toBe(1);
    expect(await count(bob, now + 32 * minute)).toBe(1);
  });

  test('many cases of a code are to be told a desk once until the pause is over, and each desk by itself', async () => {
    const { notices } = pair();
    const surges = async (at: number) =>
      (await notices.claim(at, at + minute)).filter(({ news }) => news.kind === 'surge');
    await notices.surge('slack', '0xC004F038', 6, now, now - 360 * minute);
    await notices.surge('slack', '0xC004F038', 7, now + minute, now - 359 * minute);
    await notices.surge('teams', '0xC004F038', 7, now + minute, now - 359 * minute);
    const told = await surges(now + 2 * minute);
    expect(told.map(({ desk, news }) => [desk, news])).toEqual([
      ['slack', { kind: 'surge', code: '0xC004F038', cases: 6, at: now }],
      ['teams', { kind: 'surge', code: '0xC004F038', cases: 7, at: now + minute }],
    ]);
    for (const one of told) await notices.told(one);
    expect(await surges(now + 9 * minute)).toEqual([]);
    await notices.surge('slack', '0xC004F038', 8, now + 361 * minute, now + minute);
    const [next] = await surges(now + 362 * minute);
    expect(next?.news).toMatchObject({ cases: 8 });
    expect(next?.key).not.toBe(told[0]?.key);
  });

  test('erasure of a person deletes what counts them, and their name at the notices, which stay', async () => {
    const { store, notices } = pair();
    const one = notice({ postedBy: ann });
    await notices.post(one);
    await notices.count('0xC004E003', ann, now, now - minute);
    await store.forget(ann);
    expect(await notices.count('0xC004E003', bob, now, now - minute)).toBe(1);
    expect((await notices.active(now)).find(({ id }) => id === one.id)).toEqual({ ...one, postedBy: null });
  });

  test('counts are deleted by their age, and notices after the retention time', async () => {
    const { store, notices } = pair();
    const one = notice();
    await notices.post(one);
    await notices.count('0xC004C008', ann, now, now - minute);
    await notices.purge(now + 1);
    expect(await notices.count('0xC004C008', bob, now + 2, now - minute)).toBe(1);
    await store.purge(one.until, 1);
    expect((await notices.active(now)).map(({ id }) => id)).toContain(one.id);
    await store.purge(one.until + 1, 1);
    expect((await notices.active(now)).map(({ id }) => id)).not.toContain(one.id);
  });

  test('a desk is told the figures of a week once, whoever notes them first', async () => {
    const { notices, other } = pair();
    const week = {
      ...{ from: '2026-11-23', to: '2026-11-29', begun: 12, notUnderstood: null, answer: 90, url: '' },
      ends: { resolved: 7, escalated: 5, solved_by_desk: 0, cancelled: 0, idle: 0 },
    };
    await Promise.all([notices.week('weekly', week, now), other.notices.week('weekly', { ...week, begun: 13 }, now)]);
    const [one, ...more] = await claimed(now, ['weekly', '2026-11-23']);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ desk: 'weekly', news: { kind: 'week', at: now } });
    expect(await claimed(now, ['2026-11-23'])).toEqual([]);
    expect(await claimed(now + minute, ['2026-11-23'])).toEqual([one]);
    if (one !== undefined) await other.notices.told(one);
    expect(await claimed(now + 10 * minute, ['2026-11-23'])).toEqual([]);
  });
}
