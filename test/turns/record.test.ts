import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deliver, makeStage } from './stage.ts';

test('every field of a record, and of a job in it, is described beside the code', async () => {
  const stage = await makeStage();
  stage.faults.post.push({ later: 1_000 });
  await deliver(stage.process(), () => stage.text('会社のPCです'));
  const saved = await stage.saved();
  const described = readFileSync(new URL('../../src/bot/turn/README.md', import.meta.url), 'utf8');
  const fields = [saved, saved.lanes.channel, saved.lanes.channel.jobs[0], saved.talk, saved.talk.flow].flatMap(
    (part) => Object.keys(part ?? {}),
  );
  for (const field of fields) expect(described, field).toContain(`\`${field}\``);
});
