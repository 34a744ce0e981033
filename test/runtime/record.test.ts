import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRow, toRow } from '../../src/bot/runtime/record.ts';
import { deliver, makeStage } from './stage.ts';

test('every field of a record and of its jobs is described in src/bot/runtime/README.md', async () => {
  const stage = await makeStage();
  stage.faults.post.push({ later: 1_000 });
  await deliver(stage.process(), () => stage.text('会社のPCです'));
  const saved = await stage.saved();
  const described = readFileSync(new URL('../../src/bot/runtime/README.md', import.meta.url), 'utf8');
  const fields = [saved, saved.lanes.channel, saved.lanes.channel.jobs[0], saved.talk, saved.talk.flow].flatMap(
    (part) => Object.keys(part ?? {}),
  );
  for (const field of fields) expect(described, field).toContain(`\`${field}\``);
});

test('a record from before presses had a message, and from before open messages, is read with defaults', async () => {
  const stage = await makeStage();
  stage.faults.post.push('none', { later: 1_000 });
  await deliver(
    stage.process(),
    () => stage.text('会社のPCです'),
    () => stage.press('dont-know'),
  );
  const saved = await stage.saved();
  const [job] = saved.lanes.channel.jobs;
  const { slot: _slot, refusals: _refusals, ...simple } = job ?? { slot: null, refusals: null };
  const { on: _, ...last } = saved.last ?? { on: null };
  const { live: __, ...rest } = { ...saved, live: [] };
  const older = {
    ...rest,
    shown: 'm0',
    last,
    lanes: { ...saved.lanes, channel: { ...saved.lanes.channel, jobs: [{ ...simple, talk: saved.talk }] } },
  };
  const row = { ...toRow(saved), body: JSON.stringify(older) };
  expect(job).toBeDefined();
  expect(fromRow(row)).toEqual({ ...saved, live: [] });
});
