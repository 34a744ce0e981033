import { expect, test } from 'vitest';
import { hoursSchema } from '../../src/adapters/config/hours.ts';
import { deliver, handOver, makeStage, pass } from './stage.ts';

const second = 1_000;
const minute = 60 * second;
const hours = hoursSchema.parse({
  open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:30' }],
  answersWithin: 120,
});

/** Somebody at work whose case was handed over to a desk that has been away since, for so many attempts. */
async function handedOverWhileAway(attempts: number, open: typeof hours | null = null) {
  const stage = await makeStage({ hours: open });
  stage.clock = Date.parse('2026-12-01T10:00:00+09:00');
  const process = stage.process();
  stage.faults.open.push(...Array.from({ length: attempts }, () => ({ later: second })));
  await deliver(process, ...handOver(stage));
  return { stage, process };
}

test('who writes for a desk that is away hears that it waits, and how to reach people; it arrives once', async () => {
  const { stage, process } = await handedOverWhileAway(3);
  for (let passed = 0; passed < 2; passed += 1) await pass(stage, process, 5 * second);
  await deliver(process, () => stage.text('席は3階です'));
  const said = stage.last().outgoing.view.lead.join();
  expect(said).toContain('担当窓口へ送っているところです');
  expect(said).toContain('社内の情シスへ直接ご連絡ください');
  expect(said).not.toContain('伝えました');
  expect(stage.tickets.size).toBe(0);
  for (let passed = 0; passed < 6; passed += 1) await pass(stage, process, minute);
  expect(stage.tickets.size).toBe(1);
  expect(stage.notes.map(({ note }) => note)).toEqual([{ kind: 'words', text: '席は3階です' }]);
  await deliver(process, () => stage.text('内線は123です'));
  expect(stage.last().outgoing.view.lead.join()).toContain('担当窓口に伝えました');
});

test('a desk that is away for ten minutes shares the case with the desk behind it, and has it once it is back', async () => {
  const { stage, process } = await handedOverWhileAway(14, hours);
  for (let passed = 0; passed < 20; passed += 1) await pass(stage, process, minute);
  expect(new Set((await stage.saved()).opened.map(({ desk }) => desk))).toEqual(new Set(['office', 'second']));
});
