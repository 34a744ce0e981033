import { describe, expect, test } from 'vitest';
import { hoursSchema } from '../../src/adapters/config/hours.ts';
import { personId } from '../../src/bot/keys.ts';
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

  test('the words of staff in the thread keep no desk from being reminded, unless its people have the case', async () => {
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
      expect(stage.notes.map(({ note }) => note.kind)).toEqual(taken ? [] : ['reminder']);
      expect(stage.tickets.size).toBe(taken ? 1 : 2);
      expect(stage.messages).toHaveLength(length);
    }
  });

  test('what the person writes then reaches both desks', async () => {
    const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
    await pass(stage, process, 4 * hour);
    expect(stage.tickets.size).toBe(2);
    await deliver(process, () => stage.text("LET'S NOTE CF-SV です"));
    const told = stage.notes.filter(({ note }) => note.kind === 'words');
    expect(new Set(told.map(({ opened }) => opened)).size).toBe(2);
  });

  test('nobody is reminded outside of them', async () => {
    const { stage, process } = await handedOverAt('2026-11-27T17:00:00');
    for (let passed = 0; passed < 63; passed += 1) await pass(stage, process, hour);
    expect(stage.notes).toEqual([]);
    await pass(stage, process, 3 * hour);
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
