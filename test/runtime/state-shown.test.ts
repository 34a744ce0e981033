import { expect, test } from 'vitest';
import { deliver, makeStage, staff } from './stage.ts';

test('a ticket shows at last how the case stands, though that changes again while an earlier change is delivered', async () => {
  const stage = await makeStage();
  const process = stage.process();
  const by = { person: staff, address: '', opens: false };
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
    () =>
      stage.incoming(
        { type: 'desk', text: '再起動してください', by: '佐藤', corrects: false, seen: null, attached: null },
        by,
      ),
  );
  stage.faults.note.push('slow');
  await process.bot.receive(stage.text('まだ同じ表示です'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  await process.bot.receive(stage.incoming({ type: 'staff', act: 'solve', by: '佐藤', seen: null }, by));
  await process.bot.rest();
  expect(stage.shows.at(-1)?.ticket.handling).toMatchObject({ state: 'solved', by: '佐藤' });
});
