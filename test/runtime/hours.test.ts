import { describe, expect, test } from 'vitest';
import { hoursSchema } from '../../src/adapters/config/hours.ts';
import { deliver, makeStage, pass, type Stage, staff } from './stage.ts';

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
    { type: 'desk', text: '再起動してください', by: '佐藤', corrects: false, seen: null },
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
    await pass(stage, process, 12 * hour);
    expect(stage.notes).toHaveLength(1);
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

  test('an answer ends the reminders', async () => {
    const { stage, process } = await handedOverAt('2026-11-30T10:00:00');
    await deliver(process, () => answer(stage));
    await pass(stage, process, 6 * hour);
    expect(stage.notes).toEqual([]);
    expect(stage.tickets.size).toBe(1);
  });
});
