import { describe, expect, test } from 'vitest';
import type { ConversationId, Desk, DeskNotice, PersonId } from '../../src/bot/ports.ts';
import { noticeBoard } from '../../src/bot/runtime/notice-board.ts';
import { policy } from '../../src/bot/runtime/policy.ts';
import { fromRow, toRow } from '../../src/bot/runtime/record.ts';
import { ann, bob, deliver, makeStage, type Process, pass, type Stage } from './stage.ts';

const minute = 60_000;
const hour = 60 * minute;
const text = 'VPNの障害です。<12時> ごろ *直る* 見込みです。';
/** The end of the notice: noon in Japan, three hours from the beginning. */
const noon = Date.parse('2026-11-22T03:00:00Z');
const noticeOf = (stage: Stage, over: Partial<DeskNotice> = {}): DeskNotice => ({
  id: 'n1',
  desk: 'office',
  text,
  match: { origin: 'organization', code: null, list: null },
  postedAt: stage.clock,
  postedBy: 'teams:one:staff' as PersonId,
  until: noon,
  zone: 'Asia/Tokyo',
  ...over,
});
/** A bot that knows of a notice, by default to everybody whose PC is an organisation's. */
async function posted(over: Partial<DeskNotice> = {}) {
  const stage = await makeStage();
  await stage.notices.post(noticeOf(stage, over));
  const process = stage.process();
  await pass(stage, process, 0);
  return { stage, process };
}
const view = (stage: Stage) => stage.last().outgoing.view;
/** Somebody at work, who stands before the first list of steps. */
const atWork = (stage: Stage, process: Process) =>
  deliver(
    process,
    () => stage.text('会社のPCで「組織のライセンス認証サーバーに接続できません」と出ます'),
    () => stage.press('office'),
  );

describe('a notice that is in force', () => {
  test('is heard first instead of the steps, in the words of the desk, with its end', async () => {
    const { stage, process } = await posted();
    await atWork(stage, process);
    expect(view(stage)).toMatchObject({
      id: 'desk-notice',
      quote: text,
      steps: [],
      headlines: [],
      title: '',
      form: null,
    });
    expect(view(stage).lead.at(-1)).toBe('担当窓口からのお知らせです（12:00まで）。');
    expect(view(stage).choices.slice(0, 2)).toEqual([
      { id: 'notice-on', label: 'それでも手順を見る' },
      { id: 'notice-wait', label: '待ってみる' },
    ]);
  });

  test('lets whoever wants the steps have them with one press, and is not heard twice', async () => {
    const { stage, process } = await posted();
    await atWork(stage, process);
    await deliver(process, () => stage.press('notice-on'));
    expect(view(stage)).toMatchObject({ id: expect.stringMatching(/^list\./), quote: '' });
    expect(view(stage).headlines.length).toBeGreaterThan(0);
    expect(stage.messages.at(-2)?.answer).toBe('それでも手順を見る');
    await deliver(
      process,
      () => stage.press('skip'),
      () => stage.text('もう一度'),
    );
    expect(stage.messages.filter(({ outgoing }) => outgoing.view.id === 'desk-notice')).toHaveLength(1);
  });

  test('lets whoever waits come back later: the case is closed, and the bot asks once after its end', async () => {
    const { stage, process } = await posted();
    await atWork(stage, process);
    await deliver(process, () => stage.press('notice-wait'));
    expect(view(stage)).toMatchObject({ id: 'closed.cancelled' });
    expect(view(stage).lead.join()).toContain('「続ける」');
    const before = stage.messages.length;
    stage.clock = noon;
    await pass(stage, process, minute);
    expect(stage.messages).toHaveLength(before);
    await pass(stage, process, 10 * minute);
    expect(stage.messages).toHaveLength(before + 1);
    expect(view(stage).lead.join()).toContain('いかがでしょうか');
    await pass(stage, process, 48 * hour);
    expect(stage.messages).toHaveLength(before + 1);
    await deliver(process, () => stage.press('continue'));
    expect(view(stage).id).toMatch(/^list\./);
  });

  test('closes a case that stands at it like any other, without a message, after the silence of a month', async () => {
    const { stage, process } = await posted();
    await atWork(stage, process);
    const before = stage.messages.length;
    stage.clock += 32 * 24 * hour;
    await pass(stage, process, 0);
    expect(await stage.saved()).toMatchObject({ talk: { flow: { place: { kind: 'closed', outcome: 'cancelled' } } } });
    expect(stage.messages).toHaveLength(before);
  });

  test('is ended by waiting only by the person whose case it is; others may go on to the steps', async () => {
    const { stage, process } = await posted();
    await atWork(stage, process);
    expect(await process.bot.receive(stage.press('notice-wait', { person: bob }))).toBe('not allowed');
    expect(await process.bot.receive(stage.press('notice-on', { person: bob }))).toBe('answered');
    await process.bot.rest();
    expect(view(stage).id).toMatch(/^list\./);
  });

  test('is ended by waiting only by that person where protection would be put back first, too', async () => {
    const { stage, process } = await posted({ match: { origin: null, code: '0x80072EE7', list: null } });
    await deliver(process, () => stage.text('自分で買ったPCです。到達できませんと出ます'));
    for (const choice of ['none', 'skip']) await deliver(process, () => stage.press(choice));
    await deliver(process, () => stage.text('セキュリティソフトを一時的にオフにしました。0x80072EE7が出ます'));
    expect(view(stage).id).toBe('desk-notice');
    expect(await process.bot.receive(stage.press('notice-wait', { person: bob }))).toBe('not allowed');
    await deliver(process, () => stage.press('notice-wait'));
    expect(view(stage).id).toBe('advice.putback');
  });

  test('is heard before a case goes to a person, too', async () => {
    const { stage, process } = await posted();
    await deliver(
      process,
      () => stage.text('会社のPCです'),
      () => stage.press('human'),
    );
    expect(view(stage)).toMatchObject({ id: 'desk-notice', quote: text, form: null });
    expect(view(stage).choices[0]?.label).toBe('それでも先に進む');
    await deliver(process, () => stage.press('notice-on'));
    expect(view(stage).form).not.toBeNull();
  });

  test.each([
    ['whose PC is their own', {}, '自分のPCで「ライセンス認証サーバーに接続できません」と出ます'],
    ['with another code', { match: { origin: null, code: '0x80072EE7', list: null } }, '会社のPCで0xC004F074が出ます'],
  ] as const)('is not heard by somebody %s', async (_who, over, said) => {
    const { stage, process } = await posted(over);
    await deliver(process, () => stage.text(said));
    for (let n = 0; n < 6; n += 1) await deliver(process, () => stage.press(view(stage).choices[0]?.id ?? ''));
    expect(stage.messages.map(({ outgoing }) => outgoing.view.id)).not.toContain('desk-notice');
    expect(stage.messages.some(({ outgoing }) => outgoing.list !== null)).toBe(true);
  });

  test('is heard no more once it ended, by itself or by hand', async () => {
    const over = await posted();
    over.stage.clock = noon;
    await pass(over.stage, over.process, 0);
    await atWork(over.stage, over.process);
    expect(view(over.stage).id).toMatch(/^list\./);
    const byHand = await posted();
    await byHand.stage.notices.end('n1', ann, byHand.stage.clock);
    await pass(byHand.stage, byHand.process, 6_000);
    await atWork(byHand.stage, byHand.process);
    expect(view(byHand.stage).id).toMatch(/^list\./);
  });

  test('is not there while the database cannot be asked for it, and no turn waits or fails', async () => {
    const { stage, process } = await posted();
    stage.notices.active = () => Promise.reject(new Error('gone'));
    stage.notices.claim = () => new Promise(() => {});
    stage.notices.count = () => Promise.reject(new Error('gone'));
    await process.bot.sweep();
    stage.clock += 6_000;
    await process.bot.sweep();
    await process.bot.receive(
      stage.text('会社のPCで「組織のライセンス認証サーバーに接続できません」0xC004F074と出ます'),
    );
    await expect.poll(() => stage.messages.length).toBe(1);
    await process.bot.receive(stage.press('office'));
    await expect.poll(() => stage.messages.length).toBe(2);
    expect(view(stage).id).toMatch(/^list\./);
  });

  test('survives in the record, in a format that earlier versions leave alone; they read all others', async () => {
    const { stage, process } = await posted();
    await atWork(stage, process);
    const saved = await stage.saved();
    expect(toRow(saved).format).toBe(2);
    expect(fromRow(toRow(saved))?.noticed).toEqual(['n1']);
    const other = stage.process();
    await deliver(other, () => stage.press('notice-on'));
    expect(toRow(await stage.saved()).format).toBe(1);
    const { noticed: _, ...earlier } = JSON.parse(toRow(await stage.saved()).body) as { noticed: unknown };
    expect(fromRow({ ...toRow(await stage.saved()), body: JSON.stringify(earlier) })?.noticed).toEqual([]);
  });
});

describe('many cases of one code', () => {
  /** So many people tell a code, one every few minutes. */
  async function told(stage: Stage, process: Process, people: number, apart = minute, same = false) {
    for (let n = 0; n < people; n += 1) {
      const over = {
        conversation: `slack:T1/C1/${stage.clock}.${n}` as ConversationId,
        person: (same ? ann : `slack:T1/p${n}`) as PersonId,
      };
      await deliver(process, () => stage.text('会社のPCで0xC004F074が出ます', over));
      stage.clock += apart;
    }
    await pass(stage, process, 6_000);
  }
  const surges = ({ told: all }: Stage) => all.filter(({ news }) => news.kind === 'surge').map(({ news }) => news);

  test('of six people within half an hour are told the desk once in six hours', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await told(stage, process, 6);
    expect(surges(stage)).toEqual([expect.objectContaining({ code: '0xC004F074', cases: 6 })]);
    await told(stage, process, 6);
    expect(surges(stage)).toHaveLength(1);
    await pass(stage, process, 6 * hour);
    await told(stage, process, 6);
    expect(surges(stage)).toHaveLength(2);
  });

  test('are told every desk that takes what people write to their IT desk, and no other', async () => {
    const stage = await makeStage();
    const heard: string[] = [];
    const desk = (id: string, takes: Desk['takes']): Desk => {
      const tell: Desk['tell'] = async () => {
        heard.push(id);
        return { outcome: 'never', why: 'enough' };
      };
      return { id, takes, tell } as Partial<Desk> as Desk;
    };
    const desks = [desk('tokyo', ['it-admin']), desk('drives', ['specialist']), desk('osaka', ['it-admin'])];
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const board = noticeBoard({ adapters: [], desks, notices: stage.notices, log, policy, now: () => stage.clock });
    await told(stage, stage.process(), 5);
    await stage.process().bot.receive(stage.text('会社のPCで0xC004F074が出ます'));
    board.count(await stage.saved(), undefined);
    await board.rest();
    await board.look();
    await board.rest();
    expect(heard.toSorted()).toEqual(['osaka', 'tokyo']);
  });

  test.each([
    ['of five people', 5, minute, false],
    ['of one person, six times', 6, minute, true],
    ['of six people over half an hour and more', 6, 7 * minute, false],
  ] as const)('%s are none', async (_what, people, apart, same) => {
    const stage = await makeStage();
    await told(stage, stage.process(), people, apart, same);
    expect(surges(stage)).toEqual([]);
  });

  test('are counted without anything that names a person or a conversation', async () => {
    const stage = await makeStage();
    await told(stage, stage.process(), 2);
    expect(JSON.stringify(await stage.counted())).toContain('0xC004F074');
    expect(JSON.stringify(await stage.counted())).not.toMatch(/slack|T1|p1|C1/);
  });
});

describe('a desk', () => {
  const kinds = ({ told }: Stage) => told.map(({ news }) => news.kind);

  test('is told who posted a notice, and that it ended', async () => {
    const { stage, process } = await posted();
    expect(stage.told).toMatchObject([{ news: { kind: 'posted', notice: { text, postedBy: 'teams:one:staff' } } }]);
    stage.clock = noon;
    await pass(stage, process, 6_000);
    expect(stage.told[1]).toMatchObject({ news: { kind: 'ended', by: null, at: noon } });
    await pass(stage, process, 48 * hour);
    expect(kinds(stage)).toEqual(['posted', 'ended']);
  });

  test('that is down is told later, under the same key, and holds nothing else up', async () => {
    const stage = await makeStage();
    stage.faults.tell.push({ later: 1_000 }, 'throw', 'hang');
    await stage.notices.post(noticeOf(stage));
    const process = stage.process();
    for (let n = 0; n < 3; n += 1) await pass(stage, process, minute);
    expect(kinds(stage)).toEqual([]);
    await pass(stage, process, minute);
    expect(kinds(stage)).toEqual(['posted']);
  });

  test('that cannot be told, or not for a day, is told no more, and the operator reads why', async () => {
    const stage = await makeStage();
    const process = stage.process();
    stage.faults.tell.push('never');
    await stage.notices.post(noticeOf(stage, { until: noon + 96 * hour }));
    await pass(stage, process, 6_000);
    await pass(stage, process, hour);
    expect(process.log.join('\n')).toContain('desk not told');
    stage.faults.tell.push(...Array.from({ length: 99 }, () => ({ later: 1_000 })));
    await stage.notices.post(noticeOf(stage, { id: 'n2', postedAt: stage.clock, until: noon + 96 * hour }));
    await pass(stage, process, 6_000);
    await pass(stage, process, 25 * hour);
    stage.faults.tell.length = 0;
    await pass(stage, process, hour);
    expect(kinds(stage)).toEqual([]);
    expect(process.log.join('\n')).not.toContain('VPN');
  });
});
