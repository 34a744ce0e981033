import { describe, expect, test } from 'vitest';
import { hoursSchema } from '../../src/adapters/config/hours.ts';
import { personId } from '../../src/bot/keys.ts';
import type { ConversationId } from '../../src/bot/ports.ts';
import { asStaff, deliver, makeStage, pass, type Stage, staff } from './stage.ts';

const someoneElse = personId({ home: 'slack', tenant: 'T1', user: 'U0COLLEAGUE' });
const hour = 60 * 60 * 1_000;
const hours = hoursSchema.parse({
  open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:30' }],
  answersWithin: 120,
});

/** Somebody at work whose case is handed over at a time, to a desk with office hours and a second one behind it. */
async function handedOverAt(time: string) {
  const stage = await makeStage({ hours });
  stage.clock = Date.parse(`${time}+09:00`);
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  return { stage, process };
}
const newest = (stage: Stage) => stage.last().outgoing.view.lead.join('');
const answer = (stage: Stage) =>
  stage.incoming(
    { type: 'desk', text: '再起動してください', by: '佐藤', corrects: false, seen: null, attached: null },
    { person: staff, address: '', opens: false },
  );

describe('a desk with office hours', () => {
  test('who hands a case over hears by when to expect an answer', async () => {
    const { stage } = await handedOverAt('2026-11-30T10:00:00');
    expect(newest(stage)).toContain('今日の12時ごろまでに、担当者がお返事します。');
    expect(newest(stage)).not.toContain('少しお待ちください');
  });

  test('outside of them nothing is promised before the desk opens', async () => {
    const { stage } = await handedOverAt('2026-11-28T22:00:00');
    expect(newest(stage)).toContain('対応時間外です');
    expect(newest(stage)).toContain('月曜日（11月30日）の9時に対応を始め');
  });

  test('who asks when the answer comes hears what was promised at the hand-over, seen from then', async () => {
    const { stage, process } = await handedOverAt('2026-11-28T22:00:00');
    stage.clock = Date.parse('2026-11-29T20:00:00+09:00');
    await deliver(process, () => stage.text('いつ返事が来ますか'));
    expect(newest(stage)).toContain('明日の朝9時に対応を始め、11時ごろまでに担当者がお返事します。');
    expect(newest(stage)).not.toContain('相手によって違い');
    expect(newest(stage)).toContain('担当窓口に伝えました');
    stage.clock = Date.parse('2026-11-30T09:30:00+09:00');
    await deliver(process, () => stage.text('返事はいつですか'));
    expect(newest(stage)).toContain('今日の11時ごろまでに、担当者がお返事します。');
    expect(newest(stage)).not.toContain('対応時間外');
  });

  test('who asks when the answer comes and should have had it hears how to reach people', async () => {
    const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
    stage.clock = Date.parse('2026-11-30T12:30:00+09:00');
    await deliver(process, () => stage.text('いつ返事が来ますか'));
    expect(newest(stage)).toContain('まだ返事が届いていないようです');
    expect(newest(stage)).not.toContain('ごろまでに');
  });

  test('who asks before a hand-over when answers come, or of a desk without hours, hears what is so in general', async () => {
    const stage = await makeStage({ hours });
    await deliver(
      stage.process(),
      () => stage.text('会社のPCで0xC004F074が出ます'),
      () => stage.text('いつ返事が来ますか'),
    );
    expect(newest(stage)).toContain('返事までの時間は相手によって違い');
    const without = await makeStage();
    await deliver(
      without.process(),
      () => without.text('会社のPCで0xC004F074が出ます'),
      () => without.press('human'),
      () => without.press('skip'),
      () => without.text('いつ返事が来ますか'),
    );
    expect(newest(without)).toContain('返事までの時間は相手によって違い');
  });

  test('what a message promised stays the same when its buttons go', async () => {
    const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
    const promised = stage.messages.length - 1;
    stage.clock += 3 * hour;
    await deliver(process, () => stage.text('ありがとう'));
    expect(stage.messages[promised]?.answer).toBe('');
  });

  test('a ticket that nobody answers reminds its desk, then goes to a second one, then the person hears whom to ask', async () => {
    const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
    await pass(stage, process, 2 * hour - 60_000);
    expect(stage.notes).toEqual([]);
    await pass(stage, process, 60_000);
    expect(stage.notes.map(({ note }) => note.kind)).toEqual(['reminder']);
    expect(stage.tickets.size).toBe(1);
    await pass(stage, process, 2 * hour);
    expect(stage.tickets.size).toBe(2);
    const { length } = stage.messages;
    await pass(stage, process, 2 * hour);
    expect(stage.messages).toHaveLength(length + 1);
    expect(newest(stage)).toContain('まだ返事が届いていないようです');
    expect(stage.last().outgoing.above).toContain('連絡文は、上にあります');
    await pass(stage, process, 12 * hour);
    expect(stage.notes).toHaveLength(1);
  });

  test('a ticket that its desk gives up goes to the second desk with what the person wrote since, and they are told nothing', async () => {
    const stage = await makeStage({ hours });
    stage.clock = Date.parse('2026-11-30T10:00:00+09:00');
    const process = stage.process();
    stage.faults.open.push({ later: 60_000 }, 'never');
    await deliver(
      process,
      () => stage.text('会社のPCで0xC004F074が出ます'),
      () => stage.press('human'),
      () => stage.press('skip'),
      () => stage.text('画面が青いままです'),
    );
    const { length } = stage.messages;
    await pass(stage, process, 2 * 60_000);
    expect((await stage.saved()).opened).toMatchObject([{ desk: 'second' }]);
    expect(stage.notes.map(({ note }) => note)).toEqual([{ kind: 'words', text: '画面が青いままです' }]);
    expect(stage.messages).toHaveLength(length);
    await deliver(process, () => stage.text('再起動しても同じでした'));
    expect(stage.notes).toHaveLength(2);
  });

  test('who is refused by both desks hears once how to reach people', async () => {
    const stage = await makeStage({ hours });
    const process = stage.process();
    stage.faults.open.push('never', 'never');
    await deliver(
      process,
      () => stage.text('会社のPCで0xC004F074が出ます'),
      () => stage.press('human'),
      () => stage.press('skip'),
    );
    for (let n = 0; n < 3; n += 1) await pass(stage, process, 60_000);
    const told = stage.messages.filter(({ outgoing }) => outgoing.view.lead.join().includes('送れませんでした'));
    expect([told.length, stage.tickets.size, (await stage.saved()).dead.length]).toEqual([1, 0, 2]);
  });

  test('a case that its person withdrew before its desk gave it up goes to no second desk', async () => {
    const stage = await makeStage({ hours });
    const process = stage.process();
    stage.faults.open.push({ later: 60_000 }, 'never');
    await deliver(
      process,
      () => stage.text('会社のPCで0xC004F074が出ます'),
      () => stage.press('human'),
      () => stage.press('skip'),
      () => stage.press('withdraw'),
    );
    await pass(stage, process, 2 * 60_000);
    expect(stage.tickets.size).toBe(0);
  });

  test('who waits for a data-recovery specialist hears how to reach one, not the IT desk', async () => {
    const stage = await makeStage({ hours, takes: ['specialist'] });
    stage.clock = Date.parse('2026-11-30T10:00:00+09:00');
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('自分のPCのHDDからカチカチ音がして、写真が消えそうです。業者に相談したい'),
      () => stage.press('skip'),
    );
    for (let passed = 0; passed < 6; passed += 1) await pass(stage, process, hour);
    expect(newest(stage)).toContain('お急ぎのときは、デジタルデータリカバリーへ直接ご連絡ください');
    expect(newest(stage)).toContain('0800-333-6302');
  });

  test('a case that staff take up again after they had ended it waits for them anew', async () => {
    const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
    const act = (what: 'solve' | 'take') =>
      stage.incoming(
        { type: 'staff', act: what, by: '佐藤', seen: null },
        { person: staff, address: '', opens: false },
      );
    await deliver(process, () => act('solve'));
    await pass(stage, process, 24 * hour);
    await deliver(process, () => act('take'));
    await pass(stage, process, hour);
    expect(stage.notes).toEqual([]);
    await pass(stage, process, hour);
    expect(stage.notes.map(({ note }) => note.kind)).toEqual(['reminder']);
  });

  test('staff who write in the thread have the case: nobody is reminded, and the ticket shows who has it', async () => {
    for (const taken of [false, true]) {
      const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
      const written = () => stage.text('担当の者です', { person: someoneElse, ...asStaff, addressed: false });
      const take = () =>
        stage.incoming(
          { type: 'staff', act: 'take', by: '佐藤', seen: null },
          { person: staff, address: '', opens: false },
        );
      await deliver(process, ...(taken ? [take, written] : [written]));
      const { length } = stage.messages;
      for (let passed = 0; passed < 8; passed += 1) await pass(stage, process, hour);
      expect(stage.notes).toEqual([]);
      expect(stage.tickets.size).toBe(1);
      expect(stage.shows.at(-1)?.ticket).toMatchObject({ handling: { state: 'taken', by: '佐藤' } });
      expect(stage.messages).toHaveLength(length);
    }
  });

  test('what the person writes then reaches both desks', async () => {
    const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
    for (let passed = 0; passed < 4; passed += 1) await pass(stage, process, hour);
    expect(stage.tickets.size).toBe(2);
    await deliver(process, () => stage.text("LET'S NOTE CF-SV です"));
    const told = stage.notes.filter(({ note }) => note.kind === 'words');
    expect(new Set(told.map(({ opened }) => opened)).size).toBe(2);
  });

  test('nobody is reminded outside of them', async () => {
    const { stage, process } = await handedOverAt('2026-11-27T17:00:00');
    for (let passed = 0; passed < 63; passed += 1) await pass(stage, process, hour);
    expect(stage.notes).toEqual([]);
    for (let passed = 0; passed < 6; passed += 1) await pass(stage, process, hour / 2);
    expect(stage.notes.map(({ note }) => note.kind)).toEqual(['reminder']);
  });

  test('nobody is asked how it went before the desk has answered, and a day after that they are', async () => {
    const { stage, process } = await handedOverAt('2026-11-28T12:00:00');
    const { length } = stage.messages;
    await pass(stage, process, 30 * hour);
    expect(stage.messages).toHaveLength(length);
    await deliver(process, () => answer(stage));
    await pass(stage, process, 24 * hour);
    expect(newest(stage)).toContain('その後、いかがでしょうか');
  });

  test('of what was due for one case while no process ran only the last is said, and the second desk gets the case', async () => {
    const { stage, process } = await handedOverAt('2026-11-27T10:00:00');
    const { length } = stage.messages;
    stage.clock = Date.parse('2026-11-30T09:00:00+09:00');
    for (let passed = 0; passed < 10; passed += 1) await pass(stage, process, 5 * 60_000);
    expect(stage.notes).toEqual([]);
    expect(stage.tickets.size).toBe(2);
    expect(stage.messages).toHaveLength(length + 1);
    expect(newest(stage)).toContain('まだ返事が届いていないようです');
  });

  test('what was due for many cases while no process ran comes one after another, when the desk is open', async () => {
    const stage = await makeStage({ hours });
    stage.clock = Date.parse('2026-11-27T14:00:00+09:00');
    const process = stage.process();
    for (let n = 0; n < 12; n += 1) {
      const own = { conversation: `slack:T1/C1/${n}.1` as ConversationId };
      await deliver(
        process,
        () => stage.text('会社のPCで0xC004F074が出ます', own),
        () => stage.press('human', own),
        () => stage.press('skip', own),
      );
    }
    const perMinute: number[] = [];
    const watch = async (from: string, minutes: number) => {
      stage.clock = Date.parse(`${from}:00+09:00`);
      for (let minute = 0; minute <= minutes; minute += 1) {
        const { length } = stage.notes;
        await pass(stage, process, 60_000);
        perMinute.push(stage.notes.length - length);
      }
      return stage.notes.length;
    };
    const before = await watch('2026-11-27T17:20', 9);
    expect([before > 0, before < 12]).toEqual([true, true]);
    expect(await watch('2026-11-27T17:30', 60)).toBe(before);
    expect(await watch('2026-11-30T09:00', 30)).toBe(12);
    expect(Math.max(...perMinute)).toBeLessThan(4);
  });

  test('an answer ends the reminders', async () => {
    const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
    await deliver(process, () => answer(stage));
    await pass(stage, process, 6 * hour);
    expect(stage.notes.map(({ note }) => note.kind)).toEqual(['answer']);
    expect(stage.tickets.size).toBe(1);
  });

  test('what the person writes after an answer waits for the desk, which is reminded again, and shows who has the case', async () => {
    const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
    await deliver(
      process,
      () => answer(stage),
      () => stage.text('まだ同じ表示です'),
    );
    expect(stage.shows.at(-1)?.ticket.handling).toMatchObject({ state: 'taken', by: '佐藤' });
    const { length } = stage.messages;
    await pass(stage, process, 2 * hour);
    await pass(stage, process, 2 * hour);
    expect(stage.notes.map(({ note }) => note.kind)).toEqual(['answer', 'words', 'reminder']);
    expect(stage.tickets.size).toBe(2);
    await pass(stage, process, 4 * hour);
    expect(stage.messages).toHaveLength(length);
  });
});
