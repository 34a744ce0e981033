import { expect, test } from 'vitest';
import { countsOf } from './counts.ts';
import { deliver, makeStage } from './stage.ts';

test('whoever reports that it is solved can say once whether the bot helped; it is counted, and nothing else changes', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('自分のPCで認証できません'),
    () => stage.text('直りました。認証できました'),
  );
  const closed = stage.last().outgoing.view;
  expect(closed.id).toBe('closed.resolved');
  expect(closed.choices.map(({ id }) => id)).toEqual(expect.arrayContaining(['rate-good', 'rate-bad', 'not-solved']));
  await deliver(process, () => stage.press('rate-good'));
  const rated = stage.last().outgoing.view;
  expect(rated.id).toBe('closed.resolved');
  expect(rated.lead.join()).toContain('ありがとうございます');
  expect(rated.choices.map(({ id }) => id)).not.toContain('rate-good');
  expect(countsOf(process.tally)).toMatchObject({
    'ninsho_ratings_total{rating=good}': 1,
    'ninsho_ratings_total{rating=bad}': 0,
  });
});
