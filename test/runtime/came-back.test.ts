import { describe, expect, test } from 'vitest';
import { hoursSchema } from '../../src/adapters/config/hours.ts';
import type { StaffAct } from '../../src/bot/types.ts';
import { deliver, handOver, makeStage, type Stage, staff } from './stage.ts';

const hours = hoursSchema.parse({
  open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:30' }],
  answersWithin: 120,
});
const act = (stage: Stage, what: StaffAct) =>
  stage.incoming({ type: 'staff', act: what, by: '佐藤', seen: null }, { person: staff, address: '', opens: false });

/** Somebody at work whose case the desk has ended. */
async function endedByDesk() {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...handOver(stage), () => act(stage, 'solve'));
  return { stage, process };
}
const said = ({ notes }: Stage) => notes.map(({ note }) => note);

describe('a case that the desk has ended', () => {
  test.each(['また同じ表示が出ました', 'まだ直っていません'])(
    'is open again for somebody to take once its person writes 「%s」, which reaches the desk',
    async (text) => {
      const { stage, process } = await endedByDesk();
      await deliver(process, () => stage.text(text));
      expect(said(stage)).toEqual([{ kind: 'words', text }]);
      expect(stage.shows.at(-1)?.ticket.handling.state).toBe('new');
      expect(stage.last().outgoing.view.lead.join()).toContain('担当窓口に伝えました');
      expect((await stage.saved()).opened).toMatchObject([{ over: false }]);
      expect(stage.tickets.size).toBe(1);
      await deliver(process, () => act(stage, 'take'));
      expect(stage.shows.at(-1)?.ticket.handling).toMatchObject({ state: 'taken', by: '佐藤' });
    },
  );

  test.each(['ありがとうございました', '直りました'])('stays ended by 「%s」', async (text) => {
    const { stage, process } = await endedByDesk();
    await deliver(process, () => stage.text(text));
    expect(said(stage)).toEqual([]);
    expect((await stage.saved()).opened).toMatchObject([{ over: true }]);
  });
});

/** Somebody at work who has reported that their case is solved, which staff had taken. */
async function endedByPerson(...more: readonly ((stage: Stage) => ReturnType<Stage['text']>)[]) {
  const stage = await makeStage({ hours });
  stage.clock = Date.parse('2026-12-01T10:00:00+09:00');
  const process = stage.process();
  await deliver(
    process,
    ...handOver(stage),
    () => act(stage, 'take'),
    () => stage.press('solved'),
    ...more.map((one) => () => one(stage)),
  );
  return { stage, process };
}

describe('a case that its person has ended', () => {
  test.each(['また同じ表示が出ました', 'まだ直っていません', 'やっぱりまだ直っていません'])(
    'is open again at the same ticket once they write 「%s」, which calls whoever had it',
    async (text) => {
      const { stage, process } = await endedByPerson();
      await deliver(process, () => stage.text(text));
      expect(said(stage).at(-1)).toEqual({ kind: 'words', text });
      expect(stage.shows.at(-1)?.ticket.owner).toBe(staff);
      expect(stage.shows.at(-1)?.ticket.handling.state).toBe('new');
      const { view } = stage.last().outgoing;
      expect([view.id, view.lead.join()]).toEqual([
        'closed.escalated',
        expect.stringContaining('担当窓口に伝えました'),
      ]);
      expect(stage.tickets.size).toBe(1);
    },
  );

  test('is open again by the button that says so, and after the rating by the word for the desk that does', async () => {
    const pressed = await endedByPerson((stage) => stage.press('not-solved'));
    expect(said(pressed.stage).at(-1)).toEqual({ kind: 'words', text: 'まだ直らない' });
    const rated = await endedByPerson(
      (stage) => stage.press('rate-good'),
      (stage) => stage.text('やっぱりまだ直っていません'),
    );
    expect(said(rated.stage).at(-1)).toEqual({ kind: 'words', text: 'やっぱりまだ直っていません' });
    for (const { stage } of [pressed, rated]) {
      expect((await stage.saved()).opened).toMatchObject([{ over: false }]);
      expect(stage.last().outgoing.view.id).toBe('closed.escalated');
    }
  });

  test('is open again by going on with it after another has begun', async () => {
    const { stage, process } = await endedByPerson(
      (one) => one.text('別のPCで、自分で買ったものですが、認証できません'),
      (one) => one.press('last-case'),
    );
    expect(stage.tickets.size).toBe(1);
    expect((await stage.saved()).opened).toMatchObject([{ over: false }]);
    await deliver(process, () => stage.text('席は3階です'));
    expect(said(stage).at(-1)).toEqual({ kind: 'words', text: '席は3階です' });
  });

  test('has a letter that is written afterwards join its ticket', async () => {
    const { stage } = await endedByPerson(
      (one) => one.press('human'),
      (one) => one.press('skip'),
    );
    expect(stage.tickets.size).toBe(1);
    expect(said(stage).map(({ kind }) => kind)).toEqual(['solved', 'letter']);
  });

  test('tells when to expect an answer, and reminds the desk anew', async () => {
    const { stage } = await endedByPerson((one) => one.text('また同じ表示が出ました'));
    expect(stage.last().outgoing.view.lead.join()).toContain('今日の12時ごろまでに');
    expect((await stage.saved()).alarms).toContainEqual(expect.objectContaining({ subject: 'remind-desk' }));
  });

  test('that no desk had goes on with the bot', async () => {
    const stage = await makeStage();
    await deliver(
      stage.process(),
      () => stage.text('会社のPCで0xC004F074が出ます'),
      () => stage.press('solved'),
      () => stage.text('また同じ表示が出ました'),
    );
    expect(said(stage)).toEqual([]);
    expect(stage.last().outgoing.view.id).not.toMatch(/^closed/);
  });
});
